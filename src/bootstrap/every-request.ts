import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { getHeapStatistics } from 'node:v8';
import underPressure from '@fastify/under-pressure';
import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest, RequestPayload } from 'fastify';
import { givenRequestId } from '../common/correlation.js';
import { requestSeconds } from '../common/metrics.js';
import { unavailable } from '../common/errors.js';
import type { Config } from '../config/config.js';

// What holds of every request: its name, its line in the log, its deadline, its size, and when there are too many.

const names = new WeakMap<IncomingMessage, string>();

/** The name of a request in logs and answers: the one that came with it in `X-Request-Id`, else a new one. */
export function nameRequest(request: IncomingMessage): string {
  const known = names.get(request);
  if (known !== undefined) return known;
  const name = givenRequestId(request.headers['x-request-id']) ?? randomUUID();
  names.set(request, name);
  return name;
}

/** Calendar programs show no token: the key is in the address, which no log may tell. */
export const FEED_ROUTE = '/api/v1/feeds/:key.ics';

const LEVELS: readonly string[] = ['debug', 'trace'];

/** Those who look whether the process is well ask every few seconds, for ever. */
const HEALTH = /^(?:\/health\/(?:live|ready)|\/internal\/health|\/api\/v1\/discord\/(?:events\/)?health)$/;

/**
 * Logs one line for each request at `debug`, but for health checks: neither headers nor query strings. Failures have lines of
 * their own.
 */
export function logRequests(fastify: FastifyInstance, config: Config): void {
  if (!LEVELS.includes(config.logLevel)) return;
  const logger = new Logger('Http');
  fastify.addHook('onResponse', (request, reply, done) => {
    const { method } = request;
    const [path = ''] = request.routeOptions.url === FEED_ROUTE ? [FEED_ROUTE] : request.url.split('?', 1);
    if (HEALTH.test(path)) {
      done();
      return;
    }
    const fields = { method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    logger.debug(fields, `${method} ${path} ${String(reply.statusCode)}`);
    done();
  });
}

/** Open for as long as the page is. */
const STREAMS = ['/api/v1/live'];

/** Measures how soon requests of the REST API are answered, but for health checks and for streams, which last. */
export function measureRequests(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', ({ routeOptions: { url = '' } }, reply, done) => {
    if (url.startsWith('/api/') && !HEALTH.test(url) && !STREAMS.includes(url)) {
      const status = `${String(Math.floor(reply.statusCode / 100))}xx`;
      requestSeconds.observe({ status }, reply.elapsedTime / 1_000);
    }
    done();
  });
}

/** No request waits longer for its answer: what hangs on a database or on Discord ends with 503. */
const REQUEST_DEADLINE_MS = 10_000;

/**
 * Answers every request within its deadline; the work itself goes on. Fastify's own `handlerTimeout` does not do it: its
 * timer ends with the request's stream, which is as soon as a body has been read.
 */
export function setRequestDeadline(
  fastify: FastifyInstance,
  answer: (error: Error, request: FastifyRequest, reply: FastifyReply) => void,
): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const deadline = setTimeout(() => {
      // A stream is sent for as long as it lasts.
      if (!reply.sent && !reply.raw.headersSent)
        answer(unavailable('The answer took too long. Try again later.'), request, reply);
    }, REQUEST_DEADLINE_MS);
    reply.raw.once('close', () => {
      clearTimeout(deadline);
    });
    done();
  });
}

/** How long the event loop may lag on average before requests are turned away, and over what time that is taken. */
const LAG_MS = 1_000;
const SAMPLE_MS = 5_000;
/** How much of the memory that Node.js allows itself may be in use. */
const HEAP_SHARE = 0.9;

/** How many jobs may wait for a worker: with more, what is asked for now is seen on Discord in a quarter of an hour or later. */
const QUEUED = 50_000;

/** Methods that bring no new work. */
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What tells how much work waits; it can be asked once the application is built. */
export interface WorkGauge {
  waiting: () => Promise<number>;
}

/**
 * Turns requests away with 503 while the process cannot keep up, instead of letting all of them wait; and those that bring new
 * work, while more of it waits than the workers can do soon.
 */
export async function refuseUnderPressure(fastify: FastifyInstance, work: WorkGauge): Promise<void> {
  await fastify.register(underPressure, {
    maxEventLoopDelay: LAG_MS,
    maxHeapUsedBytes: getHeapStatistics().heap_size_limit * HEAP_SHARE,
    sampleInterval: SAMPLE_MS,
    healthCheck: async () => (await work.waiting()) <= QUEUED,
    healthCheckInterval: SAMPLE_MS,
    pressureHandler: (request: FastifyRequest, _reply: FastifyReply, type: string) => {
      if (type === underPressure.TYPE_HEALTH_CHECK && READING.has(request.method)) return undefined;
      return Promise.reject(unavailable('Too much is going on at once. Try again in a moment.'));
    },
  });
}

/** The largest body that is taken: 413 above it. */
export const BODY_LIMIT = 1024 * 1024;

/** How much of a body that is too large is read and thrown away before answering. */
const DRAIN_LIMIT = 16 * BODY_LIMIT;

/**
 * Answers 413 only after the body was sent: most clients look for an answer no earlier, and would see a broken
 * connection instead. Beyond `DRAIN_LIMIT` the answer comes at once, even if the client cannot read it.
 */
export function limitBodies(fastify: FastifyInstance): void {
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    if (isSafe(request)) {
      done(null, payload);
      return;
    }
    readWhole(payload).then((whole) => {
      done(null, whole);
    }, done);
  });
}

/** Node.js itself sees to it that no more comes than the length says. */
function isSafe(request: FastifyRequest): boolean {
  const length = request.headers['content-length'];
  return length === undefined
    ? request.headers['transfer-encoding'] === undefined
    : Number(length) <= BODY_LIMIT;
}

async function readWhole(payload: RequestPayload): Promise<Readable> {
  const chunks: Buffer[] = [];
  let size = 0;
  const whole = (payload as Readable).iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const chunk of whole) {
    size += chunk.length;
    if (size <= BODY_LIMIT) chunks.push(chunk);
    if (size > DRAIN_LIMIT) break;
  }
  if (size > BODY_LIMIT) throw Object.assign(new Error('The body is too large.'), { statusCode: 413 });
  return Readable.from([Buffer.concat(chunks)]);
}
