import { Injectable } from '@nestjs/common';
import { JobQueue } from './job-queue.js';
import { DiscordJobsRepository } from './discord-jobs.repository.js';

/** A row that is this late is handed to the queue again; one that the queue still has is not doubled. */
const LATE_MS = 30_000;
const BATCH = 500;

/** Hands the rows to the queue that it has lost, for example when Redis was emptied (design.md §4). */
@Injectable()
export class ResubmitLostJobs {
  constructor(
    private readonly rows: DiscordJobsRepository,
    private readonly jobs: JobQueue,
  ) {}

  async execute(): Promise<void> {
    await this.jobs.submit(await this.rows.listLost(new Date(Date.now() - LATE_MS), BATCH));
  }
}
