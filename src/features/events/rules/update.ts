import type { EventRecord, EventWithRoster } from './event-record.js';
import type { EventSeats, SeatCount } from './event.js';
import type { RosterEntry } from './roster.js';

/** Paths of an event's document, each with its new value: what one `$set` writes. */
export type EventUpdate = Readonly<Record<string, unknown>>;

/**
 * The paths in which two states of an event differ, so that a write costs what has changed and not what the roster holds.
 * Entries are written field by field, new ones whole; both by their place, which never changes.
 */
export function updateOf(before: EventWithRoster, after: EventWithRoster): EventUpdate {
  const { roster: oldRoster, seats: oldSeats, ...oldHead } = before;
  const { roster, seats, ...head } = after;
  return {
    ...headUpdate(oldHead, head),
    ...seatsUpdate(oldSeats, seats),
    ...rosterUpdate(oldRoster, roster),
  };
}

type Head = Omit<EventRecord, 'seats'>;

function headUpdate(before: Head, after: Head): EventUpdate {
  return changedFields(before, after, '');
}

function seatsUpdate(before: EventSeats, after: EventSeats): EventUpdate {
  const { by_role: oldRoles, ...oldTotals } = before;
  const { by_role: roles, ...totals } = after;
  const sameRoles =
    Object.keys(oldRoles).length === Object.keys(roles).length &&
    Object.keys(roles).every((id) => id in oldRoles);
  return {
    ...changedFields(oldTotals, totals, 'seats.'),
    ...(sameRoles ? roleSeatsUpdate(oldRoles, roles) : { 'seats.by_role': roles }),
  };
}

function roleSeatsUpdate(
  before: Readonly<Record<string, SeatCount>>,
  after: Readonly<Record<string, SeatCount>>,
): EventUpdate {
  return Object.assign(
    {},
    ...Object.entries(after).map(([id, count]) =>
      changedFields(before[id] ?? {}, count, `seats.by_role.${id}.`),
    ),
  ) as EventUpdate;
}

function rosterUpdate(before: readonly RosterEntry[], after: readonly RosterEntry[]): EventUpdate {
  const update: Record<string, unknown> = {};
  for (const [place, entry] of after.entries()) {
    const old = before[place];
    if (old === entry) continue;
    if (old === undefined) update[`roster.${String(place)}`] = entry;
    else Object.assign(update, changedFields(old, entry, `roster.${String(place)}.`));
  }
  return update;
}

/** Values are compared as they are stored: an array or object that was replaced counts as changed. */
function changedFields(before: object, after: object, prefix: string): EventUpdate {
  const old = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(after).filter(([key, value]) => !isSame(old.get(key), value));
  return Object.fromEntries(changed.map(([key, value]) => [prefix + key, value as unknown]));
}

function isSame(one: unknown, other: unknown): boolean {
  if (one instanceof Date && other instanceof Date) return one.getTime() === other.getTime();
  return one === other;
}
