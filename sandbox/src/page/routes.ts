import type { FastifyInstance } from 'fastify';
import { deleteMessage } from '../actions/messages.js';
import type { Context } from '../context.js';
import { sendControlError } from '../control/routes.js';
import { refuse } from '../errors.js';
import { serveAssets } from './assets.js';
import { LiveStream } from './live.js';
import { snapshotRoutes } from './snapshots.js';

/**
 * The page at `/` where a person sees the servers and acts as any member: its files, its live stream
 * (`GET /sandbox/live`) and the calls that only the page makes (`/sandbox/page/…`).
 */
export function pageRoutes(app: FastifyInstance, context: Context): void {
  const live = new LiveStream(context.bus);
  app.setErrorHandler((error, _request, reply) => sendControlError(error, reply));
  app.addHook('preClose', (done) => {
    live.close();
    done();
  });
  serveAssets(app);
  app.get('/sandbox/live', (_request, reply) => {
    reply.hijack();
    live.open(reply.raw);
  });
  snapshotRoutes(app, context, live);
  dismissRoute(app, context);
}

interface Dismissal {
  Params: { id: string };
  Querystring: { user_id?: string };
}

/** Its reader takes an ephemeral message off the screen, for good. */
function dismissRoute(app: FastifyInstance, context: Context): void {
  app.delete<Dismissal>('/sandbox/page/messages/:id', ({ params, query }, reply) => {
    const message = context.world.messages.get(params.id);
    if (!message || message.reader_id === null || message.reader_id !== query.user_id) throw refuse(10008);
    deleteMessage(context, message);
    return reply.status(204).send();
  });
}
