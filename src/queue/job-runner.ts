import { Injectable, Logger } from '@nestjs/common';
import { inRequest } from '../common/correlation.js';
import { isAway } from '../common/is-away.js';
import { jobSeconds, jobsFinished } from '../common/metrics.js';
import { LiveNews } from '../infra/live-news.js';
import { JOBS } from './catalogue.js';
import { DiscordJobsRepository } from './discord-jobs.repository.js';
import type { JobResult } from './handles.js';
import { JobPolicies } from './job-policies.js';
import { backoffMs, type JobKind } from './kinds.js';
import type { Job } from './rules/job.js';
import { PermanentFailure, RetryLater } from './rules/outcome.js';

/** How jobs of one kind are done: the methods of a room that are marked for it. */
export interface JobWork {
  readonly handle: (payload: object, job: Job) => Promise<JobResult>;
  readonly giveUp?: ((payload: object, job: Job, reason: string) => Promise<void>) | undefined;
}

/** One run of a row. */
interface Run {
  readonly row: Job;
  readonly payload: object;
  readonly work: JobWork;
}

/** Runs one row's work and keeps the row true: started, completed, postponed or failed, with the reason in plain words. */
@Injectable()
export class JobRunner {
  private readonly logger = new Logger(JobRunner.name);

  constructor(
    private readonly rows: DiscordJobsRepository,
    private readonly policies: JobPolicies,
    private readonly news: LiveNews,
  ) {}

  /** @returns when to run the row again, or `null` when it is finished, or no longer this run's to finish */
  async execute(jobId: string, work: JobWork): Promise<Date | null> {
    const row = await this.rows.start(jobId);
    if (row === null) return null;
    const { request_id } = row.payload;
    try {
      return await inRequest(typeof request_id === 'string' ? request_id : row.id, () =>
        this.start(row, work),
      );
    } finally {
      this.tellPages(row);
    }
  }

  /** What a page shows of jobs, and of what this one worked on, is another by now. */
  private tellPages({ event_id, guild_id }: Job): void {
    this.news.tell('jobs');
    if (event_id !== null) this.news.tell(`mirrors:${event_id}`);
    if (guild_id !== null) this.news.tell(`guild:${guild_id}`);
  }

  /** A row of another version may hold what its handler does not take. */
  private async start(row: Job, work: JobWork): Promise<Date | null> {
    const { payload, event_id, guild_id } = row;
    const read = schemaOf(row).safeParse({ ...payload, event_id, guild_id });
    if (read.success) return this.run({ row, payload: read.data, work });
    const fields = read.error.issues.map(({ path }) => path.join('.')).join(', ');
    await this.fail(row, `The job says nothing usable about: ${fields}.`);
    return null;
  }

  private async run(run: Run): Promise<Date | null> {
    const { row, payload, work } = run;
    let result;
    const ended = jobSeconds.startTimer({ job_type: row.job_type });
    try {
      result = await work.handle(payload, row);
    } catch (error) {
      return await this.afterFailure(run, error);
    } finally {
      ended();
    }
    this.count(row, 'completed', await this.rows.complete(row, result));
    return null;
  }

  private async afterFailure(run: Run, error: unknown): Promise<Date | null> {
    const { row, payload, work } = run;
    const message = error instanceof Error ? error.message : String(error);
    const counts = usesUpRetry(error);
    const usedUp = counts && row.retry_count >= row.max_retries;
    if (error instanceof PermanentFailure || usedUp) {
      const expected = error instanceof PermanentFailure || error instanceof RetryLater;
      if (!expected) await work.giveUp?.(payload, row, message);
      await this.fail(row, message, expected ? undefined : error);
      return null;
    }
    const again = new Date(Date.now() + this.waitMs(row, error));
    const postponed = await this.rows.postpone(row, again, message, counts);
    this.count(row, 'postponed', postponed);
    return postponed ? again : null;
  }

  /** @param err an error of our own, for the log */
  private async fail(row: Job, message: string, err?: unknown): Promise<void> {
    const { id, job_type, event_id, guild_id } = row;
    this.logger.error(
      { job_id: id, job_type, event_id, guild_id, ...(err !== undefined && { err }) },
      `❌ ${message}`,
    );
    this.count(row, 'failed', await this.rows.fail(row, message));
  }

  private count({ id, job_type }: Job, result: string, isOurs: boolean): void {
    if (isOurs) jobsFinished.inc({ job_type, result });
    else this.logger.warn({ job_id: id, job_type }, `A run of this job was overtaken; it is not ${result}`);
  }

  /** As long as the work asks for; when the try counts, at least as long as the policy says. */
  private waitMs({ job_type, retry_count }: Job, error: unknown): number {
    const backoff = backoffMs(this.policies.of(job_type), retry_count + 1);
    if (!(error instanceof RetryLater) || error.delayMs === null) return backoff;
    return error.counts ? Math.max(error.delayMs, backoff) : error.delayMs;
  }
}

function schemaOf({ job_type }: Job): JobKind<object>['payload'] {
  return JOBS[job_type].payload;
}

/** What is neither the job's fault nor its target's uses up no retry: waiting for a turn, a database that is away. */
function usesUpRetry(error: unknown): boolean {
  if (error instanceof RetryLater) return error.counts;
  return !isAway(error);
}
