import { Injectable } from '@nestjs/common';
import { LiveNews } from '../../infra/live-news.js';
import { AuditService } from '../audit/audit.service.js';
import { EventPublisher } from '../webhooks/event-publisher.js';
import { EventsRepository } from './events.repository.js';
import { RosterRepository, type RosterChange } from './roster.repository.js';
import { effectsOf, timelineOf } from './rules/effects.js';
import type { EventRecord } from './rules/event-record.js';
import type { RosterEntry } from './rules/roster.js';

/**
 * Follows changes of events. It notes what is to be done, or hands it to the queue; twice is once.
 * @param entries those that changed since `effects_revision`
 */
export type EventFollower = (event: EventRecord, entries: readonly RosterEntry[]) => Promise<void>;

/** Announces what writes have changed, after them and independent of them: a process that dies in between leaves the work to the sweep. */
@Injectable()
export class EventEffects {
  private readonly followers: EventFollower[] = [];

  constructor(
    private readonly events: EventsRepository,
    private readonly rosters: RosterRepository,
    private readonly publisher: EventPublisher,
    private readonly audit: AuditService,
    private readonly news: LiveNews,
  ) {}

  /** Has a room above this one follow every change, at least once. Called when the room starts. */
  follow(follower: EventFollower): void {
    this.followers.push(follower);
  }

  /** What of an event was not announced yet, if anything; `null` without such an event. */
  async read(eventId: string): Promise<RosterChange | null> {
    const event = await this.events.findById(eventId);
    return event && this.rosters.findChanged(eventId, event.effects_revision);
  }

  /**
   * Tells open pages, webhooks, the event's timeline and the followers of a change. Twice is once: an effect keeps its id.
   * Say `settle` when everything else that follows from the change is done.
   */
  async announce({ event, entries }: RosterChange): Promise<void> {
    this.news.tell(`event:${event.id}`, event.revision);
    this.news.tell(`organization:${event.org_id}`);
    const effects = effectsOf(event, entries);
    await this.publisher.publish(...effects.map(({ id, ...effect }) => ({ event_id: id, ...effect })));
    await this.audit.add(timelineOf(event, entries));
    for (const follower of this.followers) await follower(event, entries);
  }

  /** Says that all effects of an event, up to the revision that was read, are done. */
  async settle({ id, revision }: EventRecord): Promise<void> {
    await this.events.settleEffects(id, revision);
  }

  /** Events whose effects lag behind. */
  async listDue(limit: number): Promise<string[]> {
    return this.events.listEffectsDue(limit);
  }
}
