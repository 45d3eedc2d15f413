import { Injectable } from '@nestjs/common';
import ical, { ICalEventStatus } from 'ical-generator';
import type { Actor } from '../../common/actor.js';
import { Config } from '../../config/config.js';
import { EventAccess } from './event-access.js';
import { foldCalendar } from './rules/calendar-lines.js';
import { endOf, type Event, type EventState } from './rules/event.js';

const STATUS: Readonly<Record<EventState, ICalEventStatus>> = {
  draft: ICalEventStatus.TENTATIVE,
  published: ICalEventStatus.CONFIRMED,
  active: ICalEventStatus.CONFIRMED,
  completed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
};

/** Writes an event as a calendar file (RFC 5545). */
@Injectable()
export class EventCalendar {
  constructor(
    private readonly access: EventAccess,
    private readonly config: Config,
  ) {}

  /**
   * @param actor `null` for someone who has not signed in
   * @throws not_found when there is no such event, or the actor may not know of it
   */
  async export(actor: Actor | null, eventId: string): Promise<{ file_name: string; content: string }> {
    const event = await this.access.toRead(actor, eventId);
    return { file_name: `${event.slug}.ics`, content: calendarOf(event, this.config.publicUrl) };
  }
}

function calendarOf(event: Event, publicUrl: string): string {
  const calendar = ical({ prodId: '//VerseLink//Events//EN' });
  calendar.createEvent({
    // The same in every export, so that a calendar replaces the entry instead of adding one.
    id: `${event.id}@verselink`,
    sequence: event.edition,
    stamp: event.updated_at,
    created: event.created_at,
    lastModified: event.updated_at,
    start: event.start_at_utc,
    end: endOf(event),
    summary: event.title,
    description: event.description,
    location: event.location,
    status: STATUS[event.state],
    url: `${publicUrl}/api/v1/events/${event.id}/ics`,
  });
  return foldCalendar(calendar.toString());
}
