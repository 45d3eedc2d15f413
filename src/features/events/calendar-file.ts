import ical, { ICalEventStatus } from 'ical-generator';
import { calendarText, escapeText, foldCalendar } from './rules/calendar-text.js';
import { endOf, type Event, type EventState } from './rules/event.js';

const STATUS: Readonly<Record<EventState, ICalEventStatus>> = {
  draft: ICalEventStatus.TENTATIVE,
  published: ICalEventStatus.CONFIRMED,
  active: ICalEventStatus.CONFIRMED,
  completed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
};

/** How often programs are asked to read a calendar again. */
const REFRESH_SECONDS = 3_600;

/** An event with the address that its entry names. */
export type CalendarEvent = Event & { readonly url: string };

/**
 * A calendar file (RFC 5545). Without METHOD or ORGANIZER: it is a calendar to read, not an invitation to answer.
 * @param subscription what the calendar is called, where programs read it again and again
 */
export function calendarFile(
  events: readonly CalendarEvent[],
  subscription?: { readonly name: string },
): string {
  // The library escapes what it writes of events, but not the calendar's name.
  const kept = subscription && { name: escapeText(calendarText(subscription.name)), ttl: REFRESH_SECONDS };
  const calendar = ical({ prodId: '//VerseLink//Events//EN', ...kept });
  for (const event of events) {
    calendar.createEvent({
      // The same in every file, so that a calendar replaces the entry instead of adding one.
      id: `${event.id}@verselink`,
      sequence: event.edition,
      // Without a METHOD it says when the event was last changed (RFC 5545, 3.8.7.2).
      stamp: event.updated_at,
      created: event.created_at,
      lastModified: event.updated_at,
      start: event.start_at_utc,
      end: endOf(event),
      summary: calendarText(event.title),
      description: calendarText(event.description),
      location: event.location === null ? null : calendarText(event.location),
      status: STATUS[event.state],
      url: event.url,
    });
  }
  return foldCalendar(calendar.toString());
}
