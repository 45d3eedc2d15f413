import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { notFound } from '../../common/errors.js';
import type { EventRecord } from './rules/event-record.js';
import { EventStandings } from '../access/event-standings.js';
import { maySee, STRANGER } from '../access/rules/event-access.js';
import { requireRole } from '../organizations/rules/organization-access.js';
import { EventsRepository } from './events.repository.js';

/** Loads an event for someone, or refuses. */
@Injectable()
export class EventAccess {
  constructor(
    private readonly events: EventsRepository,
    private readonly standings: EventStandings,
  ) {}

  /**
   * @param actor `null` for someone who has not signed in
   * @throws not_found when there is no such event, or the actor may not know of it
   */
  async toRead(actor: Actor | null, eventId: string): Promise<EventRecord> {
    const event = await this.events.findById(eventId);
    if (event === null) throw notFound('event');
    if (maySee(event, STRANGER)) return event;
    if (!maySee(event, await this.standings.of(actor, event))) throw notFound('event');
    return event;
  }

  /**
   * @throws not_found as `toRead`
   * @throws forbidden when the actor is not staff of the event's organization
   */
  async toChange(actor: Actor, eventId: string): Promise<EventRecord> {
    const event = await this.events.findById(eventId);
    if (event === null) throw notFound('event');
    const standing = await this.standings.of(actor, event);
    if (!maySee(event, standing)) throw notFound('event');
    requireRole(actor, standing.role, 'staff');
    return event;
  }
}
