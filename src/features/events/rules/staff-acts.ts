import { conflict, notFound } from '../../../common/errors.js';
import { attendanceIsOpen } from './check-in.js';
import type { DecideCommand, Outcome, PlaceCommand, StaffStatus } from './commands.js';
import type { EventDraft, PlacedEntry } from './draft.js';
import { chosen } from './entries.js';
import type { Event } from './event.js';
import { approve, wished } from './queue.js';
import {
  notConfirmed,
  notPending,
  notSignedUp,
  notStarted,
  requireOffered,
  requireOpen,
  roleFull,
} from './refusals.js';
import {
  firstFree,
  hasAnswered,
  hasRoom,
  holdsSeat,
  keepsSeat,
  roleHasRoom,
  type RosterEntry,
  wishesOf,
} from './roster.js';

/** What staff note of those who had a seat, also once the event is over. */
const ATTENDANCE: readonly StaffStatus[] = ['confirmed', 'checked_in', 'no_show'];

/**
 * Staff seat, move, mark or withdraw somebody; within the event's limits, and without regard to the queue of a role. Of an event
 * that is over they still note, for a week, which of those who had a seat came.
 */
export function place(draft: EventDraft, command: PlaceCommand, found: PlacedEntry | null): Outcome {
  const { event } = draft;
  if (!notesWhoCame(draft, command, found)) requireOpen(event, [command.role_id ?? null]);
  if (found === null) throw notFound('signup');
  const { entry } = found;
  const status = command.status ?? (hasAnswered(entry) ? entry.status : 'confirmed');
  const roleId = command.role_id === undefined ? roleOf(event, entry, status) : command.role_id;
  if (status === entry.status && roleId === entry.role_id) return { done: 'already', place: found.place };

  if (status !== entry.status) requireOffered(event, status);
  if (keepsSeat(status)) requireSeat(event, entry, roleId);
  if (status === 'no_show') requireMissed(draft, entry);
  if (status === 'withdrawn' && !hasAnswered(entry)) throw notSignedUp();
  const change = status === 'checked_in' || status === 'withdrawn' || status === 'no_show' ? status : 'moved';
  const joins = status !== entry.status && hasAnswered({ status }) && !holdsSeat(status);
  draft.change(
    found.place,
    {
      status,
      ...wished([roleId], entry),
      ...chosen(entry),
      checked_in_at: status === 'checked_in' ? (entry.checked_in_at ?? draft.now) : null,
      ...(joins && { order: draft.drawOrder() }),
    },
    change,
    command.id,
  );
  return { done: change, place: found.place };
}

/** Staff approve a signup that waits for it, or decline it. */
export function decide(draft: EventDraft, command: DecideCommand, found: PlacedEntry | null): Outcome {
  requireOpen(draft.event);
  if (found === null) throw notFound('signup');
  if (found.entry.status !== 'pending') throw notPending();
  if (command.approved) {
    approve(draft, found, command.id);
    return { done: 'approved', place: found.place };
  }
  draft.change(found.place, { status: 'withdrawn' }, 'declined', command.id);
  return { done: 'declined', place: found.place };
}

/** Whether staff say of somebody who had a seat in a completed event whether they came. */
function notesWhoCame(
  { event, now }: EventDraft,
  { status, role_id: roleId }: PlaceCommand,
  found: PlacedEntry | null,
): boolean {
  if (event.state !== 'completed' || !attendanceIsOpen(event, now)) return false;
  if (status === undefined || roleId !== undefined || found === null) return false;
  return ATTENDANCE.includes(status) && (holdsSeat(found.entry.status) || found.entry.status === 'no_show');
}

/**
 * The role that somebody stands for where staff name none: the first that is free of those that they want, for a seat. `null` also
 * when theirs is not one of the event's any more, as it may be once they had left.
 */
function roleOf(event: Event, entry: RosterEntry, status: RosterEntry['status']): string | null {
  const free = holdsSeat(status) && !keepsSeat(entry.status) ? firstFree(event, wishesOf(entry)) : undefined;
  if (free !== undefined) return free;
  return event.roles.some(({ id }) => id === entry.role_id) ? entry.role_id : null;
}

/** @throws conflict `role_full`, `event_full` when there is no seat for somebody in a role */
function requireSeat(event: Event, entry: RosterEntry, roleId: string | null): void {
  const seated = keepsSeat(entry.status);
  if (seated && entry.role_id === roleId) return;
  if (roleId !== null && !roleHasRoom(event, roleId)) throw roleFull();
  if (!seated && !hasRoom(event)) throw conflict('event_full', 'No seat is free in this event.');
}

/** Only who had a seat has missed the event, once it has begun. @throws conflict `not_confirmed`, `not_started` */
function requireMissed({ event, now }: EventDraft, entry: RosterEntry): void {
  if (!holdsSeat(entry.status)) throw notConfirmed();
  if (!attendanceIsOpen(event, now)) throw notStarted();
}
