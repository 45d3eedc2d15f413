import { Injectable } from '@nestjs/common';
import { conflict, notFound } from '../common/errors.js';
import type { Job } from './rules/job.js';
import { JobQueue } from './job-queue.js';
import { DiscordJobsRepository } from './discord-jobs.repository.js';

/** Runs a failed or cancelled job again, with all its retries. For site admins. */
@Injectable()
export class RetryJob {
  constructor(
    private readonly rows: DiscordJobsRepository,
    private readonly jobs: JobQueue,
  ) {}

  /** @throws notFound `job_not_found` · conflict `job_not_retryable` */
  async execute(id: string): Promise<Job> {
    if ((await this.rows.findById(id)) === null) throw notFound('job');
    const reopened = await this.rows.reopen(id);
    if (reopened === null) {
      throw conflict(
        'job_not_retryable',
        'Only a failed or cancelled job without a pending successor can be retried.',
      );
    }
    await this.jobs.submitAgain(reopened);
    return reopened;
  }
}
