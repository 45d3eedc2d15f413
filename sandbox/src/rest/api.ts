import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.js';
import { DiscordError, refuse, unknownPath, wrongMethod } from '../errors.js';
import { authenticate } from './authenticate.js';
import { injectFault } from './inject-fault.js';
import type { Limited } from './rate-limits.js';
import type { RequestEntry } from './request-entry.js';
import { reasonOf } from './audit.js';
import { checkPathIds, checkQueryIds } from './request.js';
import { shortened } from './shortened.js';
import { TooManyRequests } from './too-many-requests.js';
import './types.js';

const PREFIX = '/api/v10';

/** Discord's REST API: what all its routes share, in the order in which it happens. The routes come in by `register`. */
export function restApi(
  app: FastifyInstance,
  context: Context,
  register: (app: FastifyInstance) => void,
): void {
  app.decorateRequest('principal', null);
  app.decorateRequest('fault', null);
  app.decorateRequest('bucket', null);
  app.decorateRequest('startedAt', 0);
  app.decorateRequest('logged', false);
  app.decorateRequest('refusal', null);
  app.decorateRequest('openapiFaults', null as unknown as string[]);
  app.decorateRequest('answerFaults', null as unknown as string[]);

  // The first hook, for the next may cut the connection: then nothing ends, and it is written down all the same.
  app.addHook('onRequest', (request, reply, done) => {
    request.startedAt = performance.now();
    reply.raw.once('close', () => log(context, request, reply, 0));
    done();
  });
  app.addHook('onRequest', (request, reply, done) => {
    request.openapiFaults = [];
    request.answerFaults = [];
    if (shutOut(context, request, reply)) return;
    // What Cloudflare has let through says so: without it, clients take a 429 for one of Cloudflare's own bans.
    void reply.header('via', '1.1 google');
    request.fault = context.rest.faults.take(request.method, barePath(request));
    if (!request.fault) {
      done();
      return;
    }
    void injectFault(request, request.fault, reply).then(
      (dealtWith) => {
        if (!dealtWith) done();
      },
      (error: unknown) => done(error as Error),
    );
  });
  app.addHook('onRequest', (request, reply, done) => {
    authenticate(context, request);
    limitGlobally(context, request, reply);
    limitByBucket(context, request, reply);
    done();
  });
  app.addHook('preHandler', (request, _reply, done) => {
    checkRequest(context, request);
    checkPathIds(request.params);
    if (!request.routeOptions.config.pagedByTime) checkQueryIds(request.query);
    // Refused before the work rather than after it.
    reasonOf(request);
    done();
  });
  app.addHook('preSerialization', (request, reply, payload: unknown, done) => {
    checkAnswer(context, request, reply, payload);
    done(null, payload);
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    bareContentType(reply);
    if (request.fault?.drop === 'after') cut(request);
    else if (payload === '' && reply.statusCode === 204) checkAnswer(context, request, reply, undefined);
    done(null, payload);
  });
  app.addHook('onResponse', (request, reply, done) => {
    context.rest.limiter.invalid.note(request.ip, reply.statusCode, reply.getHeader('x-ratelimit-scope'));
    log(context, request, reply, reply.statusCode);
    done();
  });
  app.setErrorHandler((error, request, reply) => sendError(error, request, reply));
  const paths = new Set<string>();
  app.addHook('onRoute', (route) => {
    const { method, url } = route;
    const path = documented(url);
    route.config = { ...route.config, documented: path };
    context.rest.operations.push(`${String(method)} ${path}`);
    paths.add(path.replace(/\{\w+\}/g, '[^/]+'));
  });
  register(app);
  const known = new RegExp(`^(${[...paths].join('|')})$`);
  app.setNotFoundHandler((request) => {
    throw known.test(barePath(request)) ? wrongMethod() : unknownPath();
  });
}

/** The path without the API's prefix. */
function barePath(request: FastifyRequest): string {
  return pathOf(request).slice(PREFIX.length) || '/';
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '';
}

/** The route as Discord documents it: `/channels/{channel_id}/messages`. */
function routeOf(request: FastifyRequest): string | null {
  return request.routeOptions.config.documented ?? null;
}

function documented(url: string): string {
  return url.slice(PREFIX.length).replace(/:(\w+)/g, '{$1}');
}

/** What Cloudflare, in front of Discord, answers to an address that made too many invalid requests: no JSON, no bucket. */
function shutOut({ rest }: Context, request: FastifyRequest, reply: FastifyReply): boolean {
  const wait = rest.limiter.invalid.bannedFor(request.ip);
  if (wait === null) return false;
  void reply
    .status(429)
    .header('retry-after', Math.ceil(wait / 1_000))
    .type('text/plain')
    .send('error code: 1015');
  return true;
}

function limitGlobally(context: Context, request: FastifyRequest, reply: FastifyReply): void {
  if (request.routeOptions.config.unlimited) return;
  const limited = context.rest.limiter.takeGlobal();
  if (limited) throw tooMany(reply, limited);
}

function limitByBucket(context: Context, request: FastifyRequest, reply: FastifyReply): void {
  const route = routeOf(request);
  if (route === null) return;
  const params = request.params as Record<string, string>;
  const major =
    params['channel_id'] ??
    params['guild_id'] ??
    params['interaction_id'] ??
    `${params['webhook_id'] ?? ''} ${params['webhook_token'] ?? ''}`;
  const taken = context.rest.limiter.takeBucket(`${request.method} ${route}`, major);
  if (!taken) return;
  const { state, limited } = taken;
  const resetAfter = Math.max(0, state.resetAt - context.world.clock()) / 1_000;
  void reply.headers({
    'x-ratelimit-limit': state.limit,
    'x-ratelimit-remaining': state.remaining,
    'x-ratelimit-reset': (state.resetAt / 1_000).toFixed(3),
    'x-ratelimit-reset-after': resetAfter.toFixed(3),
    'x-ratelimit-bucket': state.bucket,
  });
  if (limited) throw tooMany(reply, limited);
}

/** Sets the headers of a 429 and gives its error; the error handler adds Discord's body. */
function tooMany(reply: FastifyReply, limited: Limited): TooManyRequests {
  return new TooManyRequests(limited.retryAfterMs / 1_000, limited.scope).decorate(reply);
}

function checkRequest(context: Context, request: FastifyRequest): void {
  const route = routeOf(request);
  if (!context.rest.openapi || route === null) return;
  const contentType = request.headers['content-type']?.split(';', 1)[0] ?? null;
  request.openapiFaults = context.rest.openapi.checkRequest(request.method, route, {
    query: request.query,
    params: request.params,
    body: request.body,
    contentType: request.body === undefined ? null : contentType,
  });
}

function checkAnswer(context: Context, request: FastifyRequest, reply: FastifyReply, payload: unknown): void {
  const route = routeOf(request);
  if (!context.rest.openapi || !context.rest.checkAnswers || route === null) return;
  if (request.fault?.status !== undefined) return;
  request.answerFaults = context.rest.openapi.checkAnswer(request.method, route, reply.statusCode, payload);
}

/** Discord says `application/json` without a character set, and there are clients that read no other. */
function bareContentType(reply: FastifyReply): void {
  if (reply.getHeader('content-type') === 'application/json; charset=utf-8') {
    void reply.header('content-type', 'application/json');
  }
}

function cut(request: FastifyRequest): void {
  request.raw.socket.destroy();
}

/** Writes a request down, once: when it is answered, or when its connection is cut before that (status 0). */
function log(context: Context, request: FastifyRequest, reply: FastifyReply, status: number): void {
  if (request.logged) return;
  request.logged = true;
  context.rest.requests.add({
    method: request.method,
    path: pathOf(request),
    query: request.url.slice(pathOf(request).length + 1),
    route: routeOf(request),
    status,
    ms: Math.round((performance.now() - request.startedAt) * 10) / 10,
    user_agent: request.headers['user-agent'] ?? null,
    body: shortened(request.body) ?? null,
    error: request.refusal,
    rate_limit: rateLimitOf(reply),
    faults: request.openapiFaults,
    answer_faults: request.answerFaults,
  });
}

/** What an answer says of its bucket. */
function rateLimitOf(reply: FastifyReply): RequestEntry['rate_limit'] {
  const number = (name: string): number => Number(reply.getHeader(`x-ratelimit-${name}`));
  const bucket = reply.getHeader('x-ratelimit-bucket');
  if (typeof bucket !== 'string') return null;
  return {
    bucket,
    limit: number('limit'),
    remaining: number('remaining'),
    reset_after: number('reset-after'),
  };
}

function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = error instanceof DiscordError ? error : translate(error);
  if (known instanceof TooManyRequests) known.decorate(reply);
  if (known.status >= 500) request.log.error(error);
  const body = known.body();
  request.refusal = { code: body.code, message: body.message };
  return reply.status(known.status).send(body);
}

/** Fastify's own errors (body too large, unknown content type) in Discord's words; all else is our defect. */
function translate(error: unknown): DiscordError {
  const { statusCode } = error as { statusCode?: number };
  if (statusCode === 413) return new DiscordError(413, 40005, 'Request entity too large');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return refuse(50035);
  return new DiscordError(500, 0, '500: Internal Server Error');
}
