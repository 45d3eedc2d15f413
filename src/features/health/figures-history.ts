import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { defined } from '../../common/defined.js';
import { readTally } from '../../common/metrics.js';
import { withTimeout } from '../../common/with-timeout.js';
import { describeRedisError, RedisConnections } from '../../infra/redis.module.js';
import { JobQueue } from '../../queue/job-queue.js';
import { ScheduledEventsService } from '../scheduled-events/scheduled-events.service.js';
import { type Figures, figuresOf, type Tally } from './rules/figures.js';

const MINUTE_MS = 60_000;
/** How many minutes are kept, and can be asked for. */
export const FIGURES_KEPT_MINUTES = 24 * 60;
/** Of more minutes than this, five are told together. */
const SINGLE_MINUTES = 180;
const STEP_MINUTES = 5;
/** What a database or queue that is slower than this would tell is left out. */
const MEASURE_MS = 3_000;

/** Figures of the last hours, oldest first. */
export interface FiguresOfTime {
  readonly step_minutes: number;
  readonly items: readonly Figures[];
}

/**
 * The figures of the last day by minutes, of all processes together: each adds in Redis what it has counted since its last minute,
 * from what `GET /metrics` shows of it. What is lost with Redis, or with a process that dies, is not missed by anything else.
 */
@Injectable()
export class FiguresHistory implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Figures');
  private timer: NodeJS.Timeout | undefined;
  private before: Tally = {};

  constructor(
    private readonly redis: RedisConnections,
    private readonly jobs: JobQueue,
    private readonly scheduledEvents: ScheduledEventsService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.before = await readTally();
    this.timer = setInterval(() => void this.note(), MINUTE_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Notes what this process has counted since it last did; the first of all processes measures what they share. Never rejects. */
  async note(): Promise<void> {
    try {
      const now = await readTally();
      const key = keyOf(Math.floor(Date.now() / MINUTE_MS));
      const notes = this.redis.shared.multi();
      for (const [name, value] of Object.entries(now)) {
        const more = value - (this.before[name] ?? 0);
        if (more > 0) notes.hincrby(key, name, more);
      }
      if ((await this.redis.shared.hsetnx(key, 'measured', 1)) === 1) notes.hset(key, await this.measure());
      await notes.expire(key, (FIGURES_KEPT_MINUTES + STEP_MINUTES) * 60).exec();
      this.before = now;
    } catch (error) {
      this.logger.debug(`The figures of a minute were not noted: ${describeRedisError(error as Error)}`);
    }
  }

  /** The last minutes, one by one or five by five; from the first that was noted. */
  async read(minutes: number): Promise<FiguresOfTime> {
    const step = minutes > SINGLE_MINUTES ? STEP_MINUTES : 1;
    const last = Math.floor(Date.now() / MINUTE_MS);
    const first = Math.floor((last - minutes + 1) / step) * step;
    const asked = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const reading = this.redis.shared.pipeline();
    for (const minute of asked) reading.hgetall(keyOf(minute));
    const answers = (await reading.exec()) ?? [];
    const tallies = answers.map(([, fields]) => tallyOf(fields as Record<string, string> | undefined));
    const steps = asked.flatMap((minute, index) =>
      minute % step === 0 ? [{ minute, tallies: tallies.slice(index, index + step) }] : [],
    );
    const begun = steps.findIndex((one) => one.tallies.some((tally) => Object.keys(tally).length > 0));
    return {
      step_minutes: step,
      items: (begun === -1 ? [] : steps.slice(begun)).map((one) =>
        figuresOf(new Date(one.minute * MINUTE_MS), one.tallies),
      ),
    };
  }

  /** What all processes share. */
  private async measure(): Promise<Tally> {
    const { waiting, prioritized, active, delayed } = await this.jobs.depth();
    const lag = await withTimeout(this.scheduledEvents.lag(), MEASURE_MS, 'slow').catch(() => null);
    return defined({
      measured: 1,
      jobs_waiting: waiting === undefined ? undefined : waiting + (prioritized ?? 0),
      jobs_active: active,
      jobs_delayed: delayed,
      mirrors_behind: lag?.behind,
      mirror_lag_seconds: lag === null ? undefined : lag.lagMs / 1_000,
    });
  }
}

const keyOf = (minute: number): string => `figures:${String(minute)}`;

function tallyOf(fields: Readonly<Record<string, string>> = {}): Tally {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, Number(value)]));
}
