import { Locale } from 'discord-api-types/v10';
import { fastify, type FastifyReply } from 'fastify';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { removeGuild } from './actions/guilds.js';
import { inviteTimes } from './actions/invites.js';
import { lobbyTimes } from './actions/lobbies.js';
import { pollTimes } from './actions/polls.js';
import { eventTimes } from './actions/scheduled-events.js';
import { subscriptionTimes } from './actions/subscriptions.js';
import { threadTimes } from './actions/threads.js';
import { ensureAccounts, ensureApplication, resetToken } from './application.js';
import { cdnRoutes } from './cdn/routes.js';
import { connectTo, type SandboxClient } from './client/client.js';
import type { Context } from './context.js';
import { controlRoutes } from './control/routes.js';
import { refuse, unknownPath } from './errors.js';
import { Gateway } from './gateway/gateway.js';
import { StartLimit } from './gateway/start-limit.js';
import { Endpoint } from './interactions/endpoint.js';
import { overHttp } from './interactions/http-delivery.js';
import { Interactions } from './interactions/interactions.js';
import { listen } from './listen.js';
import { OpenApiChecker } from './openapi/checker.js';
import { warmUp } from './openapi/warm-up.js';
import type { SandboxOptions } from './options.js';
import { authorizeRoutes } from './oauth2/authorize.js';
import { pageRoutes } from './page/routes.js';
import { restApi } from './rest/api.js';
import { addBodyParsers } from './rest/body-parsers.js';
import { FaultList } from './rest/faults.js';
import { seededRandom } from './rest/random.js';
import { RateLimiter } from './rest/rate-limits.js';
import { RequestLog } from './rest/request-log.js';
import { restRoutes } from './rest/routes.js';
import { intentsGranted } from './rules/application-flags.js';
import { Bus } from './world/bus.js';
import { claimFolder } from './world/claim.js';
import { MovableClock } from './world/clock.js';
import { FixtureStore } from './world/fixtures.js';
import { Timers, type Timed } from './world/timers.js';
import { World } from './world/world.js';

/** Discord takes requests of up to 25 MiB. */
const LARGEST_BODY = 25 * 1024 * 1024;
/** How often the sandbox looks whether something is due. */
const TICK_MS = 500;
/** What time changes by itself. */
const TIMED: readonly Timed[] = [
  eventTimes,
  threadTimes,
  pollTimes,
  inviteTimes,
  lobbyTimes,
  subscriptionTimes,
];
const API = '/api/v10';
/** As Discord documents them. */
const RATE_LIMITS = {
  enabled: true,
  globalPerSecond: 50,
  invalidPerTenMinutes: 10_000,
  identifyWindowMs: 5_000,
  maxConcurrency: 1,
  identifiesPerDay: 1_000,
};

/** A running sandbox. */
export interface Sandbox {
  /** Where it listens: the page; control calls are below `/sandbox`. */
  url: string;
  /** What takes the place of `https://discord.com/api`. */
  apiUrl: string;
  wsUrl: string;
  port: number;
  /** The bot's token as it is now: identifying too often resets it. */
  readonly token: string;
  applicationId: string;
  clientSecret: string;
  /** Ed25519 key that signs HTTP interactions, hexadecimal. */
  publicKey: string;
  /** Its parts, for tests that live in the same process. */
  context: Context;
  /** One method for each control call. */
  client: SandboxClient;
  /** Empties everything but the application and its global commands. */
  reset(): void;
  /** Stops it: connections are cut, the journal is closed. */
  close(): Promise<void>;
}

/** Starts a stand-in for Discord. Rejects when the port is taken (`EADDRINUSE`), or the folder by another process. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const release = options.dataDir === undefined ? null : await claimFolder(options.dataDir);
  const context = buildContext(options);
  const app = fastify({
    bodyLimit: LARGEST_BODY,
    forceCloseConnections: true,
    // Discord's description has no HEAD, and each route costs memory; the page, the CDN and the state say so themselves.
    exposeHeadRoutes: false,
    rewriteUrl: (request) => canonicalUrl(request.url),
    // Interaction tokens stand in the path.
    routerOptions: { maxParamLength: 500 },
    // An address that cannot be decoded.
    frameworkErrors: (_error, _request, reply: FastifyReply) => {
      void reply.status(400).send({ message: '400: Bad Request', code: 0 });
    },
  });
  addBodyParsers(app);
  app.setNotFoundHandler(({ url }, reply) => {
    const error = /^\/api\/v\d+(\/|$)/.test(url) ? refuse(50041) : unknownPath();
    return reply.status(error.status).send(error.body());
  });
  const reset = (): void => resetWorld(context);
  await app.register((scope) => restApi(scope, context, (api) => restRoutes(api, context)), {
    prefix: API,
  });
  await app.register((scope) => controlRoutes(scope, context, reset), { prefix: '/sandbox' });
  cdnRoutes(app, context);
  pageRoutes(app, context);
  authorizeRoutes(app, context);
  const where = { port: options.port ?? 0, host: options.host ?? 'localhost' };
  const stopping = new AbortController();
  const stop = async (): Promise<void> => {
    stopping.abort();
    context.gateway.stop();
    await app.close();
    context.world.close();
    release?.();
  };
  const second = await listen(app, where, (server) => context.gateway.attach(server)).catch(
    async (error: unknown) => {
      await stop();
      throw error;
    },
  );
  if (options.warmUp && context.rest.openapi) {
    void warmUp(context.rest.openapi, app, {
      prefix: API,
      answers: context.rest.checkAnswers,
      stop: stopping.signal,
    });
  }
  const ticker = setInterval(() => context.timers.run(), TICK_MS);
  ticker.unref();
  const { port } = app.server.address() as AddressInfo;
  context.world.cdnUrl = `http://127.0.0.1:${port}`;
  const { application_id, client_secret, public_key } = context.world.ownApplication;
  const host = `127.0.0.1:${port}`;
  return {
    url: `http://${host}`,
    apiUrl: `http://${host}/api`,
    wsUrl: `ws://${host}`,
    port,
    get token() {
      return context.world.ownApplication.token;
    },
    applicationId: application_id,
    clientSecret: client_secret,
    publicKey: public_key,
    context,
    client: connectTo(`http://${host}`),
    reset,
    close: async () => {
      clearInterval(ticker);
      context.interactions.clear();
      second?.close();
      second?.closeAllConnections();
      await stop();
    },
  };
}

/** Version 9 and the unversioned OAuth2 paths are served by the same routes; `@` may come escaped (`%40original`). */
function canonicalUrl(url = '/'): string {
  if (url.startsWith('/api/v10/') && !url.includes('%40')) return url;
  const [path = '/', ...query] = url.split('?');
  const bare = path
    .replaceAll('%40', '@')
    .replace(/^\/api\/(v\d+\/)?oauth2\/authorize$/, '/oauth2/authorize')
    .replace(/^\/api\/v9(?=\/|$)/, '/api/v10')
    .replace(/^\/api\/(?!v\d+(\/|$))/, '/api/v10/');
  return [bare, ...query].join('?');
}

function buildContext(options: SandboxOptions): Context {
  const movable = new MovableClock(options.clock ?? Date.now);
  const clock = movable.now;
  const world = new World(clock);
  if (options.dataDir !== undefined) world.persistIn(options.dataDir);
  const { application_id: applicationId } = ensureApplication(world, options);
  const bus = new Bus();
  const deadlineMs = options.interactionDeadlineMs ?? 3_000;
  const rateLimits = { ...RATE_LIMITS, ...options.rateLimits };
  const starts = new StartLimit(clock, {
    perDay: rateLimits.identifiesPerDay,
    maxConcurrency: rateLimits.maxConcurrency,
    windowMs: rateLimits.identifyWindowMs,
    enabled: rateLimits.enabled,
  });
  const settings = {
    heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250,
    sessionsFolder: options.dataDir === undefined ? null : join(options.dataDir, 'sessions'),
    token: () => world.ownApplication.token,
    resetToken: () => resetToken(world),
    botId: applicationId,
    allowedIntents: () => intentsGranted(world.ownApplication.flags),
    flags: () => world.ownApplication.flags,
  };
  const interactions = new Interactions(world, bus, { deadlineMs, applicationId });
  const endpoint = new Endpoint(world, deadlineMs);
  return {
    world,
    bus,
    gateway: new Gateway(world, bus, settings, starts),
    interactions,
    delivery: {
      gateway: interactions.overGateway,
      http: overHttp({ world, bus, interactions, endpoint }, deadlineMs),
      endpoint,
    },
    rest: {
      requests: new RequestLog(bus, clock),
      faults: new FaultList(seededRandom(options.seed ?? 1)),
      limiter: new RateLimiter(rateLimits, clock),
      openapi: OpenApiChecker.load(options.openapi),
      checkAnswers: options.checkAnswers ?? true,
      operations: [],
    },
    clock: movable,
    timers: new Timers({ world, bus }, movable, TIMED),
    fixtures: new FixtureStore(fixturesFolder(options)),
    defaultLocale: (options.defaultLocale ?? Locale.French) as Locale,
  };
}

/** Fixtures stand beside the journal unless they have a folder of their own. */
function fixturesFolder({ fixturesDir, dataDir }: SandboxOptions): string | null {
  return fixturesDir ?? (dataDir === undefined ? null : join(dataDir, 'fixtures'));
}

function resetWorld(context: Context): void {
  const { world } = context;
  const commands = [...world.commands.values()].filter((command) => command.guild_id === undefined);
  context.interactions.clear();
  for (const guild of [...world.guilds.values()]) removeGuild(context, guild.id);
  world.clear();
  ensureAccounts(world, world.ownApplication);
  for (const command of commands) world.commands.put(command);
  context.rest.faults.clear();
  context.rest.limiter.clear();
  context.rest.requests.clear();
  context.clock.reset();
  context.bus.publish({ kind: 'reset' });
}
