import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest, HTTPMethods } from 'fastify';
import { forbidden } from '../common/errors.js';
import { ROUTE_HOME, type RouteHome } from '../common/listeners.js';

/** A route for holders of the internal secret. */
interface InternalRoute {
  readonly home: Extract<RouteHome, 'private' | 'backend_internal'>;
  readonly method: HTTPMethods;
  readonly url: `/internal/${string}`;
  /** What it answers when it fails itself: `Failed to …`. */
  readonly failure?: string;
  readonly answer: (request: FastifyRequest) => unknown;
}

/**
 * Serves a busy internal route by Fastify itself: Nest's pipes, guards and interceptors cost such a route more than its own work
 * does.
 */
export function serveInternally(adapter: FastifyAdapter, route: InternalRoute): void {
  const { home, method, url, failure, answer } = route;
  adapter.getInstance<FastifyInstance>().route({
    method,
    url,
    constraints: { [ROUTE_HOME]: home },
    config: failure === undefined ? {} : { failure },
    handler: (request) => {
      // The gate has answered everybody else already; a route that Nest's guard does not see checks again.
      if (request.internalCaller !== true) throw forbidden('Invalid internal API secret');
      return answer(request);
    },
  });
}
