import { Injectable } from '@nestjs/common';
import { JobQueue } from '../../queue/job-queue.js';

/** A crowd of writes to one event within this time makes one trigger. */
const GATHER_MS = 50;

/**
 * Tells the worker that events have changed, gathered per event and never before the answer: a lost trigger is covered by
 * the sweep, which finds events whose effects are due.
 */
@Injectable()
export class EventTriggers {
  private readonly gathering = new Set<string>();

  constructor(private readonly jobs: JobQueue) {}

  changed(eventId: string): void {
    if (this.gathering.has(eventId)) return;
    this.gathering.add(eventId);
    setTimeout(() => {
      this.gathering.delete(eventId);
      void this.jobs.eventChanged(eventId);
    }, GATHER_MS).unref();
  }
}
