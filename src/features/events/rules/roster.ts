import {
  EXTRA_ANSWERS,
  type Event,
  type EventRole,
  type EventSeats,
  type ExtraAnswer,
  type SeatCount,
} from './event.js';

/** What a status means: which seat stands behind it, and in which part of the list it stands; a new answer is a line here. */
const STATUSES = {
  confirmed: { seat: 'taken', group: 0 },
  checked_in: { seat: 'taken', group: 0 },
  late: { seat: 'taken', group: 0 },
  no_show: { seat: null, group: 0 },
  offered: { seat: 'held', group: 1 },
  waitlist: { seat: null, group: 1 },
  pending: { seat: null, group: 2 },
  tentative: { seat: null, group: 3 },
  absent: { seat: null, group: 4 },
  withdrawn: { seat: null, group: null },
} as const satisfies Record<string, StatusMeaning> & Record<ExtraAnswer, StatusMeaning>;

interface StatusMeaning {
  /** `held`: kept free for them until they say whether they take it; no one else gets it. */
  readonly seat: 'taken' | 'held' | null;
  /** `null`: not listed. */
  readonly group: number | null;
}

export type SignupStatus = keyof typeof STATUSES;
export const SIGNUP_STATUSES = Object.keys(STATUSES) as readonly SignupStatus[];

/** An answer that takes a seat. */
export type SeatAnswer = 'confirmed' | 'late';

/** What a member can answer: a seat, or what the organizer offers beside. */
export type MemberAnswer = 'confirmed' | ExtraAnswer;

/** What somebody does aboard a ship. */
export const SHIP_POSTS = ['captain', 'crew'] as const;
export type ShipPost = (typeof SHIP_POSTS)[number];

export const SIGNUP_SOURCES = ['web', 'discord'] as const;
export type SignupSource = (typeof SIGNUP_SOURCES)[number];

/** What happened to somebody's signup. */
export type EntryChange =
  | 'signed_up'
  | 'approved'
  | 'declined'
  | 'offered'
  | 'accepted'
  | 'lapsed'
  | 'promoted'
  | 'moved'
  | 'boarded'
  | 'withdrawn'
  | 'checked_in'
  | 'no_show'
  | 'noted';

/** A command that an entry remembers, with what came of it. */
export interface RememberedCommand {
  readonly id: string;
  readonly result: CommandResult;
  /** Staff did it: their act is written down with who it was. Missing: the member. */
  readonly by_staff?: true;
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
  /** The role of their seat; without one, the role that they want first. */
  readonly role_id: string | null;
  /** All the roles that they want, in their order, where they named several; missing or empty otherwise. */
  readonly role_ids?: readonly string[];
  /** Until when a seat is held for them; missing or `null` without an offer. */
  readonly offer_expires_at?: Date | null;
  /** What a seat will make of somebody who waits; `confirmed` when it is missing. */
  readonly wants?: SeatAnswer;
  /** Drawn on arrival, and again on joining the end of a queue; a lower number is served first. */
  readonly order: number;
  readonly notes: string | null;
  /** The ship that they bring themselves. */
  readonly ship_model: string | null;
  /** The ship of the event that they are aboard, and as what; missing or `null` for none. */
  readonly ship_id?: string | null;
  readonly ship_post?: ShipPost | null;
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

/** Whether somebody with this status has a seat. */
export function holdsSeat(status: SignupStatus): boolean {
  return STATUSES[status].seat === 'taken';
}

/** Whether a status keeps a seat from others: theirs, or held for them. */
export function keepsSeat(status: SignupStatus): boolean {
  return STATUSES[status].seat !== null;
}

/** Whether a member's answer asks for a seat. */
export function takesSeat(answer: MemberAnswer): answer is SeatAnswer {
  return holdsSeat(answer);
}

/** The part of the list in which a status stands; `null` for one that is not listed. */
export function groupOf(status: SignupStatus): number | null {
  return STATUSES[status].group;
}

/** Whether somebody counts on a seat: they have one, are offered one, wait for one, or for approval. */
export function isSignedUp({ status }: Pick<RosterEntry, 'status'>): boolean {
  return isWaiting({ status }) || keepsSeat(status);
}

/** Whether somebody asks for a seat and has none yet. */
export function isWaiting({ status }: Pick<RosterEntry, 'status'>): boolean {
  return status === 'waitlist' || status === 'pending';
}

/** The roles that somebody without a seat wants, the dearest first; `null` for none in particular. */
export function wishesOf({
  role_id,
  role_ids = [],
}: Pick<RosterEntry, 'role_id' | 'role_ids'>): readonly (string | null)[] {
  return role_ids.length > 0 ? role_ids : [role_id];
}

/** The statuses of those who come, or may. */
export const COMING = SIGNUP_STATUSES.filter((status) => isSignedUp({ status }) || status === 'tentative');

/** Whether somebody has an answer that still counts, also one without a seat. */
export function hasAnswered({ status }: Pick<RosterEntry, 'status'>): boolean {
  return status !== 'withdrawn' && status !== 'no_show';
}

/** The counters of a role, or of an event, before anybody has answered. */
export const NO_SEATS: SeatCount = { confirmed: 0, waitlist: 0, offered: 0 };

/** Statuses that have a counter of their own beside those. */
const COUNTED = ['checked_in', 'pending', ...EXTRA_ANSWERS] as const;

/** Those counters before anybody has answered so. */
export const NO_ANSWERS = Object.fromEntries(COUNTED.map((status) => [status, 0])) as Record<
  (typeof COUNTED)[number],
  number
>;

/** Counters while they are counted. */
type Tally = Record<keyof SeatCount | (typeof COUNTED)[number], number> & {
  readonly by_role: Record<string, Record<keyof SeatCount, number>>;
};

/** The counters of a roster. */
export function countSeats(roster: readonly RosterEntry[], roles: readonly EventRole[]): EventSeats {
  const byRole = Object.fromEntries(roles.map(({ id }) => [id, { ...NO_SEATS }]));
  const tally: Tally = { ...NO_SEATS, ...NO_ANSWERS, by_role: byRole };
  for (const entry of roster) count(tally, entry, 1);
  return tally;
}

/** The counters after one entry has changed; `before` is `null` for one that is new. */
export function recount(seats: EventSeats, before: RosterEntry | null, after: RosterEntry): EventSeats {
  const tally: Tally = { ...seats, by_role: { ...seats.by_role } };
  for (const role of [...(before === null ? [] : countedRoles(before)), ...countedRoles(after)]) {
    const counted = role === null ? undefined : seats.by_role[role];
    if (role !== null && counted !== undefined) tally.by_role[role] = { ...counted };
  }
  if (before !== null) count(tally, before, -1);
  count(tally, after, 1);
  return tally;
}

/** The roles that somebody counts for: that of their seat, or all that they wait for. */
function countedRoles(entry: RosterEntry): readonly (string | null)[] {
  return entry.status === 'waitlist' ? wishesOf(entry) : [entry.role_id];
}

function count(tally: Tally, entry: RosterEntry, step: 1 | -1): void {
  const { status } = entry;
  const counted = COUNTED.find((one) => one === status);
  if (counted !== undefined) tally[counted] += step;
  const seat = status === 'waitlist' || status === 'offered' ? status : 'confirmed';
  if (seat === 'confirmed' && !holdsSeat(status)) return;
  tally[seat] += step;
  for (const roleId of countedRoles(entry)) {
    const role = roleId === null ? undefined : tally.by_role[roleId];
    if (role !== undefined) role[seat] += step;
  }
}

/** What decides whether a seat is free. */
export type SeatedEvent = Pick<Event, 'roles' | 'max_participants' | 'seats'>;

/** Whether the event as a whole has room for one more. */
export function hasRoom({ max_participants, seats }: SeatedEvent): boolean {
  return max_participants === null || takenOf(seats) < max_participants;
}

/** Whether a role has room, whatever the event's limit; not so for a role that the event does not have. */
export function roleHasRoom({ roles, seats }: SeatedEvent, roleId: string): boolean {
  const role = roles.find(({ id }) => id === roleId);
  return role !== undefined && takenOf(seats.by_role[roleId] ?? NO_SEATS) < role.capacity;
}

/** Seats that no one else can get: taken, or held for somebody who is offered one. */
export function takenOf({ confirmed, offered }: SeatCount): number {
  return confirmed + offered;
}

/** Whether a seat is free for a role, or for someone without one. */
function isFree(event: SeatedEvent, roleId: string | null): boolean {
  return hasRoom(event) && (roleId === null || roleHasRoom(event, roleId));
}

/** The first of these roles in which a seat is free; `undefined` for none. */
export function firstFree(event: SeatedEvent, wishes: readonly (string | null)[]): string | null | undefined {
  return wishes.find((roleId) => isFree(event, roleId));
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
