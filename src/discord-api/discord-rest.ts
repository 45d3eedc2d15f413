import { Injectable, Logger } from '@nestjs/common';
import { REST, type RequestData, type RouteLike } from 'discord.js';
import { discordRequests } from '../common/metrics.js';
import { Config } from '../config/config.js';
import { toDiscordFailure } from './error-mapping.js';
import { RequestBudget } from './request-budget.js';

/** A route's own limit shorter than this is waited for; a longer one sends the job away. */
const MAX_RATE_LIMIT_WAIT_MS = 3_000;
const TIMEOUT_MS = 10_000;

/** Every outgoing call to Discord's REST API goes through here: one budget, one way to sort failures. */
@Injectable()
export class DiscordRest {
  private readonly logger = new Logger('Discord');
  private readonly rest: REST;

  constructor(
    config: Config,
    private readonly budget: RequestBudget,
  ) {
    this.rest = new REST({
      api: config.discordApiUrl,
      version: '10',
      timeout: TIMEOUT_MS,
      // Never repeat by itself: a create whose answer was lost may have been carried out (design.md §3.2).
      retries: 0,
      rejectOnRateLimit: ({ retryAfter }) => retryAfter > MAX_RATE_LIMIT_WAIT_MS,
    });
    this.rest.on('response', ({ method, path }, { status }) => {
      discordRequests.inc({ method, status });
      this.logger.debug({ method, path, status }, 'Discord answered');
    });
    if (config.discordBotToken !== '') this.rest.setToken(config.discordBotToken);
  }

  get(route: RouteLike, query?: URLSearchParams): Promise<unknown> {
    return this.call((rest) => rest.get(route, query === undefined ? {} : { query }));
  }

  post(route: RouteLike, body: unknown, options: RequestData = {}): Promise<unknown> {
    return this.call((rest) => rest.post(route, { ...options, body }));
  }

  patch(route: RouteLike, body: unknown, options: RequestData = {}): Promise<unknown> {
    return this.call((rest) => rest.patch(route, { ...options, body }));
  }

  put(route: RouteLike, options: RequestData = {}): Promise<unknown> {
    return this.call((rest) => rest.put(route, options));
  }

  delete(route: RouteLike, options: RequestData = {}): Promise<unknown> {
    return this.call((rest) => rest.delete(route, options));
  }

  /** @throws DiscordFailure whatever goes wrong */
  private async call(send: (rest: REST) => Promise<unknown>): Promise<unknown> {
    await this.budget.take();
    try {
      return await send(this.rest);
    } catch (error) {
      throw toDiscordFailure(error);
    }
  }
}
