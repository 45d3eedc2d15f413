import { Injectable } from '@nestjs/common';
import { RetryLater } from '../../queue/rules/outcome.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { WebhooksRepository } from './webhooks.repository.js';
import { DeliverySlots } from './delivery-slots.js';
import { SettleAttempt, type Tries } from './settle-attempt.js';
import { signedHeaders } from './signatures.js';
import { WebhookSender } from './webhook-sender.js';

/** A delivery that finds no slot comes back after this many milliseconds, and up to twice as many. */
const BUSY_MS = 1_000;

/**
 * Sends one delivery once. At least once in all: a crash between the answer and our note of it sends it again, under the
 * same `webhook-id`, by which receivers know it.
 */
@Injectable()
export class DeliverWebhook {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly slots: DeliverySlots,
    private readonly sender: WebhookSender,
    private readonly settle: SettleAttempt,
  ) {}

  /** Its job failed for a reason of our own: no attempt is under way any more. */
  async giveUp(deliveryId: string, reason: string): Promise<void> {
    await this.deliveries.fail(deliveryId, reason);
  }

  /** @throws RetryLater · PermanentFailure, as `SettleAttempt` says; RetryLater when too many are on their way */
  async execute(deliveryId: string, tries: Tries): Promise<Readonly<Record<string, unknown>>> {
    const delivery = await this.deliveries.findById(deliveryId);
    if (delivery === null || delivery.webhook_id === null || delivery.status === 'delivered')
      return { sent: false };
    const webhook = await this.webhooks.findById(delivery.webhook_id);
    if (webhook?.active !== true) {
      await this.deliveries.cancel(delivery.id, 'The subscription is off or gone');
      return { sent: false };
    }
    const release = this.slots.take(webhook.id);
    if (release === null)
      throw new RetryLater('Other deliveries are on their way', BUSY_MS * (1 + Math.random()), false);
    try {
      const headers = signedHeaders(webhook.secret, delivery.event_id, delivery.body);
      const result = await this.sender.post(webhook.url, headers, delivery.body);
      await this.settle.execute(webhook, delivery, result, tries);
      return { sent: true, response_status: result.response_status };
    } finally {
      release();
    }
  }
}
