import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { mentions } from '../infra/mentions.js';
import { Config } from '../config/config.js';
import { v7 as uuidv7 } from 'uuid';
import type { FailedClass, Job, JobStatus, JobType } from './rules/job.js';
import { defined } from '../common/defined.js';
import { isDuplicateKey } from '../infra/duplicate-key.js';
import { insertNew } from '../infra/insert-new.js';
import { causeOf } from './rules/cause.js';
import { JOB_MODEL, type JobDocument } from './discord-jobs.schema.js';

/** A job to be written. */
export interface NewJob {
  readonly job_type: JobType;
  readonly guild_id: string | null;
  readonly event_id: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly dedupe_key: string | null;
  readonly max_retries: number;
  readonly scheduled_at: Date;
}

/** One run of a job: the row as `start` gave it. */
export type JobRun = Pick<Job, 'id' | 'attempt'>;

/** What admins filter jobs by. */
export interface JobFilter {
  readonly status?: JobStatus | undefined;
  readonly job_type?: JobType | undefined;
  readonly guild_id?: string | undefined;
  readonly event_id?: string | undefined;
  /** What went wrong last, to the letter. */
  readonly error_message?: string | undefined;
  /** What they ended by, alike. */
  readonly cause?: string | undefined;
  /** Only those that failed and are to be tried again. */
  readonly retrying?: boolean | undefined;
}

const DAY_MS = 86_400_000;
type FinishedStatus = 'completed' | 'cancelled' | 'failed';

/** Job rows: the outbox, and what admins read. */
@Injectable()
export class DiscordJobsRepository {
  constructor(
    @InjectModel(JOB_MODEL) private readonly jobs: Model<JobDocument>,
    private readonly config: Config,
  ) {}

  /**
   * Writes pending rows in one go, but for those of whose `dedupe_key` one of the same kind is pending already; one of another
   * kind is superseded and cancelled.
   * @returns those written
   */
  async create(jobs: readonly NewJob[]): Promise<Job[]> {
    const documents = jobs.map((job): JobDocument => ({
      ...job,
      _id: uuidv7(),
      status: 'pending',
      attempt: 0,
      retry_count: 0,
      created_at: new Date(),
      started_at: null,
      completed_at: null,
      error_message: null,
      result: null,
      expires_at: null,
    }));
    const written = await insertNew(this.jobs, documents);
    const refused = documents.filter((document) => !written.includes(document));
    if (refused.length > 0 && (await this.supersede(refused)) > 0)
      written.push(...(await insertNew(this.jobs, refused)));
    return written.map(toJob);
  }

  async findById(id: string): Promise<Job | null> {
    return toJobOrNull(await this.jobs.findById(id).lean());
  }

  /** Newest first. @param before only rows older than this id */
  async list(filter: JobFilter, limit: number, before: string | null): Promise<Job[]> {
    const query = queryOf(filter);
    if (before !== null) query['_id'] = { $lt: before };
    const rows = await this.jobs.find(query).sort({ _id: -1 }).limit(limit).lean();
    return rows.map(toJob);
  }

  async count(filter: JobFilter): Promise<number> {
    return this.jobs.countDocuments(queryOf(filter));
  }

  /** Failed rows by kind, server and cause: the cause that failed last comes first. */
  async listFailedClasses(limit: number): Promise<FailedClass[]> {
    return this.jobs.aggregate<FailedClass>([
      { $match: { status: 'failed' } },
      {
        $group: {
          _id: {
            job_type: '$job_type',
            guild_id: '$guild_id',
            cause: { $ifNull: ['$cause', '$error_message'] },
          },
          count: { $sum: 1 },
          error_message: { $top: { sortBy: { _id: -1 }, output: '$error_message' } },
          first_failed_at: { $min: '$completed_at' },
          last_failed_at: { $max: '$completed_at' },
          last_job_id: { $max: '$_id' },
        },
      },
      { $sort: { last_failed_at: -1, last_job_id: -1 } },
      { $limit: limit },
      { $replaceWith: { $mergeObjects: ['$_id', '$$ROOT'] } },
      { $unset: '_id' },
    ]);
  }

  /** Completed and failed rows since a time, by status. */
  async countFinishedSince(since: Date, status: JobStatus): Promise<number> {
    return this.jobs.countDocuments({ status, completed_at: { $gte: since } });
  }

  /** Whether a job with this key waits or is being worked on. */
  async isUnderWay(dedupeKey: string): Promise<boolean> {
    return (
      (await this.jobs.exists({ dedupe_key: dedupeKey, status: { $in: ['pending', 'processing'] } })) !== null
    );
  }

  /** Rows that should have started, or were started and never finished, before `before`. */
  async listLost(before: Date, limit: number): Promise<Job[]> {
    const rows = await this.jobs
      .find({
        $or: [
          { status: 'pending', scheduled_at: { $lt: before } },
          { status: 'processing', started_at: { $lt: before } },
        ],
      })
      .limit(limit)
      .lean();
    return rows.map(toJob);
  }

  /** pending or processing → processing, as a new attempt; `null` when the row is finished or gone. */
  async start(id: string): Promise<Job | null> {
    const row = await this.jobs
      .findOneAndUpdate(
        { _id: id, status: { $in: ['pending', 'processing'] } },
        { $set: { status: 'processing', started_at: new Date() }, $inc: { attempt: 1 } },
        { returnDocument: 'after' },
      )
      .lean();
    return toJobOrNull(row);
  }

  /** @returns whether the row is completed by this run; false when another attempt took over */
  async complete(run: JobRun, result: Readonly<Record<string, unknown>>): Promise<boolean> {
    return this.finish(run, 'completed', { result, error_message: null });
  }

  /** @returns whether the row is failed by this run; false when another attempt took over */
  async fail(run: JobRun & Pick<Job, 'job_type' | 'guild_id'>, errorMessage: string): Promise<boolean> {
    // A webhook that fails is told of by a notice of its own; telling webhooks of it as well would never end.
    const untold = run.job_type !== 'webhook_delivery';
    const cause = causeOf(errorMessage, run.guild_id !== null);
    return this.finish(run, 'failed', { error_message: errorMessage, cause, ...(untold && { untold }) });
  }

  /** Failures that webhooks were not told of yet. */
  async listUntold(limit: number): Promise<Job[]> {
    const rows = await this.jobs.find({ untold: true }).limit(limit).lean();
    return rows.map(toJob);
  }

  async markTold(ids: readonly string[]): Promise<void> {
    await this.jobs.updateMany({ _id: { $in: ids } }, { $unset: { untold: 1 } });
  }

  /**
   * processing → pending again, to run at `at`. When a newer job with the same key is pending, this one is cancelled: the newer does its work.
   * @returns whether the row is pending now; false also when another attempt took over
   */
  async postpone(run: JobRun, at: Date, errorMessage: string, counts: boolean): Promise<boolean> {
    try {
      const updated = await this.jobs.updateOne(underWay(run), {
        $set: { status: 'pending', scheduled_at: at, error_message: errorMessage },
        $inc: { retry_count: counts ? 1 : 0 },
      });
      return updated.modifiedCount === 1;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      await this.finish(run, 'cancelled', { error_message: 'A newer job of the same kind takes over.' });
      return false;
    }
  }

  /** failed or cancelled → pending, for a retry on request; `null` when it is neither, or a newer one is pending. */
  async reopen(id: string): Promise<Job | null> {
    try {
      const row = await this.jobs
        .findOneAndUpdate(
          { _id: id, status: { $in: ['failed', 'cancelled'] } },
          {
            $set: {
              status: 'pending',
              retry_count: 0,
              scheduled_at: new Date(),
              started_at: null,
              completed_at: null,
              expires_at: null,
            },
            $unset: { cause: 1 },
          },
          { returnDocument: 'after' },
        )
        .lean();
      return toJobOrNull(row);
    } catch (error) {
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }

  /** Removes the jobs of one person alone; what went wrong with others names them no more. */
  async erasePerson(ids: readonly string[], by: string): Promise<void> {
    await this.jobs.deleteMany({ dedupe_key: mentions(ids) });
    for (const id of ids) {
      const nameless = { $replaceAll: { input: '$error_message', find: id, replacement: by } };
      const naming = { error_message: mentions([id]) };
      await this.jobs.updateMany(naming, [{ $set: { error_message: nameless } }], { updatePipeline: true });
    }
  }

  /** Cancels pending rows that these replace with work of another kind. @returns how many */
  private async supersede(by: readonly JobDocument[]): Promise<number> {
    const now = new Date();
    const change = {
      status: 'cancelled' as const,
      completed_at: now,
      expires_at: this.expiryOf('cancelled', now),
      error_message: 'Superseded by a newer job.',
    };
    let cancelled = 0;
    for (const type of new Set(by.map((row) => row.job_type))) {
      const keys = by.filter((row) => row.job_type === type).map(({ dedupe_key }) => dedupe_key);
      const replaced = { dedupe_key: { $in: keys }, status: 'pending' as const, job_type: { $ne: type } };
      cancelled += (await this.jobs.updateMany(replaced, { $set: change })).modifiedCount;
    }
    return cancelled;
  }

  private async finish(
    run: JobRun,
    status: FinishedStatus,
    fields: Partial<Pick<JobDocument, 'result' | 'error_message' | 'untold' | 'cause'>>,
  ): Promise<boolean> {
    const completedAt = new Date();
    const expiresAt = this.expiryOf(status, completedAt);
    const change = { ...fields, status, completed_at: completedAt, expires_at: expiresAt };
    return (await this.jobs.updateOne(underWay(run), { $set: change })).modifiedCount === 1;
  }

  /** Until when a finished row is kept. Failed ones stay until somebody has them tried again. */
  private expiryOf(status: FinishedStatus, finishedAt: Date): Date | null {
    if (status === 'failed') return null;
    return new Date(finishedAt.getTime() + this.config.retentionDays.jobs * DAY_MS);
  }
}

function queryOf({ cause, retrying, ...filter }: JobFilter): QueryFilter<JobDocument> {
  return {
    ...defined(filter),
    ...(retrying === true && { status: 'pending' as const, retry_count: { $gt: 0 } }),
    // Rows of before causes were kept stand under their own words.
    ...(cause !== undefined && { $or: [{ cause }, { cause: { $exists: false }, error_message: cause }] }),
  };
}

/** The row, as long as this run is its last. */
function underWay({ id, attempt }: JobRun): QueryFilter<JobDocument> {
  return { _id: id, status: 'processing', attempt };
}

function toJob({ _id, expires_at: _expires, untold: _untold, cause: _cause, ...job }: JobDocument): Job {
  return { id: _id, ...job };
}

function toJobOrNull(document: JobDocument | null): Job | null {
  return document === null ? null : toJob(document);
}
