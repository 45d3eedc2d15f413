import { Injectable, Logger } from '@nestjs/common';
import { HandlesTrigger } from '../../queue/handles.js';
import { EventWriter } from './event-writer.js';
import { RosterRepository } from './roster.repository.js';

/** How many events one look takes; what remains is for the next. */
const BATCH = 500;

/** Starts and ends events by the clock. To be run every few seconds by one process. */
@Injectable()
export class EventClock {
  private readonly logger = new Logger(EventClock.name);

  constructor(
    private readonly rosters: RosterRepository,
    private readonly writer: EventWriter,
  ) {}

  @HandlesTrigger('sweep_events')
  async execute(): Promise<void> {
    for (const id of await this.rosters.listDue(new Date(), BATCH)) await this.passTime(id);
  }

  /** One event that fails, now or each time, does not keep the others waiting. */
  private async passTime(id: string): Promise<void> {
    try {
      await this.writer.passTime(id);
    } catch (error) {
      this.logger.error({ err: error, event_id: id }, 'An event is due, and time could not act on it');
    }
  }
}
