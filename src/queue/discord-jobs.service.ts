import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '../common/cursor.js';
import { conflict, notFound } from '../common/errors.js';
import { pageOf, type Page } from '../common/page.js';
import type { KeepsPersonalData, Person } from '../common/personal-data.js';
import { DiscordJobsRepository, type JobFilter } from './discord-jobs.repository.js';
import { JobQueue } from './job-queue.js';
import type { FailedClass, Job } from './rules/job.js';

/** A class of jobs that can be tried again. */
export type RetryFilter = JobFilter & { readonly status: 'failed' | 'cancelled' };

/** How many jobs there are. */
export interface JobCounts {
  readonly pending: number;
  readonly failed: number;
  readonly recently_completed: number;
  readonly recently_failed: number;
}

/** How many jobs one call tries again: what fits into the time of a request. */
const RETRY_BATCH = 1_000;

/** More causes at once are no list that a person reads. */
const CLASSES_LISTED = 100;

/** What site admins do with job rows; the door lets only them in. Rows name people whom something is done for. */
@Injectable()
export class DiscordJobsService implements KeepsPersonalData {
  constructor(
    private readonly rows: DiscordJobsRepository,
    private readonly jobs: JobQueue,
  ) {}

  /** Newest first. @throws invalid when the cursor is none of ours */
  async list(filter: JobFilter, limit: number, cursor: string | null): Promise<Page<Job>> {
    const before = cursor === null ? null : String(decodeCursor(cursor, ['string'])[0]);
    const rows = await this.rows.list(filter, limit + 1, before);
    return pageOf(rows, limit, ({ id }) => encodeCursor([id]));
  }

  /** Why jobs have failed: by kind, server and cause, the latest first. */
  async listFailedClasses(): Promise<FailedClass[]> {
    return this.rows.listFailedClasses(CLASSES_LISTED);
  }

  /** @throws notFound `job_not_found` */
  async get(id: string): Promise<Job> {
    const job = await this.rows.findById(id);
    if (job === null) throw notFound('job');
    return job;
  }

  /** Runs a failed or cancelled job again, with all its retries. @throws notFound `job_not_found` · conflict `job_not_retryable` */
  async retry(id: string): Promise<Job> {
    await this.get(id);
    const reopened = await this.rows.reopen(id);
    if (reopened === null) {
      throw conflict(
        'job_not_retryable',
        'Only a failed or cancelled job without a pending successor can be retried.',
      );
    }
    await this.jobs.submitAgain([reopened]);
    return reopened;
  }

  /**
   * Runs all jobs of a class again, such as every failed one of a server. One whose work a pending job will do stays as it is.
   * @returns how many run again, and how many of the class a further call would try
   */
  async retryAll(filter: RetryFilter): Promise<{ jobs_retried: number; jobs_left: number }> {
    const rows = await this.rows.list(filter, RETRY_BATCH, null);
    const reopened: Job[] = [];
    for (const { id } of rows) {
      const job = await this.rows.reopen(id);
      if (job !== null) reopened.push(job);
    }
    await this.jobs.submitAgain(reopened);
    return { jobs_retried: reopened.length, jobs_left: await this.rows.count(filter) };
  }

  /** Failures that webhooks were not told of yet; say `markTold` when they were. */
  async listUntold(limit: number): Promise<Job[]> {
    return this.rows.listUntold(limit);
  }

  async markTold(jobs: readonly Job[]): Promise<void> {
    await this.rows.markTold(jobs.map(({ id }) => id));
  }

  /** How many jobs wait and have failed, and how many ended since a time. */
  async counts(since: Date): Promise<JobCounts> {
    const [pending, failed, recentlyCompleted, recentlyFailed] = await Promise.all([
      this.rows.count({ status: 'pending' }),
      this.rows.count({ status: 'failed' }),
      this.rows.countFinishedSince(since, 'completed'),
      this.rows.countFinishedSince(since, 'failed'),
    ]);
    return { pending, failed, recently_completed: recentlyCompleted, recently_failed: recentlyFailed };
  }

  /** Looks at once for work that was lost, instead of waiting for the next sweep. @returns how many jobs wait at this moment */
  async processNow(): Promise<{ message: string; pending_jobs: number }> {
    await this.jobs.sweepNow();
    return { message: 'Processing started', pending_jobs: await this.rows.count({ status: 'pending' }) };
  }

  async erase({ user_id, discord_id }: Person, tombstone: string): Promise<void> {
    await this.rows.erasePerson([user_id, discord_id], tombstone);
  }
}
