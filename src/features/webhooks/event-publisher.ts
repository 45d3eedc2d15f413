import { Injectable } from '@nestjs/common';
import { type EnqueueRequest, JobQueue } from '../../queue/job-queue.js';
import { deliveryBody, type Delivery } from './rules/delivery.js';
import type { AnnouncedEvent, WebhookEvent } from './rules/event-types.js';
import { type OutgoingDelivery, WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { type Subscriber, WebhooksRepository } from './webhooks.repository.js';

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
  async publish(...events: readonly WebhookEvent[]): Promise<number> {
    const subscribers = await this.webhooks.listSubscribed(events.map(({ type }) => type));
    const deliveries = events.flatMap((event) =>
      subscribers.filter((webhook) => wants(webhook, event)).map(({ id }) => deliveryOf(id, event)),
    );
    return (await this.send(deliveries)).length;
  }

  /** Writes one subscription's delivery of an event and has it sent; `null` when there is one already. */
  async sendTo(webhookId: string, event: AnnouncedEvent): Promise<Delivery | null> {
    return (await this.send([deliveryOf(webhookId, event)]))[0] ?? null;
  }

  /** Gives pending deliveries their jobs. */
  async enqueue(deliveries: readonly Delivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    await this.jobs.enqueueAll(deliveries.map(jobOf));
    await this.deliveries.markQueued(deliveries.map(({ id }) => id));
  }

  private async send(deliveries: readonly OutgoingDelivery[]): Promise<Delivery[]> {
    const written = await this.deliveries.create(deliveries);
    await this.enqueue(written);
    return written;
  }
}

function wants({ events }: Subscriber, { type }: WebhookEvent): boolean {
  return events.includes(type) || events.includes('*');
}

function deliveryOf(webhookId: string, event: AnnouncedEvent): OutgoingDelivery {
  return { webhook_id: webhookId, event_id: event.event_id, type: event.type, body: deliveryBody(event) };
}

function jobOf({ id }: Delivery): EnqueueRequest {
  return { type: 'webhook_delivery', payload: { delivery_id: id } };
}
