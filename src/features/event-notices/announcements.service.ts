import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../common/actor.js';
import { conflict } from '../../common/errors.js';
import { EventsService } from '../events/events.service.js';
import { isOpen } from '../events/rules/transitions.js';
import { EventNoticesService } from './event-notices.service.js';
import { type Audience, NOTHING_OF_ITS_OWN, type Notice } from './rules/notice.js';

/** What organizers write to those who take part. */
export interface AnnouncementInput {
  readonly message: string;
  readonly audience: Audience;
}

/** How many announcements an event has in a day (UTC), so that people are not flooded. */
const ANNOUNCEMENTS_PER_DAY = 5;

/** Organizers' words to those who take part in an event. */
@Injectable()
export class AnnouncementsService {
  constructor(
    private readonly events: EventsService,
    private readonly notices: EventNoticesService,
  ) {}

  /**
   * Writes to those who take part: once in each server's channel, with their mentions, and directly to those who want it.
   * @throws not_found, forbidden as `EventsService.readToChange`
   * @throws conflict `event_not_published`, `event_closed`, `announcements_used_up`
   */
  async announce(actor: Actor, eventId: string, { message, audience }: AnnouncementInput): Promise<Notice> {
    const event = await this.events.readToChange(actor, eventId);
    if (event.state === 'draft') throw conflict('event_not_published', 'A draft has no participants yet.');
    if (!isOpen(event.state)) throw conflict('event_closed', `The event is ${event.state}.`);
    const now = new Date();
    const day = now.toISOString().slice(0, 10);
    const fresh = {
      ...NOTHING_OF_ITS_OWN,
      event_id: event.id,
      org_id: event.org_id,
      kind: 'announcement' as const,
      message,
      audience,
      author_id: actor.user_id,
      due_at: now,
    };
    // Each of a day's announcements takes a number that no other one has, so that two at once cannot pass the limit.
    for (let number = 1; number <= ANNOUNCEMENTS_PER_DAY; number++) {
      const slot = `${event.id}/${day}/${number}`;
      const [notice] = await this.notices.note([{ ...fresh, id: uuidv7(), slot }]);
      if (notice === undefined) continue;
      await this.events.record(actor, 'event.announced', event, { message, audience });
      return notice;
    }
    throw conflict(
      'announcements_used_up',
      `An event has at most ${ANNOUNCEMENTS_PER_DAY} announcements a day: write again after midnight (UTC).`,
    );
  }
}
