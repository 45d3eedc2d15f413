import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../common/actor.js';
import { editedFields } from './rules/edit.js';
import type { EventRecord } from './rules/event-record.js';
import type { EventChanges } from './rules/input.js';
import { JobQueue } from '../../queue/job-queue.js';
import { EventsRepository } from './events.repository.js';
import { EventAccess } from './event-access.js';

/** Changes an event. Whoever may get a seat by it gets it from PromoteWaitlist (features/signups), which the door calls. */
@Injectable()
export class EditEvent {
  constructor(
    private readonly access: EventAccess,
    private readonly events: EventsRepository,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * @throws not_found, forbidden as `EventAccess.toChange`
   * @throws conflict, invalid as `editedFields`
   */
  async execute(actor: Actor, eventId: string, changes: EventChanges): Promise<EventRecord> {
    for (;;) {
      const event = await this.access.toChange(actor, eventId);
      const fields = editedFields(event, changes, new Date(), uuidv7);
      if (Object.keys(fields).length === 0) return event;
      const edited = await this.events.edit(event, fields);
      // What the edit was decided on has changed since: decide anew. Each round means that somebody else got ahead.
      if (edited === null) continue;
      await this.jobs.eventChanged(eventId);
      return edited;
    }
  }
}
