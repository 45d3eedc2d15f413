import fc from 'fast-check';
import { STAFF_STATUSES, type Command } from '../../src/features/events/rules/commands.js';
import { EXTRA_ANSWERS, type EventRole } from '../../src/features/events/rules/event.js';
import { SHIP_POSTS } from '../../src/features/events/rules/roster.js';
import { aSignUp } from './commands.js';
import { anEventWithRoster } from './event.js';

// Random histories of one event, over few people and seats so that they meet.

/** When the event of the histories starts. */
export const START = new Date('2030-01-01T20:00:00Z');
const PEOPLE = 12;
const ROLES = ['tank', 'medic'];

const FLEET = [
  { id: 'hull-c', ship_model: 'Hull C', required_crew: 3, notes: null },
  { id: 'gladius', ship_model: 'Gladius', required_crew: 1, notes: null },
];

const rarely = fc.constantFrom(false, false, false, true);
const answer = fc.constantFrom('confirmed' as const, ...EXTRA_ANSWERS);
const person = fc.integer({ min: 0, max: PEOPLE - 1 }).map((n) => `user-${n}`);
const role = fc.constantFrom<string | null>(null, ...ROLES);
/** Mostly no preferences; else the roles in either order. */
const maybeRoles = fc.constantFrom(undefined, undefined, ROLES, [...ROLES].reverse());
const maybeRole = fc.option(role, { nil: undefined });
const roles = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .map((capacities) => ROLES.map((id, i) => ({ id, name: id, capacity: capacities[i] ?? 1 })));

/** What happens at once, after so many minutes. */
export interface Step {
  readonly commands: readonly Command[];
  readonly minutes: number;
  /** Which of the organizers' acts so far is taken back at the end, by its number from the last; `null`: none. */
  readonly undo: number | null;
}

let commands = 0;
const commandId = (): string => `command-${++commands}`;

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .record({
        ...{ user_id: person, role_id: role, role_ids: maybeRoles, status: answer },
        ...{ admitted: fc.constantFrom(true, true, false), by_staff: rarely },
      })
      .map(({ user_id, ...fields }) => aSignUp(user_id, { ...fields, id: commandId() })),
  },
  {
    weight: 4,
    arbitrary: person.map((userId) => ({ type: 'withdraw' as const, id: commandId(), user_id: userId })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ user_id: person, marked: fc.boolean() })
      .map(({ user_id, marked }) =>
        marked
          ? aSignUp(user_id, { id: commandId(), interested_on: 'server' })
          : { type: 'withdraw' as const, id: commandId(), user_id, interested_on: 'server' },
      ),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({
        user_id: person,
        role_id: maybeRole,
        role_ids: maybeRoles,
        status: fc.option(answer, { nil: undefined }),
        notes: fc.constantFrom(undefined, 'note'),
      })
      .map((fields) => ({ ...fields, type: 'change_signup' as const, id: commandId() })),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({ user_id: person, accepts: fc.boolean() })
      .map((fields) => ({ ...fields, type: 'answer_offer' as const, id: commandId() })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ user_id: person, approved: fc.boolean() })
      .map((fields) => ({ ...fields, type: 'decide' as const, id: commandId() })),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({
        user_id: person,
        ship_id: fc.constantFrom(null, 'hull-c', 'gladius', 'gladius'),
        post: fc.constantFrom(undefined, ...SHIP_POSTS),
        by_staff: rarely,
      })
      .map((fields) => ({ ...fields, type: 'board' as const, id: commandId() })),
  },
  {
    weight: 1,
    arbitrary: person.map((userId) => ({ type: 'check_in' as const, id: commandId(), user_id: userId })),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({
        user_id: person,
        role_id: maybeRole,
        status: fc.option(fc.constantFrom(...STAFF_STATUSES), { nil: undefined }),
      })
      .map((fields) => ({ ...fields, type: 'place' as const, id: commandId() })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        max_participants: fc.option(fc.integer({ min: 1, max: 8 }), { nil: null }),
        roles: fc.option(roles, { nil: undefined }),
        answers: fc.option(fc.subarray([...EXTRA_ANSWERS]), { nil: undefined }),
        locked: fc.constantFrom(undefined, undefined, false, true),
        signup_closes_at: fc.constantFrom(undefined, null, START),
        approval_required: fc.constantFrom(undefined, undefined, false, true),
        role_required: fc.constantFrom(undefined, undefined, false, true),
        members_only: fc.constantFrom(undefined, undefined, false, true),
        offer_minutes: fc.constantFrom(undefined, undefined, null, 5, 60),
        fleet_ships: fc.constantFrom(undefined, undefined, undefined, FLEET, FLEET.slice(1)),
      })
      .map((changes) => ({
        type: 'edit' as const,
        id: commandId(),
        changes,
        new_role_ids: ROLES,
        new_ship_ids: FLEET.map(({ id }) => id),
        expected_edition: null,
      })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(
        { type: 'revoke_calendar_keys' as const },
        { type: 'join_series' as const, series_id: 'series', occurrence_on: '2030-01-01' },
      )
      .map((fields) => ({ ...fields, id: commandId() })),
  },
);
const ending: fc.Arbitrary<Command> = fc
  .constantFrom('publish' as const, 'start' as const, 'complete' as const, 'cancel' as const)
  .map((type) => ({ type, id: commandId(), reason: null }));
/** What happens to an event, one step after the other. */
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    commands: fc.array(fc.oneof({ weight: 40, arbitrary: command }, { weight: 1, arbitrary: ending }), {
      maxLength: 8,
    }),
    minutes: fc.oneof(
      { weight: 9, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ max: 200, min: 1 }) },
    ),
    undo: fc.option(fc.nat({ max: 5 }), { nil: null }),
  }),
  { maxLength: 12 },
);

const medic: EventRole = { id: 'medic', name: 'medic', capacity: 1, description: null, emoji: null };
/** The event that every history begins with. */
export const start = anEventWithRoster([], {
  start_at_utc: START,
  due_at: START,
  max_participants: 4,
  answers: [...EXTRA_ANSWERS],
  fleet_ships: FLEET,
  offer_minutes: 20,
  roles: [{ ...medic, id: 'tank', name: 'tank', capacity: 2 }, medic],
});
