import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { type Listener, ROUTE_HOME, type RouteHome } from '../common/listeners.js';
import { answerClientErrors } from './client-errors.js';
import type { Config } from '../config/config.js';

const HOMES: readonly unknown[] = [
  'public',
  'private',
  'backend_internal',
  'everywhere',
] satisfies RouteHome[];

/** Requests that came in through the private listener. */
const privateRequests = new WeakSet<IncomingMessage>();

/** The listener through which a request came in. */
export function listenerOf(request: IncomingMessage): Listener {
  return privateRequests.has(request) ? 'private' : 'public';
}

/** A second HTTP server in front of the same routes. It is not listening yet. */
export function createPrivateServer(fastify: FastifyInstance): Server {
  const server = createServer(
    { requestTimeout: 30_000 },
    (request: IncomingMessage, response: ServerResponse) => {
      privateRequests.add(request);
      fastify.routing(request, response);
    },
  );
  return server.on('clientError', answerClientErrors('private'));
}

/**
 * Confines every route to its listener. A route that says nothing is public, so nothing gets onto the private
 * listener by accident. To be called before any route is registered.
 */
export function separateListeners(fastify: FastifyInstance, config: Config): void {
  fastify.addConstraintStrategy(homeStrategy(config));
  fastify.addHook('onRoute', confine);
}

function confine(route: RouteOptions): void {
  const stated = route.constraints?.[ROUTE_HOME as keyof typeof route.constraints];
  if (stated === undefined && /^\/(?:internal|metrics)(?:\/|$)/.test(route.url)) {
    throw new Error(`The route ${route.url} must state its listener: use the decorators of internal-api.`);
  }
  route.constraints = { ...route.constraints, [ROUTE_HOME]: stated ?? 'public' };
}

type HomeStrategy = Parameters<FastifyInstance['addConstraintStrategy']>[0];

/** Handlers are stored by their home; a request is looked up by the listener it came through. */
function homeStrategy(config: Config): HomeStrategy {
  const backendListener: Listener = config.internalOnPublic ? 'public' : 'private';
  return {
    name: ROUTE_HOME,
    storage: () => {
      const handlers = new Map<unknown, unknown>();
      return {
        set: (home: unknown, handler: unknown) => handlers.set(home, handler),
        // One process may be both backend and bot: on the private listener the bot's own routes come first.
        get: (key: unknown) => {
          if (typeof key === 'string' && key.startsWith('via:')) {
            const listener = key.slice('via:'.length);
            return (
              handlers.get(listener) ??
              (listener === backendListener ? handlers.get('backend_internal') : null) ??
              handlers.get('everywhere') ??
              null
            );
          }
          return handlers.get(key) ?? null;
        },
      };
    },
    validate: (home: unknown) => {
      if (!HOMES.includes(home)) throw new Error(`A route can be at home in ${HOMES.join(', ')} only.`);
    },
    deriveConstraint: (request: IncomingMessage) => `via:${listenerOf(request)}`,
    mustMatchWhenDerived: true,
  } as unknown as HomeStrategy;
}
