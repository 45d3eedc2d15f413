import { conflict, notFound } from '../../../common/errors.js';
import { isOpenToAll } from '../../access/rules/event-access.js';
import { checkInIsOpen } from './check-in.js';
import type {
  ChangeSignupCommand,
  CheckInCommand,
  EntryCommand,
  Outcome,
  PlaceCommand,
  SignUpCommand,
  WithdrawCommand,
} from './commands.js';
import type { Event } from './event.js';
import type { EntryFields, EventDraft, PlacedEntry } from './draft.js';
import {
  alreadyCheckedIn,
  notConfirmed,
  notSignedUp,
  requireOpen,
  roleFull,
  roleRequired,
  signupRestricted,
  waitlistFull,
} from './refusals.js';
import { hasRoom, holdsSeat, isFree, roleHasRoom, ROSTER_LIMIT, type RosterEntry } from './roster.js';

/**
 * The rules of seats.
 *
 * - A seat is free for a role when the event has room (`max_participants`) and the role has room (`capacity`); without a
 *   role, when the event has room.
 * - Someone who arrives joins the end of the waitlist, and a free seat goes to the first for whom one is free. After every
 *   command no seat is empty while someone entitled to it waits.
 * - Where the event asks for it (`role_required`), only the choice of a role takes a seat or a place in the queue.
 * - Someone seated changes role only into a free seat of a role that has no queue, and keeps the old seat otherwise.
 * - Someone waiting who changes role joins the end of the queue.
 * - Someone seated loses the seat only by their own or an organizer's act.
 * - Interest on Discord signs up without a role, and losing it takes back only that: once a member or staff have chosen
 *   anything, it counts no more.
 *
 * @throws DomainError when the event refuses; nothing is changed then
 */
export function answer(draft: EventDraft, command: EntryCommand): Outcome {
  const found = draft.find(command.user_id);
  const known = found?.entry.commands.find(({ id }) => id === command.id);
  if (found !== null && known !== undefined) return { done: known.result, place: found.place };
  switch (command.type) {
    case 'sign_up':
      return signUp(draft, command, found);
    case 'withdraw':
      return withdraw(draft, command, found);
    case 'change_signup':
      return changeSignup(draft, command, found);
    case 'check_in':
      return checkIn(draft, command, found);
    case 'place':
      return place(draft, command, found);
  }
}

function signUp(draft: EventDraft, command: SignUpCommand, found: PlacedEntry | null): Outcome {
  requireOpen(draft.event, command.role_id);
  if (!command.admitted && !isOpenToAll(draft.event)) throw signupRestricted();
  if (found !== null && isSignedUp(found.entry)) return signUpAgain(draft, command, found);
  requireRole(draft.event, command.role_id);
  if (found === null && draft.entries.length >= ROSTER_LIMIT) throw waitlistFull();
  const arrival = {
    status: isFree(draft.event, command.role_id) ? 'confirmed' : 'waitlist',
    role_id: command.role_id,
    order: draft.drawOrder(),
    notes: command.notes,
    ship_model: command.ship_model,
    source: command.source,
    interested_on: command.interested_on ?? null,
    created_at: draft.now,
    checked_in_at: null,
  } as const;
  if (found === null) {
    const entry = { id: command.entry_id, user_id: command.user_id, ...arrival };
    return { done: 'signed_up', place: draft.add(entry, command.id) };
  }
  draft.change(found.place, arrival, 'signed_up', command.id);
  return { done: 'signed_up', place: found.place };
}

/** Asking for the seat that one had by interest alone makes it one's own. */
function signUpAgain(draft: EventDraft, command: SignUpCommand, { place, entry }: PlacedEntry): Outcome {
  if (command.interested_on !== undefined || !standsOnInterest(entry)) return { done: 'already', place };
  draft.change(place, CHOSEN, 'noted', null);
  return { done: 'already', place };
}

function withdraw(draft: EventDraft, command: WithdrawCommand, found: PlacedEntry | null): Outcome {
  requireOpen(draft.event, null);
  const { place, entry } = requireSignedUp(found);
  const stays = command.interested_on !== undefined && command.interested_on !== entry.interested_on;
  if (stays) return { done: 'already', place };
  draft.change(place, { status: 'withdrawn', checked_in_at: null }, 'withdrawn', command.id);
  return { done: 'withdrawn', place };
}

function changeSignup(draft: EventDraft, command: ChangeSignupCommand, found: PlacedEntry | null): Outcome {
  requireOpen(draft.event, command.role_id ?? null);
  const { place, entry } = requireSignedUp(found);
  const noted = notedFields(command, entry);
  const moved = movedFields(draft, command.role_id, entry);
  if (moved !== null) {
    draft.change(place, { ...noted, ...moved, ...chosen(entry) }, 'moved', command.id);
    return { done: 'moved', place };
  }
  if (Object.keys(noted).length === 0) return { done: 'already', place };
  draft.change(place, { ...noted, ...chosen(entry) }, 'noted', command.id);
  return { done: 'noted', place };
}

/** What a member's change of role makes of their entry; `null` when they stay in theirs. */
function movedFields(
  draft: EventDraft,
  roleId: string | null | undefined,
  entry: RosterEntry,
): EntryFields | null {
  if (roleId === undefined || roleId === entry.role_id) return null;
  requireRole(draft.event, roleId);
  if (!holdsSeat(entry.status)) return { role_id: roleId, order: draft.drawOrder() };
  const queue = roleId === null ? 0 : (draft.event.seats.by_role[roleId]?.waitlist ?? 0);
  if (roleId !== null && (queue > 0 || !roleHasRoom(draft.event, roleId))) throw roleFull();
  return { role_id: roleId };
}

function notedFields({ notes, ship_model }: ChangeSignupCommand, entry: RosterEntry): EntryFields {
  return {
    ...(notes !== undefined && notes !== entry.notes && { notes }),
    ...(ship_model !== undefined && ship_model !== entry.ship_model && { ship_model }),
  };
}

function checkIn(draft: EventDraft, command: CheckInCommand, found: PlacedEntry | null): Outcome {
  requireOpen(draft.event, null);
  const { place, entry } = requireSignedUp(found);
  if (entry.status === 'checked_in') throw alreadyCheckedIn();
  if (entry.status !== 'confirmed') throw notConfirmed();
  if (!checkInIsOpen(draft.event, draft.now)) {
    throw conflict('check_in_closed', 'Check-in opens one hour before the start of the event.');
  }
  const checkedIn = { status: 'checked_in', checked_in_at: draft.now, ...chosen(entry) } as const;
  draft.change(place, checkedIn, 'checked_in', command.id);
  return { done: 'checked_in', place };
}

/** Staff seat, move, mark or withdraw somebody; within the event's limits, and without regard to the queue of a role. */
function place(draft: EventDraft, command: PlaceCommand, found: PlacedEntry | null): Outcome {
  requireOpen(draft.event, command.role_id ?? null);
  if (found === null) throw notFound('signup');
  const { entry } = found;
  const roleId = command.role_id === undefined ? roleOf(draft.event, entry) : command.role_id;
  const status = command.status ?? (isSignedUp(entry) ? entry.status : 'confirmed');
  if (status === entry.status && roleId === entry.role_id) return { done: 'already', place: found.place };

  switch (status) {
    case 'confirmed':
    case 'checked_in':
      requireSeat(draft, entry, roleId);
      break;
    case 'no_show':
      if (!holdsSeat(entry.status)) throw notConfirmed();
      break;
    case 'withdrawn':
      requireSignedUp(found);
      break;
    case 'waitlist':
      break;
  }
  const change = status === 'checked_in' || status === 'withdrawn' || status === 'no_show' ? status : 'moved';
  draft.change(
    found.place,
    {
      status,
      role_id: roleId,
      ...chosen(entry),
      checked_in_at: status === 'checked_in' ? (entry.checked_in_at ?? draft.now) : null,
      ...(status === 'waitlist' && entry.status !== 'waitlist' && { order: draft.drawOrder() }),
    },
    change,
    command.id,
  );
  return { done: change, place: found.place };
}

/** @throws conflict `role_required` */
function requireRole({ role_required = false, roles }: Event, roleId: string | null): void {
  if (role_required && roles.length > 0 && roleId === null) throw roleRequired();
}

/** An entry's role; `null` also when it is not one of the event's any more, as it may be once they had left. */
function roleOf({ roles }: Pick<Event, 'roles'>, { role_id }: RosterEntry): string | null {
  return roles.some(({ id }) => id === role_id) ? role_id : null;
}

/** @throws conflict `role_full`, `event_full` when there is no seat for somebody in a role */
function requireSeat(draft: EventDraft, entry: RosterEntry, roleId: string | null): void {
  const seated = holdsSeat(entry.status);
  if (seated && entry.role_id === roleId) return;
  if (roleId !== null && !roleHasRoom(draft.event, roleId)) throw roleFull();
  if (!seated && !hasRoom(draft.event)) throw conflict('event_full', 'No seat is free in this event.');
}

const CHOSEN = { interested_on: null } as const;

/** What any choice changes of an answer that stood on interest alone. */
function chosen(entry: RosterEntry): EntryFields {
  return standsOnInterest(entry) ? CHOSEN : {};
}

function standsOnInterest({ interested_on }: RosterEntry): boolean {
  return interested_on !== undefined && interested_on !== null;
}

/** Whether somebody has an answer that still counts: a seat, or a place in the queue. */
export function isSignedUp({ status }: RosterEntry): boolean {
  return status === 'waitlist' || holdsSeat(status);
}

function requireSignedUp(found: PlacedEntry | null): PlacedEntry {
  if (found === null || !isSignedUp(found.entry)) throw notSignedUp();
  return found;
}
