import cors, { type FastifyCorsOptions } from '@fastify/cors';
import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import type { Config } from '../config/config.js';
import { listenerOf } from './listeners.js';

/** How long a browser may remember what it was allowed. */
const PREFLIGHT_SECONDS = 600;

/** Answers are data, not pages: nothing may be loaded or run, and no page may frame them. */
const DATA: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  },
  frameguard: { action: 'deny' },
};

/** The documentation's page and the board of the queues run scripts and styles, their own ones. */
const PAGE: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      baseUri: ["'self'"],
      scriptSrc: ["'self'", "'unsafe-inline'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      frameAncestors: ["'none'"],
    },
  },
};

/** Sets headers of protection on every answer, also of refusals. To be called before any route is registered. */
export async function setSecurityHeaders(fastify: FastifyInstance, config: Config): Promise<void> {
  fastify.addHook('onRoute', (route: RouteOptions) => {
    if (isPage(route.url)) route.helmet = PAGE;
  });
  await fastify.register(helmet, DATA);
  const none: FastifyCorsOptions = { origin: false };
  await fastify.register(cors, () => (request: FastifyRequest, callback: TellOptions) => {
    callback(null, listenerOf(request.raw) === 'public' ? crossOrigin(config) : none);
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!isPage(request.url)) void reply.header('cache-control', 'no-store');
    done();
  });
}

type TellOptions = (error: Error | null, options: FastifyCorsOptions) => void;

/** Pages of these origins may use the API with a bearer token; the session's cookie is for our own pages alone. */
function crossOrigin({ corsOrigins }: Config): FastifyCorsOptions {
  return {
    origin: corsOrigins.length > 0 && [...corsOrigins],
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-match', 'x-request-id'],
    exposedHeaders: ['etag', 'link', 'location', 'retry-after', 'x-request-id'],
    maxAge: PREFLIGHT_SECONDS,
  };
}

function isPage(url: string): boolean {
  return url.startsWith('/api/docs') || url.startsWith('/admin/queues');
}
