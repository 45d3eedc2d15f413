import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { RedisModule } from '../infra/redis.module.js';
import { DiscordJobsModule } from './discord-jobs.data.module.js';
import { JobQueue } from './job-queue.js';
import { QUEUE, QUEUE_NAME } from './tokens.js';

/** The producer's side of the queue. */
@Module({
  imports: [DiscordJobsModule, RedisModule],
  providers: [{ provide: QUEUE, inject: [Redis], useFactory: openQueue }, JobQueue],
  exports: [JobQueue],
})
export class QueueModule implements OnApplicationShutdown {
  constructor(@Inject(QUEUE) private readonly queue: Queue) {}

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close();
  }
}

function openQueue(connection: Redis): Queue {
  const queue = new Queue(QUEUE_NAME, { connection });
  // Every failed enqueue is reported where it happens; BullMQ would print each lost connection as well.
  queue.on('error', () => undefined);
  return queue;
}
