import { DomainError, conflict, forbidden, invalid, notFound } from '../../../common/errors.js';
import type { Event, EventState } from './event.js';
import { isOpen } from './transitions.js';
import { checkInIsOpen } from './check-in.js';
import type { LockedSignup } from './move.js';

/** 409: nobody can sign up, withdraw or change any more, or not yet. */
export function eventClosed(state: EventState): DomainError {
  return conflict('event_closed', `The event is ${state}: its signups cannot be changed.`);
}

/** 403: signing up is for members of the organization and holders of the roles that the organizer named. */
export function signupRestricted(): DomainError {
  return forbidden(
    "Signing up is for the organization's members and the Discord roles that the organizer chose.",
    'signup_restricted',
  );
}

/** 409: there is nothing to withdraw or change. */
export function notSignedUp(): DomainError {
  return conflict('not_signed_up', 'You are not signed up for this event.');
}

/** 422: the role is not one of the event's. */
export function unknownRole(): DomainError {
  return invalid([{ field: 'role_id', message: 'is not a role of this event' }]);
}

/** 503: another operation on the same signup is under way for too long. */
export function signupBusy(): DomainError {
  return new DomainError(
    'unavailable',
    'signup_busy',
    'This signup is being changed. Try again in a moment.',
  );
}

/**
 * Refuses what an event's state and roles do not allow at all.
 * @throws conflict `event_closed`, invalid for a role that is not the event's
 */
export function requireOpen(event: Pick<Event, 'state' | 'roles'>, roleId: string | null): void {
  if (!isOpen(event.state)) throw eventClosed(event.state);
  if (roleId !== null && !event.roles.some(({ id }) => id === roleId)) throw unknownRole();
}

/** Why the event did not allow what `signup.move` asked for, seen from the event as it is just afterwards. */
export function refusalOf(event: Event | null, signup: LockedSignup, now: Date): DomainError {
  if (event === null) return notFound('event');
  if (!isOpen(event.state)) return eventClosed(event.state);
  const { to, role_id } = signup.move;
  if (role_id !== null && !event.roles.some(({ id }) => id === role_id)) return unknownRole();
  if (to === 'role') return conflict('role_full', 'No seat is free in this role; you keep the one you have.');
  if (to === 'check_in' && !checkInIsOpen(event, now)) {
    return conflict('check_in_closed', 'Check-in opens one hour before the start of the event.');
  }
  return signupBusy();
}
