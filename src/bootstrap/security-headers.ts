import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyInstance, RouteOptions } from 'fastify';

/** Answers are data, not pages: nothing may be loaded or run, and no page may frame them. */
const DATA: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  },
  frameguard: { action: 'deny' },
};

/** The documentation's page runs scripts and styles, its own ones. */
const PAGE: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", "'unsafe-inline'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      frameAncestors: ["'none'"],
    },
  },
};

/** Sets headers of protection on every answer, also of refusals. To be called before any route is registered. */
export async function setSecurityHeaders(fastify: FastifyInstance): Promise<void> {
  fastify.addHook('onRoute', (route: RouteOptions) => {
    if (isPage(route.url)) route.helmet = PAGE;
  });
  await fastify.register(helmet, DATA);
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!isPage(request.url)) void reply.header('cache-control', 'no-store');
    done();
  });
}

function isPage(url: string): boolean {
  return url.startsWith('/api/docs');
}
