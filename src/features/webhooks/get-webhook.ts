import { Injectable } from '@nestjs/common';
import { notFound } from '../../domain/errors.js';
import type { Webhook } from '../../domain/webhooks/webhook.js';
import { WebhooksRepository } from '../../repositories/webhooks/webhooks.repository.js';

/** One subscription. For site admins. */
@Injectable()
export class GetWebhook {
  constructor(private readonly webhooks: WebhooksRepository) {}

  /** @throws notFound `webhook_not_found` */
  async execute(id: string): Promise<Webhook> {
    const webhook = await this.webhooks.findById(id);
    if (webhook === null) throw notFound('webhook');
    return webhook;
  }
}
