import { Injectable } from '@nestjs/common';
import { notFound } from '../common/errors.js';
import type { Job } from './rules/job.js';
import { DiscordJobsRepository } from './discord-jobs.repository.js';

/** One job row. For site admins. */
@Injectable()
export class GetJob {
  constructor(private readonly rows: DiscordJobsRepository) {}

  /** @throws notFound `job_not_found` */
  async execute(id: string): Promise<Job> {
    const job = await this.rows.findById(id);
    if (job === null) throw notFound('job');
    return job;
  }
}
