import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Context } from '../context.js';
import { VERSION } from '../package.js';
import { DiscordError, unknownPath } from '../errors.js';
import { activityControlRoutes } from './activities.js';
import { clockRoutes } from './clock.js';
import { communityControlRoutes } from './community.js';
import { faultRoutes } from './faults.js';
import { controlDocument } from './description/document.js';
import { fixtureRoutes } from './fixtures.js';
import { guildControlRoutes } from './guilds.js';
import { interactionControlRoutes } from './interactions.js';
import { messageControlRoutes } from './messages.js';
import { oauth2ControlRoutes } from './oauth2.js';
import { peopleRoutes } from './people.js';
import { pollControlRoutes } from './polls.js';
import { threadControlRoutes } from './threads.js';
import { uploadControlRoutes } from './uploads.js';
import { voiceControlRoutes } from './voice.js';
import { webhookControlRoutes } from './webhooks.js';

/** What a program (or the page) can make happen in the sandbox: `/sandbox/…`. Errors have Discord's form. */
export function controlRoutes(app: FastifyInstance, context: Context, reset: () => void): void {
  app.setErrorHandler((error, _request, reply) => sendControlError(error, reply));
  app.setNotFoundHandler(() => {
    throw unknownPath();
  });

  // A program that has its answer may rely on it that the bot has heard of what it did.
  app.addHook('onSend', async ({ method }) => {
    if (method !== 'GET') await context.gateway.told();
  });

  app.post('/reset', () => {
    reset();
    return {};
  });
  guildControlRoutes(app, context);
  peopleRoutes(app, context);
  messageControlRoutes(app, context);
  pollControlRoutes(app, context);
  threadControlRoutes(app, context);
  uploadControlRoutes(app, context);
  voiceControlRoutes(app, context);
  webhookControlRoutes(app, context);
  interactionControlRoutes(app, context);
  communityControlRoutes(app, context);
  activityControlRoutes(app, context);
  faultRoutes(app, context);
  oauth2ControlRoutes(app, context);
  clockRoutes(app, context);
  fixtureRoutes(app, context);
  app.get('/openapi.json', () => controlDocument(VERSION));
}

/** Answers a control call (or the page's) that failed. */
export function sendControlError(error: unknown, reply: FastifyReply): FastifyReply {
  if (error instanceof DiscordError) return reply.status(error.status).send(error.body());
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  const message = error instanceof Error ? error.message : String(error);
  return reply.status(status).send({ message, code: 0 });
}
