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
  requireOffered,
  requireOpen,
  requireUnlocked,
  roleFull,
  roleRequired,
  signupRestricted,
  waitlistFull,
} from './refusals.js';
import {
  hasAnswered,
  hasRoom,
  holdsSeat,
  isFree,
  isSignedUp,
  type MemberAnswer,
  roleHasRoom,
  ROSTER_LIMIT,
  type RosterEntry,
  takesSeat,
} from './roster.js';

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
 * - "Late" takes a seat as "confirmed" does; "tentative" and "absent" take none, and give up the one that somebody had.
 * - A lock stops members' answers, a deadline those that seek a seat; staff are stopped by neither.
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
  const { role_id: roleId, status: wanted = 'confirmed' } = command;
  requireOpen(draft.event, roleId);
  if (!command.admitted && !isOpenToAll(draft.event)) throw signupRestricted();
  if (found !== null && countsAlready(found.entry, wanted, command))
    return signUpAgain(draft, command, found);
  if (!command.by_staff) requireUnlocked(draft.event, draft.now, { seeksSeat: holdsSeat(wanted) });
  requireOffered(draft.event, wanted);
  if (takesSeat(wanted)) requireRole(draft.event, roleId);
  if (found === null && draft.entries.length >= ROSTER_LIMIT) throw waitlistFull();
  const arrival = {
    ...arrivalAs(draft, wanted, roleId, found?.entry ?? null),
    role_id: roleId,
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

/** Whether somebody has what they ask for, or more; interest on Discord changes no answer. */
function countsAlready(entry: RosterEntry, wanted: MemberAnswer, { interested_on }: SignUpCommand): boolean {
  if (isSignedUp(entry) || entry.status === wanted) return true;
  return interested_on !== undefined && hasAnswered(entry);
}

/** What an answer makes of somebody without a seat: a seat if one is free, a place at the end of the queue, or just the answer. */
function arrivalAs(
  draft: EventDraft,
  wanted: MemberAnswer,
  roleId: string | null,
  before: RosterEntry | null,
): Pick<RosterEntry, 'status' | 'order'> & EntryFields {
  const order = draft.drawOrder();
  if (!takesSeat(wanted)) return { status: wanted, order };
  const isRemembered = wanted !== 'confirmed' || before?.wants !== undefined;
  return {
    status: isFree(draft.event, roleId) ? wanted : 'waitlist',
    order,
    ...(isRemembered && { wants: wanted }),
  };
}

/** Asking for the seat that one had by interest alone makes it one's own. */
function signUpAgain(draft: EventDraft, command: SignUpCommand, { place, entry }: PlacedEntry): Outcome {
  if (command.interested_on !== undefined || !standsOnInterest(entry)) return { done: 'already', place };
  draft.change(place, CHOSEN, 'noted', null);
  return { done: 'already', place };
}

function withdraw(draft: EventDraft, command: WithdrawCommand, found: PlacedEntry | null): Outcome {
  requireOpen(draft.event, null);
  const { place, entry } = requireAnswered(found);
  const stays = command.interested_on !== undefined && command.interested_on !== entry.interested_on;
  if (stays) return { done: 'already', place };
  requireUnlocked(draft.event, draft.now, { seeksSeat: false });
  draft.change(place, { status: 'withdrawn', checked_in_at: null }, 'withdrawn', command.id);
  return { done: 'withdrawn', place };
}

function changeSignup(draft: EventDraft, command: ChangeSignupCommand, found: PlacedEntry | null): Outcome {
  requireOpen(draft.event, command.role_id ?? null);
  const { place, entry } = requireAnswered(found);
  const noted = notedFields(command, entry);
  const moved = movedFields(draft, command, entry);
  if (moved !== null) {
    draft.change(place, { ...noted, ...moved, ...chosen(entry) }, 'moved', command.id);
    return { done: 'moved', place };
  }
  if (Object.keys(noted).length === 0) return { done: 'already', place };
  draft.change(place, { ...noted, ...chosen(entry) }, 'noted', command.id);
  return { done: 'noted', place };
}

/** What a member's change of answer or role makes of their entry; `null` when both stay. */
function movedFields(
  draft: EventDraft,
  { status, role_id: roleId }: ChangeSignupCommand,
  entry: RosterEntry,
): EntryFields | null {
  const role = roleId === undefined ? entry.role_id : roleId;
  const moved = role === entry.role_id ? null : (): EntryFields => inRole(draft, entry, role);
  if (status === undefined || status === answerOf(entry)) return moved?.() ?? null;
  requireOffered(draft.event, status);
  const seeksSeat = takesSeat(status) && !isSignedUp(entry);
  if (takesSeat(status)) requireRole(draft.event, role);
  requireUnlocked(draft.event, draft.now, { seeksSeat });
  if (!takesSeat(status) || seeksSeat) {
    return { ...arrivalAs(draft, status, role, entry), role_id: role, checked_in_at: null };
  }
  return {
    ...moved?.(),
    ...(entry.status === 'waitlist' ? { wants: status } : { status, checked_in_at: null }),
  };
}

/** Another role, or none, for somebody who keeps their answer. @throws conflict `role_full`, `signups_locked`, `signups_closed` */
function inRole(draft: EventDraft, entry: RosterEntry, roleId: string | null): EntryFields {
  requireUnlocked(draft.event, draft.now, { seeksSeat: isSignedUp(entry) });
  if (isSignedUp(entry)) requireRole(draft.event, roleId);
  if (entry.status === 'waitlist') return { role_id: roleId, order: draft.drawOrder() };
  if (!holdsSeat(entry.status)) return { role_id: roleId };
  const queue = roleId === null ? 0 : (draft.event.seats.by_role[roleId]?.waitlist ?? 0);
  if (roleId !== null && (queue > 0 || !roleHasRoom(draft.event, roleId))) throw roleFull();
  return { role_id: roleId };
}

/** What somebody has answered, whether they have the seat for it or wait; `null` when nothing counts any more. */
function answerOf({ status, wants = 'confirmed' }: RosterEntry): MemberAnswer | null {
  switch (status) {
    case 'checked_in':
      return 'confirmed';
    case 'waitlist':
      return wants;
    case 'withdrawn':
    case 'no_show':
      return null;
    default:
      return status;
  }
}

function notedFields({ notes, ship_model }: ChangeSignupCommand, entry: RosterEntry): EntryFields {
  return {
    ...(notes !== undefined && notes !== entry.notes && { notes }),
    ...(ship_model !== undefined && ship_model !== entry.ship_model && { ship_model }),
  };
}

function checkIn(draft: EventDraft, command: CheckInCommand, found: PlacedEntry | null): Outcome {
  requireOpen(draft.event, null);
  const { place, entry } = requireAnswered(found);
  if (entry.status === 'checked_in') throw alreadyCheckedIn();
  if (!holdsSeat(entry.status)) throw notConfirmed();
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
  const status = command.status ?? (hasAnswered(entry) ? entry.status : 'confirmed');
  if (status === entry.status && roleId === entry.role_id) return { done: 'already', place: found.place };

  if (status !== entry.status) requireOffered(draft.event, status);
  if (holdsSeat(status)) requireSeat(draft, entry, roleId);
  if (status === 'no_show' && !holdsSeat(entry.status)) throw notConfirmed();
  if (status === 'withdrawn') requireAnswered(found);
  const change = status === 'checked_in' || status === 'withdrawn' || status === 'no_show' ? status : 'moved';
  const joins = status !== entry.status && hasAnswered({ status }) && !holdsSeat(status);
  draft.change(
    found.place,
    {
      status,
      role_id: roleId,
      ...chosen(entry),
      checked_in_at: status === 'checked_in' ? (entry.checked_in_at ?? draft.now) : null,
      ...(joins && { order: draft.drawOrder() }),
    },
    change,
    command.id,
  );
  return { done: change, place: found.place };
}

/** @throws conflict `role_required` */
function requireRole({ role_required, roles }: Event, roleId: string | null): void {
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

function requireAnswered(found: PlacedEntry | null): PlacedEntry {
  if (found === null || !hasAnswered(found.entry)) throw notSignedUp();
  return found;
}
