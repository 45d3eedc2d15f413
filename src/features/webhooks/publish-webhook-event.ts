import { Injectable } from '@nestjs/common';
import type { WebhookEvent } from './rules/event-types.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { WebhooksRepository } from './webhooks.repository.js';
import { deliveryBody } from './delivery-body.js';
import { QueueDelivery } from './queue-delivery.js';

/**
 * Tells every subscribed webhook of an event. Other rooms reach it by `JobQueue.publishEvent`; a job's handler may call
 * it itself, and then knows, once it returns, that every delivery is written and cannot be lost.
 */
@Injectable()
export class PublishWebhookEvent {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly queue: QueueDelivery,
  ) {}

  /**
   * Idempotent by `event_id`: a subscription that has its delivery gets no second one.
   * @returns how many deliveries were written
   */
  async execute({ event_id, type, occurred_at, data }: WebhookEvent): Promise<number> {
    const body = deliveryBody(event_id, type, occurred_at, data);
    let written = 0;
    for (const webhook_id of await this.webhooks.listSubscribed(type)) {
      const delivery = await this.deliveries.create({ webhook_id, event_id, type, body });
      if (delivery === null) continue;
      written += 1;
      await this.queue.execute(delivery);
    }
    return written;
  }
}
