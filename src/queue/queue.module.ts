import { Inject, Module, type BeforeApplicationShutdown } from '@nestjs/common';
import { Queue } from 'bullmq';
import { RedisConnections } from '../infra/redis.module.js';
import { DiscordJobsModule } from './discord-jobs.data.module.js';
import { JobQueue } from './job-queue.js';
import { QUEUE_NAMES, type QueueName, QUEUES, type Queues } from './tokens.js';

/** The producer's side of the queues. */
@Module({
  imports: [DiscordJobsModule],
  providers: [{ provide: QUEUES, inject: [RedisConnections], useFactory: openQueues }, JobQueue],
  exports: [JobQueue],
})
export class QueueModule implements BeforeApplicationShutdown {
  constructor(@Inject(QUEUES) private readonly queues: Queues) {}

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(Object.values(this.queues).map((queue) => queue.close()));
  }
}

function openQueues(redis: RedisConnections): Queues {
  const open = (name: QueueName): Queue =>
    new Queue(name, { connection: redis.shared }).on('error', (error) => {
      redis.report(error);
    });
  return Object.fromEntries(QUEUE_NAMES.map((name) => [name, open(name)])) as Record<QueueName, Queue>;
}
