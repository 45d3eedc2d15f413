import { endOf, type Event } from './event.js';

/** How long before the start the signup message has a button to check in. */
const BUTTON_LEAD_MS = 30 * 60_000;

/** How long before the start members can check in. */
const CHECK_IN_LEAD_MS = 60 * 60_000;

/** How long after the end organizers still note who came. */
const NOTED_FOR_MS = 7 * 86_400_000;

/** Whether members can check in: while the event runs, and from an hour before its start when it is published. */
export function checkInIsOpen(event: Pick<Event, 'state' | 'start_at_utc'>, now: Date): boolean {
  if (event.state === 'active') return true;
  return event.state === 'published' && event.start_at_utc.getTime() - now.getTime() <= CHECK_IN_LEAD_MS;
}

/** From when on the signup message has a button to check in; it stays until the end. */
export function checkInButtonFrom({ start_at_utc }: Pick<Event, 'start_at_utc'>): Date {
  return new Date(start_at_utc.getTime() - BUTTON_LEAD_MS);
}

/** Whether the signup message has a button to check in. */
export function hasCheckInButton({
  state,
  check_in_shown,
}: Pick<Event, 'state' | 'check_in_shown'>): boolean {
  return state === 'active' || (state === 'published' && check_in_shown);
}

/** Whether organizers can note who came: from the start until a week after the end. */
export function attendanceIsOpen(
  event: Pick<Event, 'state' | 'start_at_utc' | 'duration_minutes'>,
  now: Date,
): boolean {
  if (event.state === 'completed') return now.getTime() - endOf(event).getTime() <= NOTED_FOR_MS;
  return event.state === 'active' || (event.state === 'published' && event.start_at_utc <= now);
}
