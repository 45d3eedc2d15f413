import { endOf, type Event } from './event.js';

/** 1,440 minutes, the longest duration: an event that began earlier is over. */
const LONGEST_EVENT_MS = 86_400_000;

/** Whether somebody's events are still to end, or are over. */
export type OwnPeriod = 'upcoming' | 'past';

/** The earliest start of an event that may not be over at `now`. */
export function earliestUpcomingStart(now: Date): Date {
  return new Date(now.getTime() - LONGEST_EVENT_MS);
}

/** Whether members can still come to an event. */
export function isUpcoming(
  event: Pick<Event, 'state' | 'start_at_utc' | 'duration_minutes'>,
  now: Date,
): boolean {
  return (event.state === 'published' || event.state === 'active') && endOf(event) > now;
}
