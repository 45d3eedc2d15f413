import { conflict, DomainError, forbidden, invalid } from '../../../common/errors.js';
import { EXTRA_ANSWERS, type Event, type EventState } from './event.js';
import type { SignupStatus } from './roster.js';
import { isOpen } from './transitions.js';

/** 409: signing up, withdrawing and changing are over, or not possible yet. */
function eventClosed(state: EventState): DomainError {
  return conflict('event_closed', `The event is ${state}: its signups cannot be changed.`);
}

const SIGNUP_RESTRICTED = 'signup_restricted';

/** 403: signing up is for members of the organization and holders of the roles that the organizer named. */
export function signupRestricted(): DomainError {
  return forbidden(
    "Signing up is for the organization's members and the Discord roles that the organizer chose.",
    SIGNUP_RESTRICTED,
  );
}

/** Whether an error says that signing up is for others. */
export function isRestricted(error: unknown): boolean {
  return error instanceof DomainError && error.code === SIGNUP_RESTRICTED;
}

/** 409: there is nothing to withdraw or change. */
export function notSignedUp(): DomainError {
  return conflict('not_signed_up', 'You are not signed up for this event.');
}

/** 409: staff noted that somebody did not come, and staff alone take that back. */
export function markedNoShow(): DomainError {
  return conflict(
    'marked_no_show',
    'The organizer noted that you did not come; only they can take that back.',
  );
}

/** 409: only who has a seat can check in, miss the event or board a ship. */
export function notConfirmed(): DomainError {
  return conflict('not_confirmed', 'That needs a seat in the event.');
}

export function alreadyCheckedIn(): DomainError {
  return conflict('already_checked_in', 'You are checked in already.');
}

/** 409: someone seated keeps the seat they have. */
export function roleFull(): DomainError {
  return conflict('role_full', 'No seat is free in this role; you keep the one you have.');
}

/** 409: the event has roles, and only the choice of one takes a seat. */
export function roleRequired(): DomainError {
  return conflict('role_required', 'Choose a role: only that takes a seat in this event.');
}

/** 409: the roster holds as many answers as it can. */
export function waitlistFull(): DomainError {
  return conflict('waitlist_full', 'The waitlist of this event is full.');
}

/** 409: staff decide about a signup that waits for it. */
export function notPending(): DomainError {
  return conflict('not_pending', 'This signup does not wait for approval.');
}

/** 409: an event is missed once it has begun. */
export function notStarted(): DomainError {
  return conflict('not_started', 'The event has not begun: no one has missed it yet.');
}

/** 409: no seat is held for somebody. */
export function offerOver(): DomainError {
  return conflict('offer_over', 'No seat is offered to you any more.');
}

/** 422: the role is not one of the event's. */
function unknownRole(): DomainError {
  return invalid([{ field: 'role_id', message: 'is not a role of this event' }]);
}

/**
 * Refuses what an event's state and roles do not allow at all.
 * @throws conflict `event_closed`, invalid for a role that is not the event's
 */
export function requireOpen(
  event: Pick<Event, 'state' | 'roles'>,
  roleIds: readonly (string | null)[] = [],
): void {
  if (!isOpen(event.state)) throw eventClosed(event.state);
  const isKnown = (roleId: string | null): boolean =>
    roleId === null || event.roles.some(({ id }) => id === roleId);
  if (!roleIds.every(isKnown)) throw unknownRole();
}

/**
 * Refuses a member what the organizer has closed: with the lock any change of answers, after the deadline those that seek a seat.
 * @throws conflict `signups_locked`, `signups_closed`
 */
export function requireUnlocked(
  { locked, signup_closes_at: end }: Pick<Event, 'locked' | 'signup_closes_at'>,
  now: Date,
  { seeksSeat }: { readonly seeksSeat: boolean },
): void {
  if (locked) throw conflict('signups_locked', 'The organizer has locked the answers to this event.');
  if (seeksSeat && end !== null && end <= now)
    throw conflict('signups_closed', `Signups to this event closed at ${end.toISOString()}.`);
}

/** @throws conflict `answer_not_offered` for an answer that the organizer does not offer */
export function requireOffered({ answers }: Pick<Event, 'answers'>, answer: SignupStatus): void {
  const isExtra = EXTRA_ANSWERS.some((extra) => extra === answer);
  if (isExtra && !answers.some((offered) => offered === answer))
    throw conflict('answer_not_offered', `This event does not offer the answer "${answer}".`);
}
