import { conflict, notFound } from '../../common/errors.js';
import type { Webhook } from './rules/webhook.js';
import type { WebhooksRepository } from './webhooks.repository.js';

/** @throws notFound `webhook_not_found` · conflict `webhook_inactive` */
export async function requireActiveWebhook(webhooks: WebhooksRepository, id: string): Promise<Webhook> {
  const webhook = await webhooks.findById(id);
  if (webhook === null) throw notFound('webhook');
  if (!webhook.active) throw conflict('webhook_inactive', 'The subscription is off. Switch it on first.');
  return webhook;
}
