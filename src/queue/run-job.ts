import { Injectable, Logger } from '@nestjs/common';
import { inRequest } from '../common/correlation.js';
import { isAway } from '../common/is-away.js';
import { jobsFinished } from '../common/metrics.js';
import type { Job } from './rules/job.js';
import { PermanentFailure, RetryLater } from './rules/outcome.js';
import { backoffMs, JOB_POLICIES, type EnqueuedJobType } from './job-catalogue.js';
import { DiscordJobsRepository } from './discord-jobs.repository.js';

/** How one kind of job is done. */
export interface JobWork {
  /** @returns what admins see as the job's result */
  handle(job: Job): Promise<Readonly<Record<string, unknown>>>;
  /**
   * The retries are used up by an error that waiting does not mend. Notes it where the work came from, so that the sweep
   * finds no such work and writes no new job for the same cause; a change there, or a retry, sets it going again.
   */
  giveUp(job: Job, reason: string): Promise<void>;
}

/** Runs one row's work and keeps the row true: started, completed, postponed or failed, with the reason in plain words. */
@Injectable()
export class RunJob {
  private readonly logger = new Logger(RunJob.name);

  constructor(private readonly rows: DiscordJobsRepository) {}

  /** @returns when to run the row again, or `null` when it is finished, or no longer this run's to finish */
  async execute(jobId: string, work: JobWork): Promise<Date | null> {
    const row = await this.rows.start(jobId);
    if (row === null) return null;
    const { request_id } = row.payload;
    return inRequest(typeof request_id === 'string' ? request_id : row.id, () => this.run(row, work));
  }

  private async run(row: Job, work: JobWork): Promise<Date | null> {
    let result;
    try {
      result = await work.handle(row);
    } catch (error) {
      return this.afterFailure(row, work, error);
    }
    this.count(row, 'completed', await this.rows.complete(row, result));
    return null;
  }

  private async afterFailure(row: Job, work: JobWork, error: unknown): Promise<Date | null> {
    const message = error instanceof Error ? error.message : String(error);
    const counts = usesUpRetry(error);
    const usedUp = counts && row.retry_count >= row.max_retries;
    if (error instanceof PermanentFailure || usedUp) {
      await this.fail(row, work, error, message);
      return null;
    }
    const again = new Date(Date.now() + this.waitMs(row, error));
    const postponed = await this.rows.postpone(row, again, message, counts);
    this.count(row, 'postponed', postponed);
    return postponed ? again : null;
  }

  private async fail(row: Job, work: JobWork, error: unknown, message: string): Promise<void> {
    const { id, job_type, event_id, guild_id } = row;
    const expected = error instanceof PermanentFailure || error instanceof RetryLater;
    this.logger.error(
      { job_id: id, job_type, event_id, guild_id, ...(expected ? {} : { err: error }) },
      `❌ ${message}`,
    );
    if (!expected) await work.giveUp(row, message);
    this.count(row, 'failed', await this.rows.fail(row, message));
  }

  private count({ id, job_type }: Job, result: string, isOurs: boolean): void {
    if (isOurs) jobsFinished.inc({ job_type, result });
    else this.logger.warn({ job_id: id, job_type }, `A run of this job was overtaken; it is not ${result}`);
  }

  private waitMs(row: Job, error: unknown): number {
    if (error instanceof RetryLater && error.delayMs !== null) return error.delayMs;
    return backoffMs(JOB_POLICIES[row.job_type as EnqueuedJobType], row.retry_count + 1);
  }
}

/** What is neither the job's fault nor its target's uses up no retry: waiting for a turn, a database that is away. */
function usesUpRetry(error: unknown): boolean {
  if (error instanceof RetryLater) return error.counts;
  return !isAway(error);
}
