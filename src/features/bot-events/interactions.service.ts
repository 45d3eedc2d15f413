import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InteractionCountsRepository } from './interaction-counts.repository.js';
import { DAY_MS } from './rules/days.js';
import {
  byDay,
  type InteractionCount,
  type InteractionDay,
  type InteractionKind,
} from './rules/interactions.js';

const HOUR_MS = 3_600_000;
/** Counts are written this often, so that a click costs no write. A process that dies loses this much of them. */
const FLUSH_EVERY_MS = 5_000;

/** What members do with the bot, counted by kind and hour; of no person. */
@Injectable()
export class InteractionsService implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('Interactions');
  private counting = new Map<string, InteractionCount>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly counts: InteractionCountsRepository) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.flush(), FLUSH_EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  /** Counts one interaction. */
  count(kind: InteractionKind, ackMs: number): void {
    this.add({ hour: hourOf(new Date()), kind, count: 1, ack_ms: ackMs, longest_ack_ms: ackMs });
  }

  /** How many there were in the last 24 hours, by whole hours. */
  async recent(): Promise<number> {
    const now = new Date();
    const hours = await this.counts.list(new Date(now.getTime() - DAY_MS), now);
    return hours.reduce((sum, { count }) => sum + count, 0);
  }

  /** The last days, today included, the newest first. For site admins. */
  async byDay(days: number): Promise<InteractionDay[]> {
    const now = Date.now();
    const from = new Date(Math.floor(now / DAY_MS) * DAY_MS - (days - 1) * DAY_MS);
    return byDay(await this.counts.list(from, new Date(now)));
  }

  private add(more: InteractionCount): void {
    const key = `${String(more.hour.getTime())}:${more.kind}`;
    const before = this.counting.get(key);
    this.counting.set(key, {
      ...more,
      count: more.count + (before?.count ?? 0),
      ack_ms: more.ack_ms + (before?.ack_ms ?? 0),
      longest_ack_ms: Math.max(more.longest_ack_ms, before?.longest_ack_ms ?? 0),
    });
  }

  /** What cannot be written is kept for the next time. */
  private async flush(): Promise<void> {
    const counted = [...this.counting.values()];
    this.counting = new Map();
    try {
      await this.counts.add(counted);
    } catch (error) {
      for (const count of counted) this.add(count);
      this.logger.warn({ err: error }, 'Interactions were not counted yet');
    }
  }
}

function hourOf(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / HOUR_MS) * HOUR_MS);
}
