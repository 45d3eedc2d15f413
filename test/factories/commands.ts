import { expect } from 'vitest';
import { apply } from '../../src/features/events/rules/apply.js';
import type {
  BoardCommand,
  ChangeSignupCommand,
  Command,
  EditCommand,
  PlaceCommand,
  SignUpCommand,
  StateCommand,
} from '../../src/features/events/rules/commands.js';
import type { EventWithRoster } from '../../src/features/events/rules/event-record.js';

let lastId = 0;
const nextId = (): string => `command-${++lastId}`;

/** Somebody asks for a seat on Discord, without a role, where signing up is open to all; changed by `fields`. */
export function aSignUp(userId: string, fields: Partial<SignUpCommand> = {}): SignUpCommand {
  return {
    type: 'sign_up',
    id: nextId(),
    user_id: userId,
    entry_id: `entry-of-${userId}`,
    admitted: true,
    role_id: null,
    notes: null,
    ship_model: null,
    source: 'discord',
    ...fields,
  };
}

export const aWithdrawal = (userId: string): Command => ({ type: 'withdraw', id: nextId(), user_id: userId });

export const aCheckIn = (userId: string): Command => ({ type: 'check_in', id: nextId(), user_id: userId });

/** Somebody changes their signup. */
export const aChange = (
  userId: string,
  fields: Pick<ChangeSignupCommand, 'status' | 'role_id' | 'role_ids' | 'notes' | 'ship_model'>,
): Command => ({ type: 'change_signup', id: nextId(), user_id: userId, ...fields });

/** Somebody takes or leaves the seat that is held for them. */
export const anOfferAnswer = (userId: string, accepts: boolean): Command => ({
  ...{ type: 'answer_offer', id: nextId(), user_id: userId },
  accepts,
});

/** Somebody boards a ship, or leaves it. */
export const aBoarding = (
  userId: string,
  shipId: string | null,
  post?: BoardCommand['post'],
): BoardCommand => ({
  ...{ type: 'board', id: nextId(), user_id: userId },
  ship_id: shipId,
  post,
});

/** Staff approve or decline a signup. */
export const aDecision = (userId: string, approved: boolean): Command => ({
  ...{ type: 'decide', id: nextId(), user_id: userId },
  approved,
});

/** Staff act on somebody's signup. */
export const aPlacement = (userId: string, fields: Pick<PlaceCommand, 'role_id' | 'status'>): Command => ({
  type: 'place',
  id: nextId(),
  user_id: userId,
  ...fields,
});

/** Staff change fields; `expectedEdition` is the one that they saw. */
export const anEdit = (
  changes: EditCommand['changes'],
  expectedEdition: number | null = null,
): EditCommand => ({
  type: 'edit',
  id: nextId(),
  changes,
  new_role_ids: (changes.roles ?? []).map(nextId),
  new_ship_ids: (changes.fleet_ships ?? []).map(nextId),
  expected_edition: expectedEdition,
});

/** Staff publish, start, complete or cancel the event. */
export const aMove = (type: StateCommand['type']): StateCommand => ({ type, id: nextId(), reason: null });

/** The day before the events of `anEvent`. */
export const DAY_BEFORE = new Date('2029-12-31T20:00:00Z');

/** The event after commands, none of which it refused. */
export function after(
  event: EventWithRoster,
  commands: readonly Command[],
  now = DAY_BEFORE,
): EventWithRoster {
  const applied = apply(event, commands, now);
  expect(applied.outcomes.filter(({ refused }) => refused !== undefined)).toEqual([]);
  return applied.event;
}

/** With which code a command is refused; the event stays as time alone has made it. */
export function refusal(event: EventWithRoster, command: Command, now = DAY_BEFORE): string | undefined {
  const before = apply(event, [], now).event;
  const applied = apply(before, [command], now);
  expect(applied.event).toBe(before);
  return applied.outcomes[0]?.refused?.code;
}

/** Where each stands, by their place in the roster: `ada confirmed tank`. */
export function standings({ roster }: EventWithRoster): string[] {
  return roster.map(({ user_id, status, role_id }) =>
    [user_id, status, role_id].filter((word) => word !== null).join(' '),
  );
}
