import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Delivery } from './rules/delivery.js';
import { TEST_TYPE } from './rules/event-types.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { WebhooksRepository } from './webhooks.repository.js';
import { requireActiveWebhook } from './active-webhook.js';
import { deliveryBody } from './delivery-body.js';
import { QueueDelivery } from './queue-delivery.js';

/** Sends a delivery of type `webhook.test` to one subscription, whatever it is subscribed to. For site admins. */
@Injectable()
export class TestWebhook {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly queue: QueueDelivery,
  ) {}

  /** @throws notFound `webhook_not_found` · conflict `webhook_inactive` */
  async execute(webhookId: string): Promise<Delivery> {
    await requireActiveWebhook(this.webhooks, webhookId);
    const event_id = uuidv7();
    const body = deliveryBody(event_id, TEST_TYPE, new Date(), { webhook_id: webhookId });
    const delivery = await this.deliveries.create({ webhook_id: webhookId, event_id, type: TEST_TYPE, body });
    if (delivery === null) throw new Error('a new event cannot have a delivery');
    await this.queue.execute(delivery);
    return delivery;
  }
}
