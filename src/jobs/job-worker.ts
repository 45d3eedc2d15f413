import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DelayedError, Worker, type Job as QueueJob } from 'bullmq';
import { Redis } from 'ioredis';
import { inRequest } from '../common/correlation.js';
import { Config } from '../config/config.js';
import { RunJob } from '../queue/run-job.js';
import { JOB_POLICIES, type TriggerName, type TriggerPayloads } from '../queue/job-catalogue.js';
import { QUEUE_NAME } from '../queue/tokens.js';
import { JobHandlers } from './job-handlers.js';

/** How many jobs one process works on at once; they wait for Discord most of the time. */
const CONCURRENCY = 16;

/** The work of a process that died is taken up by another this soon; a living one renews its lock in time. */
const LOCK_MS = 15_000;

/** A Redis that is silent for this long is gone, and the connection is made anew; a worker waits for work up to 10 s. */
const SILENCE_MS = 30_000;

/** Takes work from the queue: rows by their id, triggers by their name. */
@Injectable()
export class JobWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(JobWorker.name);
  private worker: Worker<TriggerPayloads[TriggerName]> | undefined;
  private redis: Redis | undefined;

  constructor(
    private readonly config: Config,
    private readonly runJob: RunJob,
    private readonly handlers: JobHandlers,
  ) {}

  onApplicationBootstrap(): void {
    this.redis = new Redis(this.config.redisUrl, {
      maxRetriesPerRequest: null,
      socketTimeout: SILENCE_MS,
    });
    this.redis.on('error', (error) => {
      this.logger.warn(`Redis: ${error.message}`);
    });
    this.worker = new Worker<TriggerPayloads[TriggerName]>(
      QUEUE_NAME,
      (job, token) => this.process(job, token),
      {
        connection: this.redis,
        concurrency: CONCURRENCY,
        lockDuration: LOCK_MS,
        stalledInterval: LOCK_MS,
      },
    );
    this.worker.on('error', (error) => {
      this.logger.warn(`Queue: ${error.message}`);
    });
    this.worker.on('failed', (job, error) => {
      this.logger.error(error, `Trigger ${job?.name ?? '?'} failed; the sweep makes up for it`);
    });
  }

  /** Takes nothing new from now on; resolves when what is under way is finished. */
  async stop(): Promise<void> {
    await this.worker?.close();
  }

  async onModuleDestroy(): Promise<void> {
    await this.stop();
    this.redis?.disconnect();
  }

  private async process(
    job: QueueJob<TriggerPayloads[TriggerName]>,
    token: string | undefined,
  ): Promise<void> {
    if (!(job.name in JOB_POLICIES)) {
      // The queue adds the request's name to every payload; the handlers need not know.
      const { request_id, ...payload } = job.data as TriggerPayloads[TriggerName] & { request_id?: string };
      const handler = this.handlers.trigger(job.name);
      await inRequest(request_id ?? job.id ?? job.name, () => handler.handle(payload));
      return;
    }
    const handler = this.handlers.job(job.name);
    const again = await this.runJob.execute(job.id ?? '', handler);
    if (again === null) return;
    await job.moveToDelayed(again.getTime(), token);
    throw new DelayedError();
  }
}
