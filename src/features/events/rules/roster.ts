import {
  EXTRA_ANSWERS,
  type Event,
  type EventRole,
  type EventSeats,
  type ExtraAnswer,
  type SeatCount,
} from './event.js';

/** What a status means: whether it holds a seat, and in which part of the list it stands; a new answer is a line here. */
const STATUSES = {
  confirmed: { seat: true, group: 0 },
  checked_in: { seat: true, group: 0 },
  late: { seat: true, group: 0 },
  no_show: { seat: false, group: 0 },
  waitlist: { seat: false, group: 1 },
  tentative: { seat: false, group: 2 },
  absent: { seat: false, group: 3 },
  withdrawn: { seat: false, group: null },
} as const satisfies Record<string, StatusMeaning> & Record<ExtraAnswer, StatusMeaning>;

interface StatusMeaning {
  readonly seat: boolean;
  /** `null`: not listed. */
  readonly group: number | null;
}

export type SignupStatus = keyof typeof STATUSES;
export const SIGNUP_STATUSES = Object.keys(STATUSES) as readonly SignupStatus[];

/** An answer that takes a seat. */
export type SeatAnswer = 'confirmed' | 'late';

/** What a member can answer: a seat, or what the organizer offers beside. */
export type MemberAnswer = 'confirmed' | ExtraAnswer;

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
  /** What a seat will make of somebody who waits; `confirmed` when it is missing. */
  readonly wants?: SeatAnswer;
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
  return STATUSES[status].seat;
}

/** Whether a member's answer asks for a seat. */
export function takesSeat(answer: MemberAnswer): answer is SeatAnswer {
  return holdsSeat(answer);
}

/** The part of the list in which a status stands; `null` for one that is not listed. */
export function groupOf(status: SignupStatus): number | null {
  return STATUSES[status].group;
}

/** Whether somebody counts on a seat: they have one, or wait for one. */
export function isSignedUp({ status }: Pick<RosterEntry, 'status'>): boolean {
  return status === 'waitlist' || holdsSeat(status);
}

/** The statuses of those who come, or may. */
export const COMING = SIGNUP_STATUSES.filter((status) => isSignedUp({ status }) || status === 'tentative');

/** Whether somebody has an answer that still counts, also one without a seat. */
export function hasAnswered({ status }: Pick<RosterEntry, 'status'>): boolean {
  return status !== 'withdrawn' && status !== 'no_show';
}

const NONE: SeatCount = { confirmed: 0, waitlist: 0 };
/** The counters of answers beside "confirmed" before anybody has answered so. */
export const NO_EXTRA_ANSWERS = Object.fromEntries(EXTRA_ANSWERS.map((answer) => [answer, 0])) as Record<
  ExtraAnswer,
  number
>;

/** Statuses that have a counter of their own. */
const COUNTED = ['checked_in', ...EXTRA_ANSWERS] as const;

/** Counters while they are counted. */
type Tally = Record<'confirmed' | 'waitlist' | (typeof COUNTED)[number], number> & {
  readonly by_role: Record<string, { confirmed: number; waitlist: number }>;
};

/** The counters of a roster. */
export function countSeats(roster: readonly RosterEntry[], roles: readonly EventRole[]): EventSeats {
  const byRole = Object.fromEntries(roles.map(({ id }) => [id, { ...NONE }]));
  const tally: Tally = { ...NONE, checked_in: 0, ...NO_EXTRA_ANSWERS, by_role: byRole };
  for (const entry of roster) count(tally, entry, 1);
  return tally;
}

/** The counters after one entry has changed; `before` is `null` for one that is new. */
export function recount(seats: EventSeats, before: RosterEntry | null, after: RosterEntry): EventSeats {
  const tally: Tally = { ...seats, by_role: { ...seats.by_role } };
  for (const role of [before?.role_id, after.role_id]) {
    const counted = role === undefined || role === null ? undefined : seats.by_role[role];
    if (typeof role === 'string' && counted !== undefined) tally.by_role[role] = { ...counted };
  }
  if (before !== null) count(tally, before, -1);
  count(tally, after, 1);
  return tally;
}

function count(tally: Tally, { status, role_id }: RosterEntry, step: 1 | -1): void {
  const seated = holdsSeat(status) ? step : 0;
  const waiting = status === 'waitlist' ? step : 0;
  const counted = COUNTED.find((one) => one === status);
  if (counted !== undefined) tally[counted] += step;
  tally.confirmed += seated;
  tally.waitlist += waiting;
  const role = role_id === null ? undefined : tally.by_role[role_id];
  if (role === undefined) return;
  role.confirmed += seated;
  role.waitlist += waiting;
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
export function positionOf(roster: readonly RosterEntry[], { id, status }: RosterEntry): number | null {
  if (status !== 'waitlist') return null;
  return 1 + waitlistOf(roster).findIndex((other) => other.id === id);
}
