import { Injectable } from '@nestjs/common';
import { DiscordJobsService } from '../../queue/discord-jobs.service.js';
import type { Job } from '../../queue/rules/job.js';
import { EventPublisher } from './event-publisher.js';
import type { WebhookEvent } from './rules/event-types.js';

const BATCH = 500;

/** Tells webhooks of jobs that failed for good. The rows say which are untold, so none is lost, and twice is once. */
@Injectable()
export class JobFailures {
  constructor(
    private readonly jobs: DiscordJobsService,
    private readonly publisher: EventPublisher,
  ) {}

  async publish(): Promise<void> {
    const failed = await this.jobs.listUntold(BATCH);
    if (failed.length === 0) return;
    await this.publisher.publish(...failed.map(eventOf));
    await this.jobs.markTold(failed);
  }
}

/** A retry that fails again is another event. */
function eventOf(job: Job): WebhookEvent {
  const { id, attempt, completed_at, job_type, guild_id, event_id, retry_count, error_message } = job;
  return {
    event_id: `job/${id}/${String(attempt)}`,
    type: 'job.failed',
    occurred_at: completed_at ?? new Date(),
    data: { job_id: id, job_type, guild_id, event_id, retry_count, error_message },
  };
}
