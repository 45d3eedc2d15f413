import { Injectable } from '@nestjs/common';
import { EventWriter } from './event-writer.js';
import { RosterRepository } from './roster.repository.js';

/** How many events one look takes; what remains is for the next. */
const BATCH = 500;

/** Starts and ends events by the clock. To be run every few seconds by one process. */
@Injectable()
export class EventClock {
  constructor(
    private readonly rosters: RosterRepository,
    private readonly writer: EventWriter,
  ) {}

  async execute(): Promise<void> {
    for (const id of await this.rosters.listDue(new Date(), BATCH)) await this.writer.passTime(id);
  }
}
