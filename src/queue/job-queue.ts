import { Inject, Injectable, Logger } from '@nestjs/common';
import type { JobsOptions, Queue } from 'bullmq';
import { setTimeout as sleep } from 'node:timers/promises';
import { withTimeout } from '../common/with-timeout.js';
import { currentRequestId } from '../common/correlation.js';
import type { Job } from './rules/job.js';
import { DiscordJobsRepository, type NewJob } from './discord-jobs.repository.js';
import {
  JOB_POLICIES,
  type EnqueuedJobType,
  type TriggerName,
  type TriggerPayloads,
} from './job-catalogue.js';
import { QUEUE_NAMES, QUEUES, type QueueName, type Queues } from './tokens.js';

/** A queue that is away must not hold up a member's click. */
const ENQUEUE_TIMEOUT_MS = 2_000;

/** How often, and how many times, to look whether a finished job has left the queue. */
const LEAVING_MS = 50;
const LEAVING_LOOKS = 20;

/** A job to be enqueued. */
export interface EnqueueRequest {
  readonly type: EnqueuedJobType;
  readonly guild_id: string | null;
  readonly event_id: string | null;
  readonly payload?: Readonly<Record<string, unknown>>;
  /** See `Job.dedupe_key`. */
  readonly dedupe_key?: string;
  readonly delayMs?: number;
}

/**
 * The way into the queues. The row in MongoDB is written first and is what counts; a queue that is away delays its work
 * until the sweep, but never loses it (design.md §4).
 */
@Injectable()
export class JobQueue {
  private readonly logger = new Logger(JobQueue.name);

  constructor(
    @Inject(QUEUES) private readonly queues: Queues,
    private readonly rows: DiscordJobsRepository,
  ) {}

  /** Says that an event changed. Call it after the write that set `effects_due`. Never throws. */
  async eventChanged(eventId: string): Promise<void> {
    await this.trigger('mirror_event', { event_id: eventId }, `mirror_event:${eventId}`, 0);
  }

  /** Says that a server was registered, edited or removed. Call it after the write that set `mirror_dirty`. Never throws. */
  async guildChanged(guildId: string): Promise<void> {
    await this.trigger('mirror_guild', { guild_id: guildId }, `mirror_guild:${guildId}`, 0);
  }

  /** Says that events of the bot were stored. Never throws. */
  async botEventsDue(): Promise<void> {
    await this.trigger('bot_events', {}, 'bot_events', 0);
  }

  /** How many jobs are in all queues, by state; nothing when they do not answer. */
  async depth(): Promise<Readonly<Record<string, number>>> {
    try {
      const counts = Promise.all(
        Object.values(this.queues).map((queue) => queue.getJobCounts('waiting', 'active', 'delayed')),
      );
      return sumOf(await withTimeout(counts, ENQUEUE_TIMEOUT_MS, 'the queue did not answer'));
    } catch {
      return {};
    }
  }

  /** Asks for a sweep now. Never throws. */
  async sweepNow(): Promise<void> {
    await this.trigger('sweep', {}, 'sweep', 0);
  }

  /**
   * Has a trigger fire every `everyMs` milliseconds, in one process only. Idempotent. Never throws.
   * @param retry for one that fires seldom: how often to try, and the first wait in milliseconds, which doubles
   */
  async schedule(name: TriggerName, everyMs: number, retry = { attempts: 1, delay: 0 }): Promise<void> {
    const { attempts, delay } = retry;
    const opts = {
      removeOnComplete: true,
      removeOnFail: true,
      attempts,
      backoff: { type: 'exponential', delay },
    };
    const template = { name, data: {}, opts };
    await this.bestEffort(
      () => this.queues.verselink.upsertJobScheduler(name, { every: everyMs }, template),
      name,
    );
  }

  /**
   * Writes a job's row and hands it to the queue.
   * @returns the row, or `null` when one with the same key is pending already and will do the work
   */
  async enqueue(request: EnqueueRequest): Promise<Job | null> {
    return (await this.enqueueAll([request]))[0] ?? null;
  }

  /** As `enqueue`, for many jobs in one go. @returns the rows that were written */
  async enqueueAll(requests: readonly EnqueueRequest[]): Promise<Job[]> {
    const rows = await this.rows.create(requests.map(newJob));
    await this.submit(rows);
    return rows;
  }

  /** Hands existing rows to their queues; harmless when the queues have them already. Never throws. */
  async submit(rows: readonly Job[]): Promise<void> {
    for (const name of QUEUE_NAMES) {
      const own = rows.filter((row) => queueNameOf(row) === name);
      if (own.length === 0) continue;
      const types = [...new Set(own.map(({ job_type }) => job_type))].join(', ');
      await this.bestEffort(() => this.queues[name].addBulk(own.map(toQueueJob)), types);
    }
  }

  /** As `submit`, for a row that has just run: its last run may not have left the queue yet, and would hide the new one. */
  async submitAgain(row: Job): Promise<void> {
    await this.bestEffort(() => this.untilGone(row), row.job_type);
    await this.submit([row]);
  }

  private async untilGone(row: Job): Promise<void> {
    for (let look = 0; look < LEAVING_LOOKS; look++) {
      if ((await this.queueOf(row).getJob(row.id)) === undefined) return;
      await sleep(LEAVING_MS);
    }
  }

  private async trigger<N extends TriggerName>(
    name: N,
    payload: TriggerPayloads[N],
    id: string,
    delay: number,
  ): Promise<void> {
    const options = {
      delay,
      // While one waits, further ones are dropped; while one runs, the last is kept for afterwards.
      deduplication: { id, keepLastIfActive: true },
      removeOnComplete: true,
      removeOnFail: true,
    };
    await this.bestEffort(
      () => this.queues.verselink.add(name, inNameOfRequest({ ...payload }), options),
      name,
    );
  }

  private queueOf(row: Job): Queue {
    return this.queues[queueNameOf(row)];
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

function newJob(request: EnqueueRequest): NewJob {
  return {
    job_type: request.type,
    guild_id: request.guild_id,
    event_id: request.event_id,
    payload: inNameOfRequest(request.payload ?? {}),
    dedupe_key: request.dedupe_key ?? null,
    max_retries: JOB_POLICIES[request.type].maxRetries,
    scheduled_at: new Date(Date.now() + (request.delayMs ?? 0)),
  };
}

/** A row as BullMQ takes it: its id is all that the worker needs. */
function toQueueJob(row: Job): { name: string; data: object; opts: JobsOptions } {
  const delay = Math.max(0, row.scheduled_at.getTime() - Date.now());
  return {
    name: row.job_type,
    data: {},
    opts: { jobId: row.id, delay, removeOnComplete: true, removeOnFail: true },
  };
}

function queueNameOf({ job_type }: Job): QueueName {
  return JOB_POLICIES[job_type as EnqueuedJobType].queue;
}

function sumOf(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [state, count] of counts.flatMap((each) => Object.entries(each)))
    sums[state] = (sums[state] ?? 0) + count;
  return sums;
}

/** With the request that asked for the work, so that the job's log lines name it too. */
function inNameOfRequest(payload: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const request_id = currentRequestId();
  return request_id === null ? payload : { ...payload, request_id };
}
