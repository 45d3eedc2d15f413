import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { Config } from '../config/config.js';
import { DiscordJobsModule } from './discord-jobs.data.module.js';
import { JobQueue } from './job-queue.js';
import { QUEUE, QUEUE_NAME, QUEUE_REDIS } from './tokens.js';

/** The producer's side of the queue. */
@Module({
  imports: [DiscordJobsModule],
  providers: [
    { provide: QUEUE_REDIS, inject: [Config], useFactory: connect },
    {
      provide: QUEUE,
      inject: [QUEUE_REDIS],
      useFactory: openQueue,
    },
    JobQueue,
  ],
  exports: [JobQueue],
})
export class QueueModule implements OnApplicationShutdown {
  constructor(
    @Inject(QUEUE) private readonly queue: Queue,
    @Inject(QUEUE_REDIS) private readonly redis: Redis,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close();
    this.redis.disconnect();
  }
}

function openQueue(connection: Redis): Queue {
  const queue = new Queue(QUEUE_NAME, { connection });
  // Every failed enqueue is reported where it happens; BullMQ would print each lost connection as well.
  queue.on('error', () => undefined);
  return queue;
}

function connect(config: Config): Redis {
  // Fail at once when Redis is away instead of piling up commands: the sweep makes up for it.
  const redis = new Redis(config.redisUrl, { maxRetriesPerRequest: 1, enableOfflineQueue: false });
  redis.on('error', () => undefined);
  return redis;
}
