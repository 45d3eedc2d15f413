import type { EventWithRoster } from './event-record.js';
import {
  hasRoom,
  holdsSeat,
  positionOf,
  roleHasRoom,
  type RosterEntry,
  takenOf,
  wishesOf,
  NO_SEATS,
} from './roster.js';
import { isOpen } from './transitions.js';

/** Why somebody's answer stands as it does; stable, for programs. */
export const SEAT_REASONS = [
  'seated',
  'in_queue',
  'event_full',
  'role_full',
  'role_filled_first',
  'needs_approval',
  'seat_offered',
  'offer_lapsed',
  'declined',
  'withdrawn',
  'missed',
  'answered_without_seat',
  'event_closed',
] as const;
export type SeatReasonCode = (typeof SEAT_REASONS)[number];

/** One reason, in plain words. */
export interface SeatReason {
  readonly code: SeatReasonCode;
  readonly detail: string;
  /** The role that it is about; `null` for the event as a whole. */
  readonly role_id: string | null;
}

/** Why somebody has a seat or none, and why not in a role that they wanted more; by the rules that seat people. */
export function whySeat(event: EventWithRoster, entry: RosterEntry): SeatReason[] {
  return [...whyStatus(event, entry), ...whyNotDearer(event, entry)];
}

function whyStatus(event: EventWithRoster, entry: RosterEntry): SeatReason[] {
  switch (entry.status) {
    case 'confirmed':
    case 'checked_in':
    case 'late':
      return [reason('seated', 'They have a seat.', entry.role_id)];
    case 'waitlist':
      return whyWaiting(event, entry);
    case 'pending':
      return [reason('needs_approval', 'Staff approve signups of this event, and have not decided yet.')];
    case 'offered':
      return [
        reason('seat_offered', 'A seat is held for them until they say whether they take it.', entry.role_id),
      ];
    case 'no_show':
      return [reason('missed', 'The organizer noted that they did not come.')];
    case 'tentative':
    case 'absent':
      return [reason('answered_without_seat', `They answered "${entry.status}", which takes no seat.`)];
    case 'withdrawn':
      return [whyGone(entry)];
  }
}

function whyGone({ change }: RosterEntry): SeatReason {
  if (change === 'lapsed')
    return reason('offer_lapsed', 'They did not take the seat that was held for them in time.');
  if (change === 'declined') return reason('declined', 'Staff declined the signup.');
  return reason('withdrawn', 'The signup was withdrawn.');
}

function whyWaiting(event: EventWithRoster, entry: RosterEntry): SeatReason[] {
  if (!isOpen(event.state))
    return [reason('event_closed', `The event is ${event.state}: no seat is given any more.`)];
  const place = positionOf(event.roster, entry);
  const queued = reason('in_queue', `They are number ${String(place)} in the queue.`);
  if (!hasRoom(event)) {
    const limit = `${String(takenOf(event.seats))} of ${String(event.max_participants)}`;
    return [queued, reason('event_full', `All seats of the event are taken or held: ${limit}.`)];
  }
  return [queued, ...wishesOf(entry).flatMap((roleId) => whyRole(event, roleId))];
}

function whyRole(event: EventWithRoster, roleId: string | null): SeatReason[] {
  const role = event.roles.find(({ id }) => id === roleId);
  if (role === undefined || roleHasRoom(event, role.id)) return [];
  const taken = takenOf(event.seats.by_role[role.id] ?? NO_SEATS);
  const detail = `All seats of ${role.name} are taken or held: ${String(taken)} of ${String(role.capacity)}.`;
  return [reason('role_full', detail, role.id)];
}

/** Roles that they named before the one in which they have a seat. */
function whyNotDearer(event: EventWithRoster, entry: RosterEntry): SeatReason[] {
  if (!holdsSeat(entry.status)) return [];
  const wishes = wishesOf(entry);
  return wishes.slice(0, Math.max(0, wishes.indexOf(entry.role_id))).flatMap((roleId) => {
    const full = whyRole(event, roleId);
    if (full.length > 0) return full;
    const detail = 'It was full when they were seated; no one is moved when a seat frees.';
    return [reason('role_filled_first', detail, roleId)];
  });
}

function reason(code: SeatReasonCode, detail: string, roleId: string | null = null): SeatReason {
  return { code, detail, role_id: roleId };
}
