import type { FastifyInstance } from 'fastify';
import { createWebhook } from '../actions/webhooks.js';
import type { Context } from '../context.js';
import { baseOf } from '../rest/webhooks.js';
import { checkWebhookCount, reachWebhookPlace, readWebhookName } from '../rules/webhooks.js';
import { webhookShape } from '../shapes/webhook.js';
import { Reader } from '../validation/reader.js';

interface InChannel {
  Params: { channel_id: string };
}

/** Webhooks that people make, as far as they may. */
export function webhookControlRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  /** `{user_id, name}`. */
  app.post<InChannel>('/channels/:channel_id/webhooks', (request) => {
    const body = Reader.of(request.body);
    const userId = body.snowflake('user_id', { required: true }) ?? '';
    const name = readWebhookName(body, true) ?? '';
    body.issues.refuseIfAny();
    const channel = reachWebhookPlace(world, request.params.channel_id, userId);
    checkWebhookCount(world, channel);
    const fields = { application_id: null, user_id: userId, name, avatar: null };
    return webhookShape(world, createWebhook(context, channel, fields, null), baseOf(request));
  });
}
