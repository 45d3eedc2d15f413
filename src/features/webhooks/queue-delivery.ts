import { Injectable } from '@nestjs/common';
import type { Delivery } from './rules/delivery.js';
import { JobQueue } from '../../queue/job-queue.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';

/** Gives a pending delivery its job. A crash in between is made up for by the sweep. */
@Injectable()
export class QueueDelivery {
  constructor(
    private readonly jobs: JobQueue,
    private readonly deliveries: WebhookDeliveriesRepository,
  ) {}

  async execute({ id }: Delivery): Promise<void> {
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
