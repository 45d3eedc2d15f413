import { Module } from '@nestjs/common';
import { QueueModule } from './queue.module.js';
import { DiscordJobsModule } from './discord-jobs.data.module.js';
import { GetJob } from './get-job.js';
import { ListJobs } from './list-jobs.js';
import { ProcessJobs } from './process-jobs.js';
import { ResubmitLostJobs } from './resubmit-lost-jobs.js';
import { RetryJob } from './retry-job.js';
import { RunJob } from './run-job.js';

/** The life of a job row, and what admins do with it. */
@Module({
  imports: [QueueModule, DiscordJobsModule],
  providers: [GetJob, ListJobs, ProcessJobs, ResubmitLostJobs, RetryJob, RunJob],
  exports: [GetJob, ListJobs, ProcessJobs, ResubmitLostJobs, RetryJob, RunJob],
})
export class JobRowsModule {}
