import type { Event, EventRole, EventSeats, SeatCount } from './event.js';

export const SIGNUP_STATUSES = ['confirmed', 'waitlist', 'checked_in', 'withdrawn', 'no_show'] as const;
export type SignupStatus = (typeof SIGNUP_STATUSES)[number];

export const SIGNUP_SOURCES = ['web', 'discord'] as const;
export type SignupSource = (typeof SIGNUP_SOURCES)[number];

/** What happened to somebody's signup. */
export type EntryChange =
  'signed_up' | 'promoted' | 'moved' | 'withdrawn' | 'checked_in' | 'no_show' | 'noted';

/** A command that an entry remembers, with what came of it. */
interface RememberedCommand {
  readonly id: string;
  readonly result: CommandResult;
}

/** What a command did to an entry; `already`: nothing, because it was so before. */
export type CommandResult = EntryChange | 'already';

/** How many commands an entry remembers: the one that an unknown outcome asks for, and the one before. */
export const REMEMBERED_COMMANDS = 2;

/**
 * One member's answer in an event's roster. Entries are never removed or reordered: the place in the array is the entry's identity.
 */
export interface RosterEntry {
  readonly id: string;
  readonly user_id: string;
  readonly status: SignupStatus;
  readonly role_id: string | null;
  /** Drawn on arrival, and again on joining the end of a queue; a lower number is served first. */
  readonly order: number;
  readonly notes: string | null;
  readonly ship_model: string | null;
  readonly source: SignupSource;
  /** The Discord server where they are interested, as long as nothing else stands behind the answer; missing in older entries. */
  readonly interested_on?: string | null;
  readonly created_at: Date;
  readonly checked_in_at: Date | null;
  /** The revision that last changed the entry. */
  readonly rev: number;
  /** What last happened that others are told of (`isTold`), by which revision, and when. */
  readonly change: EntryChange;
  readonly change_rev: number;
  readonly changed_at: Date;
  readonly commands: readonly RememberedCommand[];
}

/** A roster holds at most this many entries, withdrawn ones included. */
export const ROSTER_LIMIT = 1_000;

/** Whether a status holds a seat. */
export function holdsSeat(status: SignupStatus): boolean {
  return status === 'confirmed' || status === 'checked_in';
}

const NONE: SeatCount = { confirmed: 0, waitlist: 0 };

/** The counters of a roster. */
export function countSeats(roster: readonly RosterEntry[], roles: readonly EventRole[]): EventSeats {
  const total = { confirmed: 0, waitlist: 0, checked_in: 0 };
  const byRole = new Map(roles.map(({ id }) => [id, { ...NONE }]));
  for (const { status, role_id } of roster) {
    const seated = holdsSeat(status) ? 1 : 0;
    const waiting = status === 'waitlist' ? 1 : 0;
    if (seated + waiting === 0) continue;
    total.confirmed += seated;
    total.waitlist += waiting;
    total.checked_in += status === 'checked_in' ? 1 : 0;
    const role = role_id === null ? undefined : byRole.get(role_id);
    if (role === undefined) continue;
    role.confirmed += seated;
    role.waitlist += waiting;
  }
  return { ...total, by_role: Object.fromEntries(byRole) };
}

/** What decides whether a seat is free. */
export type SeatedEvent = Pick<Event, 'roles' | 'max_participants' | 'seats'>;

/** Whether the event as a whole has room for one more. */
export function hasRoom({ max_participants, seats }: SeatedEvent): boolean {
  return max_participants === null || seats.confirmed < max_participants;
}

/** Whether a role has room, whatever the event's limit; not so for a role that the event does not have. */
export function roleHasRoom({ roles, seats }: SeatedEvent, roleId: string): boolean {
  const role = roles.find(({ id }) => id === roleId);
  return role !== undefined && (seats.by_role[roleId] ?? NONE).confirmed < role.capacity;
}

/** Whether a seat is free for a role, or for someone without one. */
export function isFree(event: SeatedEvent, roleId: string | null): boolean {
  return hasRoom(event) && (roleId === null || roleHasRoom(event, roleId));
}

/** Those who wait, in the order in which they are served. */
export function waitlistOf(roster: readonly RosterEntry[]): RosterEntry[] {
  return roster.filter(({ status }) => status === 'waitlist').sort((a, b) => a.order - b.order);
}

/** The place in the queue of someone who waits, 1 for the first; `null` for anyone else. */
export function positionOf(roster: readonly RosterEntry[], { status, order }: RosterEntry): number | null {
  if (status !== 'waitlist') return null;
  return 1 + roster.filter((other) => other.status === 'waitlist' && other.order < order).length;
}
