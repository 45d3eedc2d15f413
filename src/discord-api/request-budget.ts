import { Inject, Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import { DiscordFailure } from '../common/discord-failure.js';
import { BUDGET_REDIS } from './tokens.js';

/** One request every 25 ms: 40 a second, and never more than 41 in a sliding second (bench-anchors.md, "Queue"). */
const SPACING_MS = 25;

/** Longer than this a request does not stand in line; its job comes back later. */
const MAX_WAIT_MS = 10_000;

const KEY = 'discord-budget:next-turn';

/**
 * Reserves the next free turn and returns the milliseconds until it, or -1 when it is too far away.
 * The time is Redis's own, so that processes on several machines agree.
 */
const RESERVE = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  local turn = math.max(now, tonumber(redis.call('GET', KEYS[1]) or 0))
  if turn - now > tonumber(ARGV[2]) then return -1 end
  redis.call('SET', KEYS[1], turn + ARGV[1], 'PX', turn - now + ARGV[1] + 1000)
  return turn - now
`;

/**
 * The bot's share of Discord's global limit of 50 requests a second (discord-facts.md §6), kept in Redis so that all
 * processes draw from one budget. Requests are spaced out one by one, since a window of a second lets two bursts
 * meet at its edge, and libraries count windows in whole seconds.
 */
@Injectable()
export class RequestBudget {
  constructor(@Inject(BUDGET_REDIS) private readonly redis: Redis) {}

  /** Waits for a turn. @throws DiscordFailure `wait` when the line is longer than 10 s, or Redis is away */
  async take(): Promise<void> {
    const waitMs = await this.reserve();
    if (waitMs < 0) {
      throw new DiscordFailure('wait', 'Too many requests to Discord are waiting.', 429, MAX_WAIT_MS);
    }
    await sleep(waitMs);
  }

  private async reserve(): Promise<number> {
    try {
      return Number(await this.redis.eval(RESERVE, 1, KEY, SPACING_MS, MAX_WAIT_MS));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new DiscordFailure('wait', `The request budget is away (${reason}).`, 0);
    }
  }
}
