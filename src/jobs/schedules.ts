import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { JobQueue } from '../queue/job-queue.js';

/** How often the sweep looks. A change made by hand on Discord, or a lost trigger, is repaired within a minute. */
const SWEEP_EVERY_MS = 10_000;
/** How often the backend looks at the bot (issue 4, "health watch"). */
const WATCH_EVERY_MS = 60_000;
/** How often memberships are compared with Discord's roles; when Discord is away, tried again for about four hours. */
const COMPARE_EVERY_MS = 86_400_000;
const COMPARE_RETRY = { attempts: 9, delay: 60_000 };
/** How often the schedules are set up again, in case Redis has lost them. */
const RENEW_EVERY_MS = 15_000;

/** Sets up the schedules; BullMQ runs each in exactly one process, however many processes set it up. */
@Injectable()
export class Schedules implements OnApplicationBootstrap {
  constructor(private readonly jobs: JobQueue) {}

  /** Begins with a sweep, for what a crash left undone. */
  async onApplicationBootstrap(): Promise<void> {
    await this.renew();
    await this.jobs.sweepNow();
  }

  @Interval(RENEW_EVERY_MS)
  async renew(): Promise<void> {
    await this.jobs.schedule('sweep', SWEEP_EVERY_MS);
    // The bot's events have triggers of their own; this finds those whose trigger was lost, and those to be tried again.
    await this.jobs.schedule('bot_events', SWEEP_EVERY_MS);
    await this.jobs.schedule('watch_bot', WATCH_EVERY_MS);
    await this.jobs.schedule('compare_memberships', COMPARE_EVERY_MS, COMPARE_RETRY);
  }
}
