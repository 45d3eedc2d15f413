import { Injectable } from '@nestjs/common';
import { EventsRepository, PUBLIC_VIEW } from './events.repository.js';
import type { EventRecord } from './rules/event-record.js';

/** How many events of an organization one look takes. */
const LOOKED_THROUGH = 200;

/** Events of an organization for other rooms, which know who may see what they make of them. */
@Injectable()
export class EventHistory {
  constructor(private readonly events: EventsRepository) {}

  /** Those that start in this time, whatever their visibility. */
  async listBetween(orgId: string, from: Date, to: Date): Promise<EventRecord[]> {
    return this.events.list({ org_id: orgId, from, to }, { ...PUBLIC_VIEW, all: true }, null, LOOKED_THROUGH);
  }
}
