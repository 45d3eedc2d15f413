import { Injectable } from '@nestjs/common';
import { conflict, notFound } from '../../common/errors.js';
import type { Delivery } from './rules/delivery.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { WebhooksRepository } from './webhooks.repository.js';
import { requireActiveWebhook } from './active-webhook.js';
import { QueueDelivery } from './queue-delivery.js';

/** Sends a finished delivery again, under the same id and with all its tries. For site admins. */
@Injectable()
export class Redeliver {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly queue: QueueDelivery,
  ) {}

  /** @throws notFound `webhook_not_found`, `delivery_not_found` · conflict `webhook_inactive`, `delivery_pending` */
  async execute(webhookId: string, deliveryId: string): Promise<Delivery> {
    await requireActiveWebhook(this.webhooks, webhookId);
    if ((await this.deliveries.findById(deliveryId))?.webhook_id !== webhookId) throw notFound('delivery');
    const reopened = await this.deliveries.reopen(webhookId, deliveryId);
    if (reopened === null) throw conflict('delivery_pending', 'This delivery is on its way already.');
    await this.queue.execute(reopened);
    return reopened;
  }
}
