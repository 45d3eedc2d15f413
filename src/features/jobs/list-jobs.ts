import { Injectable } from '@nestjs/common';
import type { Job } from '../../domain/jobs/job.js';
import {
  DiscordJobsRepository,
  type JobFilter,
} from '../../repositories/discord-jobs/discord-jobs.repository.js';

/** Job rows, newest first. For site admins. */
@Injectable()
export class ListJobs {
  constructor(private readonly rows: DiscordJobsRepository) {}

  /** @param before only rows older than the one with this id */
  execute(filter: JobFilter, limit: number, before: string | null): Promise<Job[]> {
    return this.rows.list(filter, limit, before);
  }
}
