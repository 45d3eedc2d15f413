import type { Event, SeatCount } from './event.js';
import type { Signup, StoredSignupStatus } from './signup.js';

/**
 * The rules of seats.
 *
 * - A seat is free for a role when the event has room (`max_participants`) and the role has room (`capacity`); without a role,
 *   when the event has room.
 * - Someone who arrives takes a free seat only while nobody at all is waiting; otherwise they draw the next number and wait.
 * - A free seat goes to the lowest number among those for whom a seat is free.
 * - Someone seated changes role only into a free seat of a role that nobody waits for, and keeps the old seat otherwise.
 * - Someone waiting who changes role draws a new number: they join the end of the queue.
 *
 * The event's document decides, in one atomic update (features/events/seat-updates.ts says the same to the database).
 */
export type SeatedEvent = Pick<Event, 'roles' | 'max_participants' | 'seats'>;

/** Where a signup stands: what it counts for. */
export interface Place {
  readonly status: StoredSignupStatus;
  readonly role_id: string | null;
}

/** How far each counter moves. */
export interface SeatDelta {
  readonly confirmed: number;
  readonly waitlist: number;
  readonly checked_in: number;
  readonly by_role: ReadonlyMap<string, SeatCount>;
}

const NOBODY: SeatCount = { confirmed: 0, waitlist: 0 };

/** Whether a status holds a seat. */
export function holdsSeat(status: StoredSignupStatus): boolean {
  return status === 'confirmed' || status === 'checked_in';
}

/** How the counters move when signups go from one place to another. */
export function deltaOf(moves: readonly { readonly from: Place; readonly to: Place }[]): SeatDelta {
  const delta = { ...NOBODY, checked_in: 0 };
  const by_role = new Map<string, SeatCount>();
  const count = ({ status, role_id }: Place, step: number): void => {
    const confirmed = holdsSeat(status) ? step : 0;
    const waitlist = status === 'waitlist' ? step : 0;
    delta.confirmed += confirmed;
    delta.waitlist += waitlist;
    delta.checked_in += status === 'checked_in' ? step : 0;
    if (role_id === null) return;
    const role = by_role.get(role_id) ?? NOBODY;
    by_role.set(role_id, { confirmed: role.confirmed + confirmed, waitlist: role.waitlist + waitlist });
  };
  for (const { from, to } of moves) {
    count(from, -1);
    count(to, 1);
  }
  return { ...delta, by_role };
}

/** Seats that are free in the event as a whole; `Infinity` without a limit. */
export function freeInEvent(event: SeatedEvent): number {
  return (event.max_participants ?? Infinity) - event.seats.confirmed;
}

/** Seats that are free in a role, whatever the event's limit; 0 for a role that the event does not have. */
export function freeInRole(event: SeatedEvent, roleId: string): number {
  const role = event.roles.find(({ id }) => id === roleId);
  return role === undefined ? 0 : role.capacity - countOf(event, roleId).confirmed;
}

/** Whether a seat is free for a role, or for someone without one. */
export function isFree(event: SeatedEvent, roleId: string | null): boolean {
  return freeInEvent(event) > 0 && (roleId === null || freeInRole(event, roleId) > 0);
}

/** The roles that have a free seat, with `null` standing for those without a role; empty when the event is full. */
export function freeRoles(event: SeatedEvent): (string | null)[] {
  if (freeInEvent(event) <= 0) return [];
  return [null, ...event.roles.map(({ id }) => id).filter((id) => freeInRole(event, id) > 0)];
}

/** Whether somebody waits for whom a seat is free. */
export function mayPromote(event: SeatedEvent): boolean {
  if (event.seats.waitlist === 0) return false;
  return freeRoles(event).some((roleId) => waitingFor(event, roleId) > 0);
}

/**
 * Who of those waiting gets a seat now.
 * @param waiters the first of those waiting, by their numbers
 * @returns as many as there are seats for, first come, first served
 */
export function choosePromotions<T extends Signup>(event: SeatedEvent, waiters: readonly T[]): T[] {
  let total = freeInEvent(event);
  const inRole = new Map(event.roles.map(({ id }) => [id, freeInRole(event, id)]));
  return waiters.filter(({ role_id }) => {
    const room = role_id === null ? total : Math.min(total, inRole.get(role_id) ?? 0);
    if (room <= 0) return false;
    total -= 1;
    if (role_id !== null) inRole.set(role_id, (inRole.get(role_id) ?? 0) - 1);
    return true;
  });
}

/** How many wait for a role, or without one. */
function waitingFor(event: SeatedEvent, roleId: string | null): number {
  if (roleId !== null) return countOf(event, roleId).waitlist;
  const withRole = Object.values(event.seats.by_role).reduce((sum, { waitlist }) => sum + waitlist, 0);
  return event.seats.waitlist - withRole;
}

function countOf(event: SeatedEvent, roleId: string): SeatCount {
  return event.seats.by_role[roleId] ?? NOBODY;
}
