import { Inject, Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import { DiscordFailure } from '../common/discord-failure.js';
import { LEARN_ROUTE, RESERVE_TURN } from './request-budget.scripts.js';
import { BUDGET_REDIS } from './tokens.js';

/**
 * One request every 20.5 ms, 48.8 a second: in any second no more than Discord's 50, even when timers and networks move a
 * request by up to 25 ms. A window of a second would let two bursts meet at its edge.
 */
const SPACING_US = 20_500;
/** A process that wakes up later than this after its turn, in milliseconds, takes another one. */
const LATE_MS = 20;
/** A process that is always late, because its processor is busy, sends all the same after this many turns. */
const MAX_LATE_TURNS = 3;

/** Longer than this a request does not stand in line; its job comes back later. */
const MAX_WAIT_MS = 10_000;
/** Longer than this nothing waits for a route to open again. */
const MAX_ROUTE_WAIT_MS = 3_000;

const NEXT_TURN = 'discord-budget:next-turn';

/** What Discord counts a request under: one window for each route, method and major parameter (server, channel). */
export interface RateLimitedRoute {
  /** Method and path, with ids left out: `POST /channels/:id/messages`. */
  readonly name: string;
  /** The id that has a window of its own, or `global`. */
  readonly major: string;
}

/** What an answer of Discord's said about its route's window. */
export interface RouteWindow {
  /** Empty when Discord does not limit the route. */
  readonly bucket: string;
  readonly limit: number;
  readonly remaining: number;
  readonly resetAfterMs: number;
}

/**
 * The bot's share of Discord's global limit of 50 requests a second, and what is left of each route's window, kept in Redis
 * so that all processes draw from one budget. Requests are spaced out one by one.
 */
@Injectable()
export class RequestBudget {
  constructor(@Inject(BUDGET_REDIS) private readonly redis: Redis) {}

  /**
   * Waits until the route is open, and then for a turn.
   * @throws DiscordFailure `wait` when the line is longer than 10 s, the route closed for more than 3 s, or Redis is away
   */
  async take(route: RateLimitedRoute): Promise<void> {
    for (let lateTurns = 0; lateTurns < MAX_LATE_TURNS;) {
      const asked = performance.now();
      const { kind, waitMs } = await this.reserve(route);
      if (kind === 'closed' && waitMs > MAX_ROUTE_WAIT_MS) throw routeClosed(route, waitMs);
      if (kind === 'full')
        throw new DiscordFailure('wait', 'Too many requests to Discord are waiting.', 429, waitMs);
      await sleep(waitMs);
      if (kind === 'closed') continue;
      if (performance.now() - asked - waitMs <= LATE_MS) return;
      lateTurns++;
    }
  }

  /** Keeps what an answer said about its route, for the requests of all processes. */
  async learn(route: RateLimitedRoute, window: RouteWindow): Promise<void> {
    const { bucket, limit, remaining } = window;
    const resetAfterMs = Math.max(1, Math.ceil(window.resetAfterMs));
    const seen = [bucket, route.major, limit, remaining, resetAfterMs];
    await this.ask(() => this.redis.eval(LEARN_ROUTE, 2, ...keysOf(route), ...seen));
  }

  private async reserve(route: RateLimitedRoute): Promise<{ kind: string; waitMs: number }> {
    const limits = [SPACING_US, MAX_WAIT_MS * 1_000, route.major];
    const answer = await this.ask(() =>
      this.redis.eval(RESERVE_TURN, 3, NEXT_TURN, ...keysOf(route), ...limits),
    );
    const [kind, waitUs] = answer as [string, number];
    return { kind, waitMs: waitUs / 1_000 };
  }

  private async ask(command: () => Promise<unknown>): Promise<unknown> {
    try {
      return await command();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new DiscordFailure('wait', `The request budget is away (${reason}).`, 0);
    }
  }
}

/** What is known of the route, and who finds it out. */
function keysOf({ name }: RateLimitedRoute): readonly [rule: string, scout: string] {
  return [`discord-route:${name}`, `discord-route-scout:${name}`];
}

function routeClosed({ name }: RateLimitedRoute, waitMs: number): DiscordFailure {
  return new DiscordFailure('wait', `Discord limits the rate of ${name}.`, 429, waitMs);
}
