import { Injectable } from '@nestjs/common';
import { LiveNews } from '../../infra/live-news.js';
import { JobQueue } from '../../queue/job-queue.js';

/** After this the answer to the member has gone out, so that work for the message does not delay it. */
const LEAD_MS = 10;

/** A crowd of writes to one event within this time makes one more trigger. */
const GATHER_MS = 300;

/**
 * Tells the worker that events have changed: of the first change nearly at once, of further ones gathered. A lost trigger is
 * covered by the sweep, which finds events whose effects are due.
 */
@Injectable()
export class EventTriggers {
  /** Events that were told of lately, and whether they have changed since. */
  private readonly lately = new Map<string, boolean>();

  constructor(
    private readonly jobs: JobQueue,
    private readonly news: LiveNews,
  ) {}

  /** Says that an event changed; returns at once and never throws. */
  changed(eventId: string): void {
    const isFirst = !this.lately.has(eventId);
    this.lately.set(eventId, !isFirst);
    if (isFirst) this.tellAfter(LEAD_MS, eventId);
  }

  /** Says that a draft is gone, from which nothing else follows; never throws. */
  removed({ id, org_id }: { readonly id: string; readonly org_id: string }): void {
    this.news.tell(`event:${id}`);
    this.news.tell(`organization:${org_id}`);
  }

  private tellAfter(ms: number, eventId: string): void {
    setTimeout(() => {
      this.lately.set(eventId, false);
      void this.jobs.trigger('mirror_event', { event_id: eventId });
      setTimeout(() => this.gatherEnded(eventId), GATHER_MS).unref();
    }, ms).unref();
  }

  private gatherEnded(eventId: string): void {
    const changedSince = this.lately.get(eventId) === true;
    this.lately.delete(eventId);
    if (changedSince) this.changed(eventId);
  }
}
