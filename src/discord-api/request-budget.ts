import { Inject, Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import { currentUrgency } from '../common/urgency.js';
import { DiscordFailure } from '../common/discord-failure.js';
import { LEARN_ROUTE, RESERVE_TURN } from './request-budget.scripts.js';
import { BUDGET_REDIS } from './tokens.js';

/**
 * One request every 20.6 ms, 48.5 a second: in any second no more than Discord's 50, even when timers and networks move a
 * request by up to 25 ms. A window of a second would let two bursts meet at its edge.
 */
const SPACING_MS = 20.6;
/** What a process that was held up makes up for, it makes up for slowly: no two of its requests are closer than this. */
const LEAST_GAP_MS = 20.4;
/** How late a timer usually is, in milliseconds; a request that is later moves those after it. */
const USUALLY_LATE_MS = 5;

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
  /**
   * The requests of this process, one after the other: a turn is reserved when the one before is over, and goes to what people
   * wait for most. Each process reserves one turn at a time, so processes take turns.
   */
  private readonly line = new PQueue({ concurrency: 1 });
  private lastTurn = 0;

  constructor(@Inject(BUDGET_REDIS) private readonly redis: Redis) {}

  /**
   * Waits until the route is open, and then for a turn.
   * @throws DiscordFailure `wait` when it stood in line for 10 s, the route is closed for more than 3 s, or Redis is away
   */
  async take(route: RateLimitedRoute): Promise<void> {
    const deadline = performance.now() + MAX_WAIT_MS;
    const place = { priority: currentUrgency() };
    let closedMs = await this.line.add(() => this.turn(route, deadline), place);
    while (closedMs > 0) {
      await sleep(closedMs);
      closedMs = await this.line.add(() => this.turn(route, deadline), place);
    }
  }

  /** @returns 0 when the turn has come, else for how many milliseconds the route is closed: others go first meanwhile */
  private async turn(route: RateLimitedRoute, deadline: number): Promise<number> {
    if (performance.now() > deadline) throw lineTooLong();
    const { kind, waitMs } = await this.reserve(route);
    if (kind === 'full') throw lineTooLong();
    if (kind === 'closed' && waitMs > MAX_ROUTE_WAIT_MS) throw routeClosed(route, waitMs);
    if (kind === 'closed') return waitMs;
    const due = Math.max(performance.now() + waitMs, this.lastTurn + LEAST_GAP_MS);
    await sleep(due - performance.now());
    this.lastTurn = Math.max(due, performance.now() - USUALLY_LATE_MS);
    return 0;
  }

  /** Keeps what an answer said about its route, for the requests of all processes. */
  async learn(route: RateLimitedRoute, window: RouteWindow): Promise<void> {
    const { bucket, limit, remaining } = window;
    const resetAfterMs = Math.max(1, Math.ceil(window.resetAfterMs));
    const seen = [bucket, route.major, limit, remaining, resetAfterMs];
    await this.ask(() => this.redis.eval(LEARN_ROUTE, 2, ...keysOf(route), ...seen));
  }

  private async reserve(route: RateLimitedRoute): Promise<{ kind: string; waitMs: number }> {
    const limits = [SPACING_MS * 1_000, MAX_WAIT_MS * 1_000, route.major];
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

function lineTooLong(): DiscordFailure {
  return new DiscordFailure('wait', 'Too many requests to Discord are waiting.', 429, MAX_WAIT_MS);
}

function routeClosed({ name }: RateLimitedRoute, waitMs: number): DiscordFailure {
  return new DiscordFailure('wait', `Discord limits the rate of ${name}.`, 429, waitMs);
}
