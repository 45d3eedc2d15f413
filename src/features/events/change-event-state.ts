import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { conflict } from '../../common/errors.js';
import type { EventState } from './rules/event.js';
import type { EventRecord } from './rules/event-record.js';
import { requireTransition } from './rules/transitions.js';
import { JobQueue } from '../../queue/job-queue.js';
import { EventsRepository } from './events.repository.js';
import { EventAccess } from './event-access.js';

/** Publishes, starts, completes or cancels an event. */
@Injectable()
export class ChangeEventState {
  constructor(
    private readonly access: EventAccess,
    private readonly events: EventsRepository,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * @throws not_found, forbidden as `EventAccess.toChange`
   * @throws conflict `illegal_transition`, `start_in_past` when publishing an event that should have begun
   */
  async execute(actor: Actor, eventId: string, to: EventState): Promise<EventRecord> {
    for (;;) {
      const event = await this.access.toChange(actor, eventId);
      requireTransition(event.state, to);
      if (to === 'published' && event.start_at_utc <= new Date()) {
        throw conflict('start_in_past', 'The start of the event has passed: move it first.');
      }
      const changed = await this.events.transition(eventId, event.state, to);
      // Somebody else changed the state since: decide anew. States only move forward, so this ends.
      if (changed === null) continue;
      await this.jobs.eventChanged(eventId);
      return changed;
    }
  }
}
