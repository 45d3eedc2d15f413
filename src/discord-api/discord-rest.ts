import { Injectable, Logger } from '@nestjs/common';
import { DefaultRestOptions, REST, type RequestData, type RESTOptions, type RouteLike } from 'discord.js';
import { budgetWaitSeconds, discordRequests } from '../common/metrics.js';
import { Config } from '../config/config.js';
import { toDiscordFailure } from './error-mapping.js';
import { RequestBudget, type RateLimitedRoute, type RouteWindow } from './request-budget.js';

/** A route's own limit shorter than this is waited for; a longer one sends the job away. */
const MAX_RATE_LIMIT_WAIT_MS = 3_000;
/** How long Discord may take to answer, once a request is sent. */
const TIMEOUT_MS = 10_000;
/** How long a request may take with its wait for a turn. */
const TIMEOUT_IN_LINE_MS = 30_000;

type MakeRequest = RESTOptions['makeRequest'];

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
      timeout: TIMEOUT_IN_LINE_MS,
      // Never repeat by itself: a create whose answer was lost may have been carried out.
      retries: 0,
      makeRequest: (url, init) => this.sendInTurn(url, init),
      rejectOnRateLimit: ({ retryAfter }) => retryAfter > MAX_RATE_LIMIT_WAIT_MS,
    });
    this.rest.on('response', ({ method, path }, { status }) => {
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
    try {
      return await send(this.rest);
    } catch (error) {
      throw toDiscordFailure(error);
    }
  }

  /** The turn is taken at the last moment, after the client has waited for whatever it waits for: a turn that lies is a burst later. */
  private async sendInTurn(...[url, init]: Parameters<MakeRequest>): ReturnType<MakeRequest> {
    const route = routeOf(init.method ?? 'GET', url);
    const waited = budgetWaitSeconds.startTimer();
    const turn = await this.budget.take(route);
    waited();
    const response = await this.send(route, url, init);
    this.budget.answered(turn);
    await this.budget.learn(route, windowOf(response.headers)).catch(() => undefined);
    return response;
  }

  private async send(
    { name }: RateLimitedRoute,
    ...[url, init]: Parameters<MakeRequest>
  ): ReturnType<MakeRequest> {
    const [method = '', route = ''] = name.split(' ');
    let status = 0;
    try {
      const response = await DefaultRestOptions.makeRequest(url, {
        ...init,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      status = response.status;
      return response;
    } finally {
      discordRequests.inc({ method, route, status });
    }
  }
}

/** Discord counts by method, path and the server, channel or webhook in it. */
function routeOf(method: string, url: string): RateLimitedRoute {
  const path = new URL(url).pathname.replace(/^.*?\/v\d+/, '');
  const major = /^\/(?:guilds|channels|webhooks)\/(\d+)/.exec(path)?.[1] ?? 'global';
  const name = path
    .replace(/\d{17,20}/g, ':id')
    .replace(/\/(webhooks|interactions)\/:id\/[^/]+/, '/$1/:id/:token');
  return { name: `${method} ${name}`, major };
}

function windowOf(headers: { get(name: string): string | null }): RouteWindow {
  const number = (name: string) => Number(headers.get(`x-ratelimit-${name}`));
  return {
    bucket: headers.get('x-ratelimit-bucket') ?? '',
    limit: number('limit'),
    remaining: number('remaining'),
    resetAfterMs: number('reset-after') * 1_000,
  };
}
