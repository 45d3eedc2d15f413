import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aSignUp } from '../../../../test/factories/commands.js';
import { anEventWithRoster } from '../../../../test/factories/event.js';
import { apply } from './apply.js';
import { STAFF_STATUSES, type Command } from './commands.js';
import { EXTRA_ANSWERS, type EventRole } from './event.js';
import type { EventWithRoster } from './event-record.js';
import { countSeats, holdsSeat, isFree, waitlistOf, type RosterEntry } from './roster.js';
import { isClosed, isOpen } from './transitions.js';
import { updateOf } from './update.js';

/** Random histories of one event, over few people and seats so that they meet; every state on the way obeys the rules. */
const START = new Date('2030-01-01T20:00:00Z');
const PEOPLE = 12;
const ROLES = ['tank', 'medic'];

const answer = fc.constantFrom('confirmed' as const, ...EXTRA_ANSWERS);
const person = fc.integer({ min: 0, max: PEOPLE - 1 }).map((n) => `user-${n}`);
const role = fc.constantFrom<string | null>(null, ...ROLES);
const maybeRole = fc.option(role, { nil: undefined });
const roles = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .map((capacities) => ROLES.map((id, i) => ({ id, name: id, capacity: capacities[i] ?? 1 })));

interface Step {
  readonly commands: readonly Command[];
  readonly minutes: number;
}

let commands = 0;
const commandId = (): string => `command-${++commands}`;

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ user_id: person, role_id: role, status: answer }).map((fields) => ({
      ...fields,
      type: 'sign_up' as const,
      id: commandId(),
      entry_id: `entry-of-${fields.user_id}`,
      admitted: true,
      notes: null,
      ship_model: null,
      source: 'discord' as const,
    })),
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
        status: fc.option(answer, { nil: undefined }),
        notes: fc.constantFrom(undefined, 'note'),
      })
      .map((fields) => ({ ...fields, type: 'change_signup' as const, id: commandId() })),
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
      })
      .map((changes) => ({
        type: 'edit' as const,
        id: commandId(),
        changes,
        new_role_ids: ROLES,
        expected_edition: null,
      })),
  },
);
const ending: fc.Arbitrary<Command> = fc
  .constantFrom('start' as const, 'complete' as const, 'cancel' as const)
  .map((type) => ({ type, id: commandId(), reason: null }));
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    commands: fc.array(fc.oneof({ weight: 40, arbitrary: command }, { weight: 1, arbitrary: ending }), {
      maxLength: 8,
    }),
    minutes: fc.oneof(
      { weight: 9, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ max: 200, min: 1 }) },
    ),
  }),
  { maxLength: 12 },
);

const medic: EventRole = { id: 'medic', name: 'medic', capacity: 1, description: null, emoji: null };
const start = anEventWithRoster([], {
  start_at_utc: START,
  due_at: START,
  max_participants: 4,
  answers: [...EXTRA_ANSWERS],
  roles: [{ ...medic, id: 'tank', name: 'tank', capacity: 2 }, medic],
});

/** Plays a history, with a look at each state and what came before it. */
function play(
  history: readonly Step[],
  look: (before: EventWithRoster, after: EventWithRoster, step: Step) => void,
) {
  let event = start;
  let now = START.getTime() - 90 * 60_000;
  for (const step of history) {
    now += step.minutes * 60_000;
    const after = apply(event, step.commands, new Date(now)).event;
    look(event, after, step);
    event = after;
  }
}

type Look = Parameters<typeof play>[1];
const laws: [name: string, look: Look][] = [];
const holds = (name: string, look: Look): number => laws.push([name, look]);

holds('is never oversold', (_before, { seats, max_participants, roles: all }) => {
  expect(seats.confirmed).toBeLessThanOrEqual(max_participants ?? Infinity);
  for (const { id, capacity } of all) expect(seats.by_role[id]?.confirmed).toBeLessThanOrEqual(capacity);
});

holds('counts what is so', (_before, after) => {
  expect(after.seats).toEqual(countSeats(after.roster, after.roles));
});

holds('leaves no seat empty while someone entitled to it waits', (_before, after) => {
  if (!isOpen(after.state)) return;
  expect(waitlistOf(after.roster).filter(({ role_id }) => isFree(after, role_id))).toEqual([]);
});

holds('serves those who wait for the same seats in their order', (before, after) => {
  for (const late of after.roster) {
    const earlier = before.roster.find(({ user_id }) => user_id === late.user_id);
    const isPromoted = late.change === 'promoted' && late.change_rev === after.revision;
    // Staff may have moved them on in the same step, after the promotion.
    if (!isPromoted || earlier?.status !== 'waitlist' || earlier.role_id !== late.role_id) continue;
    // Staff may have moved others to this queue in the same step, after the promotion.
    const waitedAlready = (entry: RosterEntry): boolean =>
      before.roster.some(({ user_id, role_id }) => user_id === entry.user_id && role_id === entry.role_id);
    const passedOver = waitlistOf(after.roster).filter(
      (entry) => entry.role_id === late.role_id && entry.order < late.order && waitedAlready(entry),
    );
    expect(passedOver).toEqual([]);
  }
});

holds(
  'takes a seat from someone only by their own or an organizer’s act',
  (before, after, { commands: given }) => {
    for (const [place, { user_id, status }] of before.roster.entries()) {
      const now = after.roster[place];
      if (!holdsSeat(status) || now === undefined || holdsSeat(now.status)) continue;
      expect(given.some((one) => 'user_id' in one && one.user_id === user_id)).toBe(true);
    }
  },
);

holds('keeps every entry at its place, and one for each person', (before, after) => {
  expect(after.roster.slice(0, before.roster.length).map(({ id }) => id)).toEqual(
    before.roster.map(({ id }) => id),
  );
  expect(new Set(after.roster.map(({ user_id }) => user_id)).size).toBe(after.roster.length);
});

holds('lets members change nothing of what is locked', (before, after, { commands: given }) => {
  const byStaff = given.some(({ type }) => type === 'edit' || type === 'place');
  if (!before.locked || byStaff) return;
  const changed = after.roster.filter(({ status }, place) => status !== before.roster[place]?.status);
  expect(changed.filter(({ status }) => status !== 'checked_in' && status !== 'confirmed')).toEqual([]);
  expect(after.roster.length).toBe(before.roster.length);
});

holds('changes nothing of an event that is over', (before, after) => {
  if (isClosed(before.state)) expect(after).toBe(before);
});

holds('says by numeric paths exactly what the next state is', (before, after) => {
  const rebuilt = structuredClone(before) as unknown as Record<string, unknown>;
  for (const [path, value] of Object.entries(updateOf(before, after))) set(rebuilt, path.split('.'), value);
  expect(rebuilt).toEqual(after);
});

holds('has no second effect when its commands come again', (before, after, { commands: given }) => {
  const last = given.at(-1);
  if (last === undefined) return;
  const result = apply(before, [last], before.updated_at);
  if (result.event === before) return;
  const again = apply(result.event, [last], before.updated_at);
  expect(again.event).toBe(result.event);
  expect(again.outcomes).toEqual(result.outcomes);
  expect(after).toBeDefined();
});

it('obeys every law in every history', () => {
  fc.assert(
    fc.property(steps, (history) => {
      play(history, (...states) => {
        for (const [name, look] of laws) lawful(name, () => look(...states));
      });
    }),
    { numRuns: 2_000 },
  );
}, 120_000);

/** Runs a check; its failure names the law. */
function lawful(name: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    throw new Error(`It ${name}: broken`, { cause: error });
  }
}

function set(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key = '', ...rest] = path;
  if (rest.length === 0) target[key] = value;
  else set(target[key] as Record<string, unknown>, rest, value);
}
