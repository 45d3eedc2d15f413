import { Inject, Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import { currentUrgency } from '../common/urgency.js';
import { DiscordFailure } from '../common/discord-failure.js';
import { LEARN_ROUTE, RESERVE_TURN } from './request-budget.scripts.js';
import { BUDGET_REDIS } from './tokens.js';

/** One request every 20 ms: Discord's 50 a second, spread evenly. */
const SPACING_MS = 20;
/** What was missed for want of requests, or by a process that was held up, is made up for at once, up to twenty turns. */
const CATCH_UP_MS = 400;
/** Discord's limit holds in any second, also one that begins between two turns. */
const PER_SECOND = 50;
/** How long a request may travel until Discord counts it. Its answer tells more: see `answered`. */
const TRAVEL_MS = 50;
/** How much of what usually passes until an answer comes is learnt from each one. */
const LEARN_SHARE = 1 / 16;

/** Longer than this a request does not stand in line; its job comes back later. */
const MAX_WAIT_MS = 10_000;
/** Longer than this nothing waits for a route to open again. */
const MAX_ROUTE_WAIT_MS = 3_000;

const NEXT_TURN = 'discord-budget:next-turn';
/** The last 50 turns, and when Discord has counted each at the latest. */
const COUNTED = 'discord-budget:counted';

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

/** Leave to send one request, now. */
export interface Turn {
  readonly id: string;
  /** By `performance.now()`. */
  readonly sentAt: number;
  /** By Redis' clock. */
  readonly sentAtUs: number;
}

interface Reservation {
  readonly kind: string;
  readonly waitMs: number;
  /** By Redis' clock. */
  readonly dueAtUs: number;
}

/**
 * The bot's share of Discord's global limit of 50 requests a second, and what is left of each route's window, kept in Redis
 * so that all processes draw from one budget. Requests are spaced out one by one, and each waits until a second has gone by since
 * the fiftieth before it was counted.
 */
@Injectable()
export class RequestBudget {
  /**
   * The requests of this process, one after the other: a turn is reserved when the one before is over, and goes to what people
   * wait for most. Each process reserves one turn at a time, so processes take turns.
   */
  private readonly line = new PQueue({ concurrency: 1 });
  private usualMs = 0;

  constructor(@Inject(BUDGET_REDIS) private readonly redis: Redis) {}

  /**
   * Waits until the route is open, and then for a turn.
   * @throws DiscordFailure `wait` when it stood in line for 10 s, the route is closed for more than 3 s, or Redis is away
   */
  async take(route: RateLimitedRoute): Promise<Turn> {
    const deadline = performance.now() + MAX_WAIT_MS;
    const place = { priority: currentUrgency() };
    for (;;) {
      const turn = await this.line.add(() => this.turn(route, deadline), place);
      if (typeof turn !== 'number') return turn;
      await sleep(turn);
    }
  }

  /**
   * Says that Discord has answered: it counted the request before. An answer that is slower than usual may have been held up
   * on its way there, so that it was counted as much later.
   */
  answered({ id, sentAt, sentAtUs }: Turn): void {
    const tookMs = performance.now() - sentAt;
    const unusualMs = Math.max(0, tookMs - this.usualMs);
    this.usualMs += (tookMs - this.usualMs) * LEARN_SHARE;
    this.note(id, sentAtUs, Math.min(tookMs, TRAVEL_MS + unusualMs));
  }

  /** For how long a request that came now would wait for its turn, in milliseconds. @throws DiscordFailure when Redis is away */
  async backlogMs(): Promise<number> {
    const answers = await this.ask(() => Promise.all([this.redis.get(NEXT_TURN), this.redis.time()]));
    const [nextUs, [seconds, us]] = answers as [string | null, [number, number]];
    return Math.max(0, Math.round((Number(nextUs ?? 0) - (seconds * 1_000_000 + us)) / 1_000));
  }

  /** @returns a number of milliseconds when the route is closed for as long: others go first meanwhile */
  private async turn(route: RateLimitedRoute, deadline: number): Promise<Turn | number> {
    if (performance.now() > deadline) throw lineTooLong();
    const id = randomUUID();
    const askedAt = performance.now();
    const { kind, waitMs, dueAtUs } = await this.reserve(route, id);
    if (kind === 'full') throw lineTooLong();
    if (kind === 'closed' && waitMs > MAX_ROUTE_WAIT_MS) throw routeClosed(route, waitMs);
    if (kind === 'closed') return waitMs;
    await sleepUntil(performance.now() + waitMs);
    const sentAt = performance.now();
    const sentAtUs = dueAtUs + (sentAt - askedAt - waitMs) * 1_000;
    this.note(id, sentAtUs, TRAVEL_MS);
    return { id, sentAt, sentAtUs };
  }

  /** Sets when a request is counted at the latest; that matters a second later, so what is sent does not wait for it. */
  private note(id: string, sentAtUs: number, travelMs: number): void {
    this.redis.zadd(COUNTED, 'XX', sentAtUs + travelMs * 1_000, id).catch(() => undefined);
  }

  /** Keeps what an answer said about its route, for the requests of all processes. */
  async learn(route: RateLimitedRoute, window: RouteWindow): Promise<void> {
    const { bucket, limit, remaining } = window;
    const resetAfterMs = Math.max(1, Math.ceil(window.resetAfterMs));
    const seen = [bucket, route.major, limit, remaining, resetAfterMs];
    await this.ask(() => this.redis.eval(LEARN_ROUTE, 2, ...keysOf(route), ...seen));
  }

  private async reserve(route: RateLimitedRoute, id: string): Promise<Reservation> {
    const keys = [NEXT_TURN, COUNTED, ...keysOf(route)];
    const times = [SPACING_MS, CATCH_UP_MS, TRAVEL_MS, MAX_WAIT_MS].map((ms) => ms * 1_000);
    const answer = await this.ask(() =>
      this.redis.eval(RESERVE_TURN, keys.length, ...keys, ...times, PER_SECOND, route.major, id),
    );
    const [kind, waitUs, dueAtUs = 0] = answer as [string, number, number?];
    return { kind, waitMs: waitUs / 1_000, dueAtUs };
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

/** A timer alone may be early: it counts from when Node.js last looked at the clock. */
async function sleepUntil(due: number): Promise<void> {
  for (let leftMs = due - performance.now(); leftMs > 0; leftMs = due - performance.now())
    await sleep(Math.ceil(leftMs));
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
