import { setImmediate as breathe } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { OpenApiChecker } from './checker.js';

/** What bots call first after they have logged in. */
const FIRST = [
  'GET /gateway/bot',
  'PUT /applications/{application_id}/commands',
  'POST /channels/{channel_id}/messages',
  'POST /guilds/{guild_id}/scheduled-events',
  'POST /interactions/{interaction_id}/{interaction_token}/callback',
];

/** Compiles, between requests, the checks of all operations that an API serves below `prefix`, until `stop` aborts. */
export async function warmUp(
  checker: OpenApiChecker,
  app: FastifyInstance,
  options: { prefix: string; answers: boolean; stop: AbortSignal },
): Promise<void> {
  for (const operation of new Set([...FIRST, ...checker.operations()])) {
    const [method = '', route = ''] = operation.split(' ');
    const url = options.prefix + route.replace(/\{(\w+)\}/g, ':$1');
    if (!app.hasRoute({ method, url })) continue;
    const steps = checker.prepare(method, route, options.answers);
    while (!options.stop.aborted && steps.next().done !== true) await breathe();
  }
}
