import { Injectable } from '@nestjs/common';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { WebhooksRepository } from './webhooks.repository.js';
import { DisableWebhook } from './disable-webhook.js';
import { QueueDelivery } from './queue-delivery.js';

/** A delivery that has had no job for this long was left behind by a crash. */
const LATE_MS = 30_000;
const BATCH = 500;

/** Finds deliveries without a job and notices that nobody was told. */
@Injectable()
export class SweepWebhooks {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly queue: QueueDelivery,
    private readonly disable: DisableWebhook,
  ) {}

  async execute(): Promise<void> {
    for (const notice of await this.webhooks.listNoticesDue(BATCH)) await this.disable.tell(notice);
    const late = await this.deliveries.listUnqueued(new Date(Date.now() - LATE_MS), BATCH);
    for (const delivery of late) await this.queue.execute(delivery);
  }
}
