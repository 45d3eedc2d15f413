import { Injectable } from '@nestjs/common';
import { notFound } from '../../common/errors.js';
import type { Webhook } from './rules/webhook.js';
import { WebhooksRepository } from './webhooks.repository.js';

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
