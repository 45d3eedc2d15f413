import { conflict } from '../../../common/errors.js';
import { isOpenToAll } from '../../access/rules/event-access.js';
import { checkInIsOpen } from './check-in.js';
import type {
  AnswerOfferCommand,
  ChangeSignupCommand,
  CheckInCommand,
  EntryCommand,
  Outcome,
  SignUpCommand,
  WithdrawCommand,
} from './commands.js';
import { CHOSEN, chosen, requireAnswered, requireNotMissed, standsOnInterest } from './entries.js';
import type { Event } from './event.js';
import type { EntryFields, EventDraft, PlacedEntry } from './draft.js';
import { arrivalAs, needsApproval, seatOrQueue, wished } from './queue.js';
import {
  alreadyCheckedIn,
  notConfirmed,
  offerOver,
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
  holdsSeat,
  isSignedUp,
  isWaiting,
  type MemberAnswer,
  roleHasRoom,
  ROSTER_LIMIT,
  type RosterEntry,
  takesSeat,
  wishesOf,
} from './roster.js';
import { board } from './ships.js';
import { decide, place } from './staff-acts.js';

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
 * - Somebody may want several roles: they get the first in which a seat is free, also later from the queue, where they stand for
 *   all of them; no one is moved for it.
 * - Where staff approve signups, they wait as "pending", without a seat or a place in the queue. Approved, they get a seat, or
 *   their place in the queue by when they asked. Organizers, and those whom staff sign up, need no approval.
 * - Where seats are offered (`offer_minutes`), one that frees is held for the first who waits: no one else gets it until they
 *   take it, leave it, or the offer runs out, which takes them out of the queue. Who asks while a seat is free has it at once.
 * - "Late" takes a seat as "confirmed" does; "tentative" and "absent" take none, and give up the one that somebody had.
 * - A lock stops members' answers, a deadline those that seek a seat; staff are stopped by neither.
 * - Staff mark who did not come; until staff take that back, the member can answer nothing any more.
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
    case 'answer_offer':
      return answerOffer(draft, command, found);
    case 'decide':
      return decide(draft, command, found);
    case 'board':
      return board(draft, command, found);
    case 'place':
      return place(draft, command, found);
  }
}

function signUp(draft: EventDraft, command: SignUpCommand, found: PlacedEntry | null): Outcome {
  const { status: wanted = 'confirmed', user_id: userId } = command;
  const wishes = wishesIn(command) ?? [null];
  requireOpen(draft.event, wishes);
  if (!command.admitted && !isOpenToAll(draft.event)) throw signupRestricted();
  if (found !== null && countsAlready(found.entry, wanted, command))
    return signUpAgain(draft, command, found);
  if (!command.by_staff) {
    requireNotMissed(found);
    requireUnlocked(draft.event, draft.now, { seeksSeat: holdsSeat(wanted) });
  }
  requireOffered(draft.event, wanted);
  if (takesSeat(wanted)) requireRole(draft.event, wishes);
  if (found === null && draft.entries.length >= ROSTER_LIMIT) throw waitlistFull();
  const isApproved = command.by_staff === true || !needsApproval(draft.event, userId);
  const arrival = {
    ...arrivalAs(draft, wanted, wishes, { before: found?.entry ?? null, isApproved }),
    notes: command.notes,
    ship_model: command.ship_model,
    source: command.source,
    interested_on: command.interested_on ?? null,
    created_at: draft.now,
    checked_in_at: null,
  } as const;
  if (found === null) {
    const entry = { id: command.entry_id, user_id: userId, ...arrival };
    return { done: 'signed_up', place: draft.add(entry, command.id) };
  }
  draft.change(found.place, arrival, 'signed_up', command.id);
  return { done: 'signed_up', place: found.place };
}

/** The roles that a command names, the dearest first; `undefined` when it says nothing of roles. */
function wishesIn({
  role_id: roleId,
  role_ids: roleIds = [],
}: Pick<ChangeSignupCommand, 'role_id' | 'role_ids'>): readonly (string | null)[] | undefined {
  if (roleIds.length > 0) return [...new Set(roleIds)];
  return roleId === undefined ? undefined : [roleId];
}

/** Whether somebody has what they ask for, or more; interest on Discord changes no answer. */
function countsAlready(entry: RosterEntry, wanted: MemberAnswer, { interested_on }: SignUpCommand): boolean {
  if (isSignedUp(entry) || entry.status === wanted) return true;
  return interested_on !== undefined && hasAnswered(entry);
}

/** Asking again takes the seat that is offered, and makes one's own what one had by interest alone. */
function signUpAgain(draft: EventDraft, command: SignUpCommand, { place, entry }: PlacedEntry): Outcome {
  if (command.interested_on !== undefined) return { done: 'already', place };
  const wishes = wishesIn(command) ?? [null];
  if (entry.status === 'offered' && (wishes[0] === null || wishes.includes(entry.role_id)))
    return takeOffer(draft, { place, entry }, command.id);
  if (!standsOnInterest(entry)) return { done: 'already', place };
  draft.change(place, CHOSEN, 'noted', null);
  return { done: 'already', place };
}

function takeOffer(draft: EventDraft, { place, entry }: PlacedEntry, commandId: string): Outcome {
  draft.change(place, { status: entry.wants ?? 'confirmed', ...chosen(entry) }, 'accepted', commandId);
  return { done: 'accepted', place };
}

/** Takes the seat that is held for somebody, or leaves it to the next; neither a lock nor the deadline stops it. */
function answerOffer(draft: EventDraft, command: AnswerOfferCommand, found: PlacedEntry | null): Outcome {
  requireOpen(draft.event);
  const { place, entry } = requireAnswered(found);
  if (entry.status !== 'offered') throw offerOver();
  if (command.accepts) return takeOffer(draft, { place, entry }, command.id);
  draft.change(place, { status: 'withdrawn' }, 'withdrawn', command.id);
  return { done: 'withdrawn', place };
}

function withdraw(draft: EventDraft, command: WithdrawCommand, found: PlacedEntry | null): Outcome {
  requireOpen(draft.event);
  const { place, entry } = requireAnswered(found);
  const stays = command.interested_on !== undefined && command.interested_on !== entry.interested_on;
  if (stays) return { done: 'already', place };
  requireUnlocked(draft.event, draft.now, { seeksSeat: false });
  draft.change(place, { status: 'withdrawn', checked_in_at: null }, 'withdrawn', command.id);
  return { done: 'withdrawn', place };
}

function changeSignup(draft: EventDraft, command: ChangeSignupCommand, found: PlacedEntry | null): Outcome {
  requireOpen(draft.event, wishesIn(command));
  const { place, entry } = requireAnswered(found);
  const noted = notedFields(command, entry);
  const moved = movedFields(draft, command, entry);
  if (moved !== null) {
    const change = entry.status === 'offered' && takesOffer(moved) ? 'accepted' : 'moved';
    draft.change(place, { ...noted, ...moved, ...chosen(entry) }, change, command.id);
    return { done: change, place };
  }
  if (Object.keys(noted).length === 0) return { done: 'already', place };
  draft.change(place, { ...noted, ...chosen(entry) }, 'noted', command.id);
  return { done: 'noted', place };
}

const takesOffer = ({ status }: EntryFields): boolean => status !== undefined && holdsSeat(status);

/** What a member's change of answer or role makes of their entry; `null` when both stay. */
function movedFields(
  draft: EventDraft,
  command: ChangeSignupCommand,
  entry: RosterEntry,
): EntryFields | null {
  const { status } = command;
  const wanted = wishesIn(command);
  const wishes = wanted ?? wishesOf(entry);
  const moved = wanted === undefined || isSameRole(entry, wanted) ? null : wanted;
  if (status === undefined || status === answerOf(entry))
    return moved === null ? null : inRole(draft, entry, moved);
  requireOffered(draft.event, status);
  const seeksSeat = takesSeat(status) && !isSignedUp(entry);
  if (takesSeat(status)) requireRole(draft.event, wishes);
  if (entry.status !== 'offered') requireUnlocked(draft.event, draft.now, { seeksSeat });
  if (!takesSeat(status) || seeksSeat) {
    const isApproved = !needsApproval(draft.event, entry.user_id);
    return { ...arrivalAs(draft, status, wishes, { before: entry, isApproved }), checked_in_at: null };
  }
  // Who leaves an offer for another role waits for that one.
  const isAsked = isWaiting(entry) || (entry.status === 'offered' && moved !== null);
  return {
    ...(isAsked ? { wants: status } : { status, checked_in_at: null }),
    ...(moved !== null && inRole(draft, { ...entry, wants: status }, moved)),
  };
}

/** Whether somebody has, or wants, these roles already; one with a seat stays where no dearer role is asked for. */
function isSameRole(entry: RosterEntry, wanted: readonly (string | null)[]): boolean {
  if (holdsSeat(entry.status)) return wanted[0] === entry.role_id;
  return String(wanted) === String(wishesOf(entry));
}

/** Other roles, or none, for somebody who keeps their answer. @throws conflict `role_full`, `signups_locked`, `signups_closed` */
function inRole(
  draft: EventDraft,
  entry: RosterEntry,
  wishes: readonly (string | null)[],
): EntryFields | null {
  requireUnlocked(draft.event, draft.now, { seeksSeat: isSignedUp(entry) });
  if (isSignedUp(entry)) requireRole(draft.event, wishes);
  const asked = wished(wishes, entry);
  if (entry.status === 'waitlist' || entry.status === 'offered') return inQueue(draft, entry, wishes);
  if (!holdsSeat(entry.status)) return asked;
  const roleId = wishes.find(
    (wish) => wish === entry.role_id || wish === null || isOpenRole(draft.event, wish),
  );
  if (roleId === undefined) throw roleFull();
  return roleId === entry.role_id ? null : { ...asked, role_id: roleId };
}

/** Whether a role has a free seat that no one waits for. */
function isOpenRole(event: Event, roleId: string): boolean {
  return roleHasRoom(event, roleId) && (event.seats.by_role[roleId]?.waitlist ?? 0) === 0;
}

/** Other roles for somebody who waits: the end of their queue. Where seats are offered, one that is free is theirs at once. */
function inQueue(draft: EventDraft, entry: RosterEntry, wishes: readonly (string | null)[]): EntryFields {
  const asked = { ...wished(wishes, entry), order: draft.drawOrder() };
  if (draft.event.offer_minutes === null) return { ...asked, status: 'waitlist' };
  return { ...asked, ...seatOrQueue(draft.event, entry.wants ?? 'confirmed', wishes) };
}

/** What somebody has answered, whether they have the seat for it or wait; `null` when nothing counts any more. */
function answerOf({ status, wants = 'confirmed' }: RosterEntry): MemberAnswer | null {
  switch (status) {
    case 'checked_in':
      return 'confirmed';
    case 'waitlist':
    case 'pending':
      return wants;
    // They have not said that they take it.
    case 'offered':
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
  requireOpen(draft.event);
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

/** @throws conflict `role_required` */
function requireRole({ role_required, roles }: Event, [roleId]: readonly (string | null)[]): void {
  if (role_required && roles.length > 0 && roleId === null) throw roleRequired();
}
