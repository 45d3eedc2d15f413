import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import type { EventRecord } from './rules/event-record.js';
import { EventAccess } from './event-access.js';

/** Shows an event. */
@Injectable()
export class ReadEvent {
  constructor(private readonly access: EventAccess) {}

  /**
   * @param actor `null` for someone who has not signed in
   * @throws not_found when there is no such event, or the actor may not know of it
   */
  async execute(actor: Actor | null, eventId: string): Promise<EventRecord> {
    return this.access.toRead(actor, eventId);
  }
}
