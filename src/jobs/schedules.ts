import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { JobQueue } from '../queue/job-queue.js';

/** How often the schedules are set up again, in case Redis has lost them. */
const RENEW_EVERY_MS = 15_000;

/** Keeps the clocks of the catalogue's schedules; BullMQ runs each in exactly one process, however many keep it. */
@Injectable()
export class Schedules implements OnApplicationBootstrap {
  constructor(private readonly jobs: JobQueue) {}

  /** Begins with a sweep, for what a crash left undone. */
  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.dropOldSchedules();
    await this.renew();
    await this.jobs.sweepNow();
  }

  @Interval(RENEW_EVERY_MS)
  async renew(): Promise<void> {
    await this.jobs.keepSchedules();
  }
}
