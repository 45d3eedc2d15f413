import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DelayedError, Worker, type Job as QueueJob } from 'bullmq';
import type { Redis } from 'ioredis';
import { inRequest } from '../common/correlation.js';
import { RedisConnections } from '../infra/redis.module.js';
import { JOBS } from '../queue/catalogue.js';
import { withUrgency } from '../common/urgency.js';
import { JobRunner } from '../queue/job-runner.js';
import { QUEUE_NAMES, type QueueName } from '../queue/kinds.js';
import { JobHandlers } from './job-handlers.js';

/** How many jobs of a queue one process works on at once; they wait for Discord or for a receiver most of the time. */
const CONCURRENCY: Readonly<Record<QueueName, number>> = { verselink: 16, 'verselink-webhooks': 16 };

/** A process that died keeps its work for so long; a living one renews its lock in time. */
const LOCK_MS = 15_000;

/**
 * How often to look for work whose process died. BullMQ finds it at the second look, and of looks that come a moment too early it
 * leaves every other out: another process has the work at most so much and a lock's time after the death.
 */
const LOOK_MS = 5_000;

/** A Redis that is silent for this long is gone, and the connection is made anew; a worker waits for work up to 10 s. */
const SILENCE_MS = 30_000;

/** What a trigger tells, and the request that it came from. */
interface TriggerData {
  readonly request_id?: string;
}

/** Takes work from the queues: rows by their id, triggers by their name. */
@Injectable()
export class JobWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(JobWorker.name);
  private workers: readonly Worker[] = [];
  private connection: Redis | undefined;

  constructor(
    private readonly redis: RedisConnections,
    private readonly runner: JobRunner,
    private readonly handlers: JobHandlers,
  ) {}

  onApplicationBootstrap(): void {
    const connection = this.redis.connect({ maxRetriesPerRequest: null, socketTimeout: SILENCE_MS });
    this.connection = connection;
    this.workers = QUEUE_NAMES.map((name) => this.open(name, connection));
  }

  /** Takes nothing new from now on, and finishes what is under way; at once while Redis is away, which could be told of nothing. */
  async stop(): Promise<void> {
    const force = this.connection?.status !== 'ready';
    await Promise.all(this.workers.map((worker) => worker.close(force)));
  }

  async onModuleDestroy(): Promise<void> {
    await this.stop();
  }

  private open(name: QueueName, connection: Redis): Worker {
    const worker = new Worker<TriggerData>(name, (job, token) => this.process(job, token), {
      connection,
      concurrency: CONCURRENCY[name],
      lockDuration: LOCK_MS,
      stalledInterval: LOOK_MS,
    });
    worker.on('error', (error) => {
      this.redis.report(error);
    });
    worker.on('failed', (job, error) => {
      this.logger.error(error, `Trigger ${job?.name ?? '?'} failed; the sweep makes up for it`);
    });
    return worker;
  }

  private async process(job: QueueJob<TriggerData>, token: string | undefined): Promise<void> {
    if (!(job.name in JOBS)) {
      // The queue adds the request's name to every payload; the handlers need not know.
      const { request_id, ...payload } = job.data;
      const handle = this.handlers.trigger(job.name);
      const id = request_id ?? job.id ?? job.name;
      await withUrgency('sweep', () => inRequest(id, () => handle(payload)));
      return;
    }
    const work = this.handlers.job(job.name);
    const again = await withUrgency('job', () => this.runner.execute(job.id ?? '', work));
    if (again === null) return;
    await job.moveToDelayed(again.getTime(), token);
    throw new DelayedError();
  }
}
