import { Injectable } from '@nestjs/common';
import { JobQueue } from './job-queue.js';
import { DiscordJobsRepository } from './discord-jobs.repository.js';

/** Looks at once for work that was lost, instead of waiting for the next sweep. For site admins. */
@Injectable()
export class ProcessJobs {
  constructor(
    private readonly rows: DiscordJobsRepository,
    private readonly jobs: JobQueue,
  ) {}

  /** @returns how many jobs wait at this moment */
  async execute(): Promise<{ message: string; pending_jobs: number }> {
    await this.jobs.sweepNow();
    return { message: 'Processing started', pending_jobs: await this.rows.count({ status: 'pending' }) };
  }
}
