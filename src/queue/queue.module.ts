import { Inject, Module, type BeforeApplicationShutdown } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { LiveNewsModule } from '../infra/live-news.js';
import { RedisConnections } from '../infra/redis.module.js';
import { DiscordJobsRepository } from './discord-jobs.repository.js';
import { JOB_MODEL, jobSchema } from './discord-jobs.schema.js';
import { DiscordJobsService } from './discord-jobs.service.js';
import { JobPolicies } from './job-policies.js';
import { JobQueue } from './job-queue.js';
import { JobRunner } from './job-runner.js';
import { openQueues, QUEUES, type Queues } from './queues.js';

/** Jobs: their rows, the queues that they wait in, and how one is run. */
@Module({
  imports: [LiveNewsModule, MongooseModule.forFeature([{ name: JOB_MODEL, schema: jobSchema }])],
  providers: [
    { provide: QUEUES, inject: [RedisConnections], useFactory: openQueues },
    DiscordJobsRepository,
    DiscordJobsService,
    JobPolicies,
    JobQueue,
    JobRunner,
  ],
  exports: [DiscordJobsService, JobQueue, JobRunner, QUEUES],
})
export class QueueModule implements BeforeApplicationShutdown {
  constructor(@Inject(QUEUES) private readonly queues: Queues) {}

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(Object.values(this.queues).map((queue) => queue.close()));
  }
}
