import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.js';
import { DiscordError, refuse } from '../errors.js';
import { serveAssets } from './assets.js';
import { LiveStream } from './live.js';
import { snapshotRoutes } from './snapshots.js';

/**
 * The page at `/` where a person sees the servers and acts as any member: its files, its live stream
 * (`GET /sandbox/live`) and the calls that only the page makes (`/sandbox/page/…`).
 */
export function pageRoutes(app: FastifyInstance, context: Context): void {
  const live = new LiveStream(context.bus);
  void app.register((scope, _options, done) => {
    scope.setErrorHandler((error, request, reply) => {
      const known = error instanceof DiscordError ? error : translate(error);
      if (known.status >= 500) request.log.error(error);
      return reply.status(known.status).send(known.body());
    });
    serveAssets(scope);
    scope.get('/sandbox/live', (_request, reply) => {
      reply.hijack();
      live.open(reply.raw);
    });
    snapshotRoutes(scope, context, live);
    scope.addHook('preClose', (closed) => {
      live.close();
      closed();
    });
    done();
  });
}

/** Fastify's own refusals keep their status; anything else is our defect, and nothing of it is told. */
function translate(error: unknown): DiscordError {
  const { statusCode, message } = error as { statusCode?: number; message?: string };
  if (statusCode !== undefined && statusCode < 500)
    return new DiscordError(statusCode, refuse(50035).code, message ?? '');
  return new DiscordError(500, 0, '500: Internal Server Error');
}
