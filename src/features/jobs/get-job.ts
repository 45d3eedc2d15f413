import { Injectable } from '@nestjs/common';
import { notFound } from '../../domain/errors.js';
import type { Job } from '../../domain/jobs/job.js';
import { DiscordJobsRepository } from '../../repositories/discord-jobs/discord-jobs.repository.js';

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
