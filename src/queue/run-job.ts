import { Injectable, Logger } from '@nestjs/common';
import { inRequest } from '../common/correlation.js';
import { jobsFinished } from '../common/metrics.js';
import type { Job } from './rules/job.js';
import { PermanentFailure, RetryLater } from './rules/outcome.js';
import { backoffMs, JOB_POLICIES, type EnqueuedJobType } from './job-catalogue.js';
import { DiscordJobsRepository } from './discord-jobs.repository.js';

/** The work of a job: gives what admins see as its result. */
export type JobWork = (job: Job) => Promise<Readonly<Record<string, unknown>>>;

/** Runs one row's work and keeps the row true: started, completed, postponed or failed, with the reason in plain words. */
@Injectable()
export class RunJob {
  private readonly logger = new Logger(RunJob.name);

  constructor(private readonly rows: DiscordJobsRepository) {}

  /** @returns when to run the row again, or `null` when it is finished */
  async execute(jobId: string, work: JobWork): Promise<Date | null> {
    const row = await this.rows.start(jobId);
    if (row === null) return null;
    const { request_id } = row.payload;
    return inRequest(typeof request_id === 'string' ? request_id : row.id, () => this.run(row, work));
  }

  private async run(row: Job, work: JobWork): Promise<Date | null> {
    try {
      await this.rows.complete(row.id, await work(row));
      jobsFinished.inc({ job_type: row.job_type, result: 'completed' });
      return null;
    } catch (error) {
      return this.afterFailure(row, error);
    }
  }

  private async afterFailure(row: Job, error: unknown): Promise<Date | null> {
    const message = error instanceof Error ? error.message : String(error);
    const counts = !(error instanceof RetryLater) || error.counts;
    const usedUp = counts && row.retry_count >= row.max_retries;
    if (error instanceof PermanentFailure || usedUp) {
      this.logger.error(
        { job_id: row.id, job_type: row.job_type, event_id: row.event_id, guild_id: row.guild_id },
        `❌ ${message}`,
      );
      await this.rows.fail(row.id, message);
      jobsFinished.inc({ job_type: row.job_type, result: 'failed' });
      return null;
    }
    const again = new Date(Date.now() + this.waitMs(row, error));
    const postponed = await this.rows.postpone(row.id, again, message, counts);
    jobsFinished.inc({ job_type: row.job_type, result: 'postponed' });
    return postponed ? again : null;
  }

  private waitMs(row: Job, error: unknown): number {
    if (error instanceof RetryLater && error.delayMs !== null) return error.delayMs;
    return backoffMs(JOB_POLICIES[row.job_type as EnqueuedJobType], row.retry_count + 1);
  }
}
