import type { Event } from './event.js';

/** How long before the start members can check in. */
const CHECK_IN_LEAD_MS = 60 * 60_000;

/** Whether members can check in: while the event runs, and from an hour before its start when it is published. */
export function checkInIsOpen(event: Pick<Event, 'state' | 'start_at_utc'>, now: Date): boolean {
  if (event.state === 'active') return true;
  return event.state === 'published' && event.start_at_utc.getTime() - now.getTime() <= CHECK_IN_LEAD_MS;
}
