import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { notFound } from '../../common/errors.js';
import type { EventRecord } from './rules/event-record.js';
import { maySee } from './rules/event-visibility.js';
import { requireRole } from '../organizations/rules/organization-access.js';
import { EventsRepository } from './events.repository.js';
import { OrgMembersRepository } from '../organizations/org-members.repository.js';

/** Loads an event for someone, or refuses. */
@Injectable()
export class EventAccess {
  constructor(
    private readonly events: EventsRepository,
    private readonly members: OrgMembersRepository,
  ) {}

  /**
   * @param actor `null` for someone who has not signed in
   * @throws not_found when there is no such event, or the actor may not know of it
   */
  async toRead(actor: Actor | null, eventId: string): Promise<EventRecord> {
    const event = await this.events.findById(eventId);
    if (event === null) throw notFound('event');
    const held = actor && (await this.members.findRole(event.org_id, actor.user_id));
    if (!maySee(event, actor, held)) throw notFound('event');
    return event;
  }

  /**
   * @throws not_found as `toRead`
   * @throws forbidden when the actor is not staff of the event's organization
   */
  async toChange(actor: Actor, eventId: string): Promise<EventRecord> {
    const event = await this.events.findById(eventId);
    if (event === null) throw notFound('event');
    const held = await this.members.findRole(event.org_id, actor.user_id);
    if (!maySee(event, actor, held)) throw notFound('event');
    requireRole(actor, held, 'staff');
    return event;
  }
}
