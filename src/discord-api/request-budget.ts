import { Inject, Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { setTimeout as sleep } from 'node:timers/promises';
import { DiscordFailure } from '../domain/discord/discord-failure.js';
import { BUDGET_REDIS } from './tokens.js';

/** Four requests in any window of 100 ms: 40 a second, never more than 45 in a sliding second (bench-anchors.md, "Queue"). */
const POINTS = 4;
const WINDOW_S = 0.1;

/** Longer than this a request does not stand in line; its job comes back later. */
const MAX_WAIT_MS = 10_000;

/**
 * The bot's share of Discord's global limit of 50 requests a second (discord-facts.md §6),
 * kept in Redis so that all workers draw from one budget.
 */
@Injectable()
export class RequestBudget {
  private readonly limiter: RateLimiterRedis;

  constructor(@Inject(BUDGET_REDIS) redis: Redis) {
    this.limiter = new RateLimiterRedis({
      storeClient: redis,
      keyPrefix: 'discord-budget',
      points: POINTS,
      duration: WINDOW_S,
    });
  }

  /** Waits for a turn. @throws DiscordFailure `wait` when the line is longer than 10 s */
  async take(): Promise<void> {
    const deadline = Date.now() + MAX_WAIT_MS;
    for (;;) {
      const waitMs = await this.tryTake();
      if (waitMs === 0) return;
      if (Date.now() + waitMs > deadline) {
        throw new DiscordFailure('wait', 'Too many requests to Discord are waiting.', 429, MAX_WAIT_MS);
      }
      await sleep(waitMs + Math.random() * 20);
    }
  }

  /** 0 when a turn was taken, otherwise the milliseconds until the window ends. */
  private async tryTake(): Promise<number> {
    try {
      await this.limiter.consume('global');
      return 0;
    } catch (rejected) {
      if (rejected instanceof RateLimiterRes) return Math.max(rejected.msBeforeNext, 1);
      throw rejected;
    }
  }
}
