import { Injectable } from '@nestjs/common';
import { queueJobs, readMetrics } from '../../common/metrics.js';
import { JobQueue } from '../../queue/job-queue.js';

/** The process's figures as Prometheus reads them. */
@Injectable()
export class ReadMetrics {
  constructor(private readonly jobs: JobQueue) {}

  /** Without the queue's depth when Redis is away. */
  async execute(): Promise<{ readonly type: string; readonly text: string }> {
    queueJobs.reset();
    for (const [state, count] of Object.entries(await this.jobs.depth())) queueJobs.set({ state }, count);
    return readMetrics();
  }
}
