import { Injectable } from '@nestjs/common';
import { notFound } from '../../common/errors.js';
import { WebhooksRepository } from './webhooks.repository.js';

/** Ends a subscription. What is on its way to it is cancelled at its next try. For site admins. */
@Injectable()
export class RemoveWebhook {
  constructor(private readonly webhooks: WebhooksRepository) {}

  /** @throws notFound `webhook_not_found` */
  async execute(id: string): Promise<void> {
    if (!(await this.webhooks.remove(id))) throw notFound('webhook');
  }
}
