import { Inject, Module, type BeforeApplicationShutdown } from '@nestjs/common';
import { Queue } from 'bullmq';
import { RedisConnections } from '../infra/redis.module.js';
import { DiscordJobsModule } from './discord-jobs.data.module.js';
import { JobQueue } from './job-queue.js';
import { QUEUE, QUEUE_NAME } from './tokens.js';

/** The producer's side of the queue. */
@Module({
  imports: [DiscordJobsModule],
  providers: [{ provide: QUEUE, inject: [RedisConnections], useFactory: openQueue }, JobQueue],
  exports: [JobQueue],
})
export class QueueModule implements BeforeApplicationShutdown {
  constructor(@Inject(QUEUE) private readonly queue: Queue) {}

  async beforeApplicationShutdown(): Promise<void> {
    await this.queue.close();
  }
}

function openQueue(redis: RedisConnections): Queue {
  const queue = new Queue(QUEUE_NAME, { connection: redis.shared });
  queue.on('error', (error) => {
    redis.report(error);
  });
  return queue;
}
