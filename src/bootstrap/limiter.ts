import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import {
  circuitBreaker,
  ConsecutiveBreaker,
  handleAll,
  timeout,
  TimeoutStrategy,
  wrap,
  type IPolicy,
} from 'cockatiel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Redis } from 'ioredis';
import type { Limit, Rate } from '../common/limit.js';

/** How long Redis may take to count before the process counts by itself. */
const REDIS_TIMEOUT_MS = 250;
/** After so many failures in a row Redis is left alone for a moment, so that requests do not wait for it. */
const REDIS_FAILURES = 3;
const REDIS_PAUSE_MS = 1_000;

/** What a limit counts. */
export interface LimitOptions extends Rate {
  /** Part of its keys in Redis. */
  readonly name: string;
  /** Whose requests are counted together. */
  readonly keyOf: (request: FastifyRequest) => string;
}

/** Makes limits that all processes count together in Redis; while it does not answer, each process counts its own. */
export class Limiter {
  private readonly redisPolicy: IPolicy = wrap(
    circuitBreaker(handleAll, {
      halfOpenAfter: REDIS_PAUSE_MS,
      breaker: new ConsecutiveBreaker(REDIS_FAILURES),
    }),
    timeout(REDIS_TIMEOUT_MS, TimeoutStrategy.Aggressive),
  );

  constructor(
    private readonly fastify: FastifyInstance,
    private readonly redis: Redis,
  ) {}

  /** To be called before the application is ready. */
  async limit(options: LimitOptions): Promise<Limit> {
    const nameSpace = `rate-limit:${options.name}:`;
    const together = await this.counter({ ...options, redis: this.redis, nameSpace });
    const alone = await this.counter(options);
    return async (request) => {
      const count = await this.redisPolicy.execute(() => together(request)).catch(() => alone(request));
      return !count.isAllowed && count.isExceeded ? Math.max(1, count.ttlInSeconds) : null;
    };
  }

  /** The plugin in a scope of its own, where it watches no route: it only counts. */
  private async counter({ keyOf, max, windowMs, ...store }: CounterOptions): Promise<Counter> {
    let counter: Counter | undefined;
    await this.fastify.register(async (scope) => {
      await scope.register(rateLimit, {
        global: false,
        max,
        timeWindow: windowMs,
        keyGenerator: keyOf,
        ...store,
      });
      counter = scope.createRateLimit();
    });
    if (counter === undefined) throw new Error('The rate limit could not be set up.');
    return counter;
  }
}

type Counter = ReturnType<FastifyInstance['createRateLimit']>;
type CounterOptions = LimitOptions & { readonly redis?: Redis; readonly nameSpace?: string };

/** The address that a request comes from: an IPv4 one, or the /64 of an IPv6 one, which one person has whole. */
export function addressOf(request: FastifyRequest): string {
  return normalizeIP(request.ip);
}
