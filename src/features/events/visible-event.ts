import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { notFound } from '../../common/errors.js';
import { EventStandings } from '../access/event-standings.js';
import { mayJoin, maySee, STRANGER } from '../access/rules/event-access.js';
import type { EventRecord } from './rules/event-record.js';
import { signupRestricted } from './rules/refusals.js';
import { EventsRepository } from './events.repository.js';
import { SignupsRepository } from './signups.repository.js';

/** Loads an event for a member, or refuses. */
@Injectable()
export class VisibleEvent {
  constructor(
    private readonly events: EventsRepository,
    private readonly standings: EventStandings,
    private readonly signups: SignupsRepository,
  ) {}

  /**
   * @throws not_found when there is no such event, or the actor may not know of it
   * @throws forbidden `signup_restricted` when it is for others, and the actor has its message before their eyes on Discord
   */
  async find(actor: Actor, eventId: string): Promise<EventRecord> {
    return this.load(actor, eventId, maySee);
  }

  /** As `find`, for someone who wants to sign up. @throws forbidden `signup_restricted` when signing up is for others */
  async findToJoin(actor: Actor, eventId: string): Promise<EventRecord> {
    return this.load(actor, eventId, mayJoin);
  }

  /** As `find`, and also for someone who may no longer see the event but has a signup there, to leave it at least. */
  async findOwn(actor: Actor, eventId: string): Promise<EventRecord> {
    const signup = await this.signups.findOwn(eventId, actor.user_id);
    if (signup === null || signup.status === 'withdrawn') return this.find(actor, eventId);
    const event = await this.events.findById(eventId);
    if (event === null) throw notFound('event');
    return event;
  }

  private async load(actor: Actor, eventId: string, may: typeof maySee): Promise<EventRecord> {
    const event = await this.events.findById(eventId);
    if (event === null) throw notFound('event');
    if (may(event, STRANGER)) return event;
    const standing = await this.standings.of(actor, event);
    if (may(event, standing)) return event;
    const isShown = event.state !== 'draft' && actor.on_discord !== undefined;
    throw isShown || maySee(event, standing) ? signupRestricted() : notFound('event');
  }
}
