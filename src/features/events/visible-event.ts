import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { notFound } from '../../common/errors.js';
import type { EventRecord } from './rules/event-record.js';
import { maySee } from './rules/event-visibility.js';
import { EventsRepository } from './events.repository.js';
import { OrgMembersRepository } from '../organizations/org-members.repository.js';
import { SignupsRepository } from './signups.repository.js';

/** Loads an event for a member, or refuses. */
@Injectable()
export class VisibleEvent {
  constructor(
    private readonly events: EventsRepository,
    private readonly members: OrgMembersRepository,
    private readonly signups: SignupsRepository,
  ) {}

  /** @throws not_found when there is no such event, or the actor may not know of it */
  async find(actor: Actor, eventId: string): Promise<EventRecord> {
    const event = await this.events.findById(eventId);
    if (event === null) throw notFound('event');
    if (maySee(event, actor, null)) return event;
    const held = await this.members.findRole(event.org_id, actor.user_id);
    if (!maySee(event, actor, held)) throw notFound('event');
    return event;
  }

  /**
   * For someone who acts on the event's message in a Discord server of its organization: who sees that message may know
   * of the event, whatever its visibility.
   * @throws not_found when there is no such event, or it was never shown
   */
  async findShown(eventId: string): Promise<EventRecord> {
    const event = await this.events.findById(eventId);
    if (event === null || event.state === 'draft') throw notFound('event');
    return event;
  }

  /** As `find`, and also for someone who may no longer see the event but has a signup there, to leave it at least. */
  async findOwn(actor: Actor, eventId: string): Promise<EventRecord> {
    const signup = await this.signups.findOwn(eventId, actor.user_id);
    if (signup === null || signup.status === 'withdrawn') return this.find(actor, eventId);
    const event = await this.events.findById(eventId);
    if (event === null) throw notFound('event');
    return event;
  }
}
