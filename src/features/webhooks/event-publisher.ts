import { Injectable } from '@nestjs/common';
import { JobQueue } from '../../queue/job-queue.js';
import { deliveryBody, type Delivery } from './rules/delivery.js';
import type { AnnouncedEvent, WebhookEvent } from './rules/event-types.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { WebhooksRepository } from './webhooks.repository.js';

/**
 * Tells subscribed webhooks of events: the one way to do so. A delivery is a row before it is a job, so neither a crash nor
 * an absent Redis loses one; the sweep gives a job to any row that has none.
 */
@Injectable()
export class EventPublisher {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * Once it returns, every delivery is written; it throws when that could not be done. Idempotent by `event_id`: a
   * subscription that has its delivery gets no second one.
   * @returns how many deliveries were written
   */
  async publish(event: WebhookEvent): Promise<number> {
    const ids = await this.webhooks.listSubscribed(event.type);
    let written = 0;
    for (const id of ids) if ((await this.send(id, event)) !== null) written += 1;
    return written;
  }

  /** Writes one subscription's delivery of an event and has it sent; `null` when there is one already. */
  async send(webhookId: string, event: AnnouncedEvent): Promise<Delivery | null> {
    const { event_id, type } = event;
    const body = deliveryBody(event);
    const delivery = await this.deliveries.create({ webhook_id: webhookId, event_id, type, body });
    if (delivery !== null) await this.enqueue(delivery);
    return delivery;
  }

  /** Gives a pending delivery its job. */
  async enqueue({ id }: Delivery): Promise<void> {
    await this.jobs.enqueue({
      type: 'webhook_delivery',
      guild_id: null,
      event_id: null,
      payload: { delivery_id: id },
      dedupe_key: `webhook_delivery:${id}`,
    });
    await this.deliveries.markQueued(id);
  }
}
