import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '../common/cursor.js';
import { pageOf, type Page } from '../common/page.js';
import type { Job } from './rules/job.js';
import { DiscordJobsRepository, type JobFilter } from './discord-jobs.repository.js';

/** Job rows, newest first. For site admins. */
@Injectable()
export class ListJobs {
  constructor(private readonly rows: DiscordJobsRepository) {}

  /** @throws invalid when the cursor is none of ours */
  async execute(filter: JobFilter, limit: number, cursor: string | null): Promise<Page<Job>> {
    const before = cursor === null ? null : String(decodeCursor(cursor, ['string'])[0]);
    const rows = await this.rows.list(filter, limit + 1, before);
    return pageOf(rows, limit, ({ id }) => encodeCursor([id]));
  }
}
