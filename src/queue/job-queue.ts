import { Inject, Injectable, Logger } from '@nestjs/common';
import type { JobsOptions, Queue } from 'bullmq';
import { setTimeout as sleep } from 'node:timers/promises';
import { withTimeout } from '../common/with-timeout.js';
import { currentRequestId } from '../common/correlation.js';
import { LiveNews } from '../infra/live-news.js';
import type { Job } from './rules/job.js';
import { DiscordJobsRepository, type NewJob } from './discord-jobs.repository.js';
import {
  JOBS,
  SCHEDULES,
  TRIGGERS,
  type EnqueuedJobType,
  type JobPayload,
  type ScheduleName,
  type TriggerName,
  type TriggerPayload,
} from './catalogue.js';
import { HandlesTrigger } from './handles.js';
import { JobPolicies } from './job-policies.js';
import { QUEUE_NAMES, type QueueName, type Schedule } from './kinds.js';
import { QUEUES, type Queues } from './queues.js';

/** A queue that is away must not hold up a member's click. */
const ENQUEUE_TIMEOUT_MS = 2_000;

/** How often, and how many times, to look whether a finished job has left the queue. */
const LEAVING_MS = 50;
const LEAVING_LOOKS = 20;

/** The lowest priority that BullMQ knows; 0 is none, and goes first. */
const LAST_TURN = 2_097_152;

/** A row that is this late is handed to the queue again; one that the queue still has is not doubled. */
const LATE_MS = 30_000;
const LATE_BATCH = 500;

const schedules = Object.entries(SCHEDULES) as [ScheduleName, Schedule][];

type RowIds = { readonly [K in 'event_id' | 'guild_id']?: Job[K] | undefined };
type Fields = Readonly<Record<string, unknown>>;

/** A kind of job with what it needs. */
export type JobOrder = {
  readonly [T in EnqueuedJobType]: { readonly type: T; readonly payload: JobPayload<T> };
}[EnqueuedJobType];

/** A job to be enqueued, now or after `delayMs`. */
export type EnqueueRequest = JobOrder & { readonly delayMs?: number };

/** How many jobs are in one queue, by state. */
interface QueueDepth {
  readonly name: string;
  readonly states: Readonly<Record<string, number>>;
}

/**
 * The way into the queues. The row in MongoDB is written first and is what counts; a queue that is away delays its work
 * until the sweep, but never loses it.
 */
@Injectable()
export class JobQueue {
  private readonly logger = new Logger(JobQueue.name);

  constructor(
    @Inject(QUEUES) private readonly queues: Queues,
    private readonly rows: DiscordJobsRepository,
    private readonly policies: JobPolicies,
    private readonly news: LiveNews,
  ) {}

  /**
   * Writes a job's row and hands it to the queue.
   * @returns the row, or `null` when one with the same dedupe id is pending already and will do the work
   */
  async enqueue(request: EnqueueRequest): Promise<Job | null> {
    return (await this.enqueueAll([request]))[0] ?? null;
  }

  /** As `enqueue`, for many jobs in one go. @returns the rows that were written */
  async enqueueAll(requests: readonly EnqueueRequest[]): Promise<Job[]> {
    const rows = await this.rows.create(requests.map((request) => this.newJob(request)));
    await this.submit(rows);
    return rows;
  }

  /** Whether such a job waits or is being done. */
  async isUnderWay(order: JobOrder): Promise<boolean> {
    return this.rows.isUnderWay(dedupeIdOf(order));
  }

  /** Hands existing rows to their queues; harmless when the queues have them already. Never throws. */
  async submit(rows: readonly Job[]): Promise<void> {
    if (rows.length > 0) this.news.tell('jobs');
    for (const name of QUEUE_NAMES) {
      const own = rows.filter((row) => queueNameOf(row) === name);
      if (own.length === 0) continue;
      const types = [...new Set(own.map(({ job_type }) => job_type))].join(', ');
      await this.bestEffort(
        () => this.queues[name].addBulk(own.map((row, place) => toQueueJob(row, place))),
        types,
      );
    }
  }

  /** As `submit`, for rows that may have just run: their last run may not have left the queue yet, and would hide the new one. */
  async submitAgain(rows: readonly Job[]): Promise<void> {
    for (const row of rows) await this.bestEffort(() => this.untilGone(row), row.job_type);
    await this.submit(rows);
  }

  /** Hands the rows to the queue that it has lost, for example when Redis was emptied. */
  @HandlesTrigger('sweep_jobs')
  async submitLost(): Promise<void> {
    await this.submit(await this.rows.listLost(new Date(Date.now() - LATE_MS), LATE_BATCH));
  }

  /** Says that something changed. Call it after the write that makes the work due. Never throws. */
  async trigger<N extends TriggerName>(name: N, payload: TriggerPayload<N>): Promise<void> {
    const { id } = TRIGGERS[name];
    const fields: Fields = payload;
    await this.fire(name, inNameOfRequest(fields), `${name}:${String(fields[id])}`);
  }

  /** Runs what a schedule runs, now. Never throws. */
  async runNow(name: ScheduleName): Promise<void> {
    await this.fire(name, inNameOfRequest({}), name);
  }

  /** Looks now for everything that was lost. Never throws. */
  async sweepNow(): Promise<void> {
    const sweeps = schedules.filter(([, schedule]) => schedule.sweeps === true);
    await Promise.all(sweeps.map(([name]) => this.runNow(name)));
  }

  /** Keeps the clock of every schedule, which fires in one process only, however many keep it. Never throws. */
  async keepSchedules(): Promise<void> {
    await Promise.all(schedules.map(([name, schedule]) => this.keepSchedule(name, schedule)));
  }

  /** Drops the clocks that an older version kept. Never throws. */
  async dropOldSchedules(): Promise<void> {
    await this.bestEffort(async () => {
      const kept = await this.queues.verselink.getJobSchedulers();
      const old = kept.filter(({ key }) => !(key in SCHEDULES));
      for (const { key } of old) await this.queues.verselink.removeJobScheduler(key);
    }, 'the schedules');
  }

  /** How many jobs are in each queue, by state; no queue when they do not answer. */
  async depths(): Promise<readonly QueueDepth[]> {
    try {
      const counts = Promise.all(
        Object.entries(this.queues).map(async ([name, queue]) => ({
          name,
          states: await queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed'),
        })),
      );
      return await withTimeout(counts, ENQUEUE_TIMEOUT_MS, 'the queue did not answer');
    } catch {
      return [];
    }
  }

  /** How many jobs are in all queues, by state; nothing when they do not answer. */
  async depth(): Promise<Readonly<Record<string, number>>> {
    return sumOf((await this.depths()).map(({ states }) => states));
  }

  /** How many jobs wait for a worker, beside those that wait for a time; none when the queues do not answer. */
  async waiting(): Promise<number> {
    const { waiting = 0, prioritized = 0 } = await this.depth();
    return waiting + prioritized;
  }

  /** The row of a job: its payload, less the ids that have columns of their own. */
  private newJob(request: EnqueueRequest): NewJob {
    const { event_id = null, guild_id = null, ...payload }: Fields & RowIds = request.payload;
    return {
      job_type: request.type,
      guild_id,
      event_id,
      payload: inNameOfRequest(payload),
      dedupe_key: dedupeIdOf(request),
      max_retries: this.policies.of(request.type).maxRetries,
      scheduled_at: new Date(Date.now() + (request.delayMs ?? 0)),
    };
  }

  private async fire(name: string, data: Fields, id: string): Promise<void> {
    const options = {
      // While one waits, further ones are dropped; while one runs, the last is kept for afterwards.
      deduplication: { id, keepLastIfActive: true },
      removeOnComplete: true,
      removeOnFail: true,
    };
    await this.bestEffort(() => this.queues.verselink.add(name, data, options), name);
  }

  private async keepSchedule(name: ScheduleName, { everyMs, retry }: Schedule): Promise<void> {
    const { attempts, firstWaitMs } = retry ?? { attempts: 1, firstWaitMs: 0 };
    const backoff = { type: 'exponential', delay: firstWaitMs };
    const opts = { removeOnComplete: true, removeOnFail: true, attempts, backoff };
    const template = { name, data: {}, opts };
    await this.bestEffort(
      () => this.queues.verselink.upsertJobScheduler(name, { every: everyMs }, template),
      name,
    );
  }

  private async untilGone(row: Job): Promise<void> {
    const queue: Queue = this.queues[queueNameOf(row)];
    for (let look = 0; look < LEAVING_LOOKS; look++) {
      if ((await queue.getJob(row.id)) === undefined) return;
      await sleep(LEAVING_MS);
    }
  }

  private async bestEffort(add: () => Promise<unknown>, name: string): Promise<void> {
    try {
      await withTimeout(add(), ENQUEUE_TIMEOUT_MS, 'the queue did not answer');
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.logger.warn(`Could not enqueue ${name} (${reason}); the sweep will.`);
    }
  }
}

function dedupeIdOf({ type, payload }: JobOrder): string {
  const [prefix, ...names] = JOBS[type].dedupe;
  const fields: Readonly<Record<string, string | null | undefined>> = payload;
  return [prefix, ...names.map((name) => fields[name] ?? '')].join(':');
}

/**
 * A row as BullMQ takes it: its id is all that the worker needs. Turns are fair: the later a row stands among those handed over
 * together (one event to a thousand servers), the more of others go before it.
 */
function toQueueJob(row: Job, turn: number): { name: string; data: object; opts: JobsOptions } {
  const delay = Math.max(0, row.scheduled_at.getTime() - Date.now());
  const priority = Math.min(turn, LAST_TURN);
  return {
    name: row.job_type,
    data: {},
    opts: { jobId: row.id, delay, priority, removeOnComplete: true, removeOnFail: true },
  };
}

function queueNameOf({ job_type }: Job): QueueName {
  return JOBS[job_type].policy.queue;
}

function sumOf(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [state, count] of counts.flatMap((each) => Object.entries(each)))
    sums[state] = (sums[state] ?? 0) + count;
  return sums;
}

/** With the request that asked for the work, so that the job's log lines name it too. */
function inNameOfRequest(payload: Fields): Fields {
  const requestId = currentRequestId();
  return requestId === null ? payload : { ...payload, request_id: requestId };
}
