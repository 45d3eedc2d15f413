import { Injectable } from '@nestjs/common';
import { PermanentFailure, RetryLater } from '../../queue/rules/outcome.js';
import type { Delivery } from './rules/delivery.js';
import { MAX_CONSECUTIVE_FAILURES, type Webhook } from './rules/webhook.js';
import { backoffMs, JOB_POLICIES } from '../../queue/job-catalogue.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { WebhookTotalsRepository } from './webhook-totals.repository.js';
import { WebhooksRepository } from './webhooks.repository.js';
import { DisableWebhook } from './disable-webhook.js';
import type { SendResult } from './webhook-sender.js';

/** How often a delivery was tried again already, and how often it may be. */
export interface Tries {
  readonly retry_count: number;
  readonly max_retries: number;
}

/** A receiver that asks for patience gets it, up to an hour: the tries still have to fit into a day. */
const MAX_PATIENCE_MS = 3_600_000;

const GONE = 410;

/** Draws the consequences of a try: delivered, once more, failed, or the end of the subscription. */
@Injectable()
export class SettleAttempt {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly totals: WebhookTotalsRepository,
    private readonly disable: DisableWebhook,
  ) {}

  /**
   * @throws RetryLater when the delivery is to be tried again
   * @throws PermanentFailure when it is not
   */
  async execute(webhook: Webhook, delivery: Delivery, result: SendResult, tries: Tries): Promise<void> {
    const { retry_after_ms, ...attempt } = result;
    if (attempt.error === null) {
      await this.deliveries.recordAttempt(delivery.id, 'delivered', attempt);
      await this.webhooks.recordSuccess(webhook.id);
      await this.totals.count('sent');
      return;
    }
    const failure = `Webhook ${webhook.id}: ${attempt.error}`;
    const gone = attempt.response_status === GONE;
    if (!gone && tries.retry_count < tries.max_retries) {
      await this.deliveries.recordAttempt(delivery.id, 'pending', attempt);
      throw new RetryLater(failure, waitMs(tries, retry_after_ms), true);
    }
    await this.deliveries.recordAttempt(delivery.id, 'failed', attempt);
    const failures = await this.webhooks.recordFailure(webhook.id);
    if (gone) await this.disable.execute(webhook.id, 'gone');
    else if (failures >= MAX_CONSECUTIVE_FAILURES) await this.disable.execute(webhook.id, 'failing');
    throw new PermanentFailure(failure);
  }
}

function waitMs({ retry_count }: Tries, retryAfterMs: number | null): number {
  const wait = backoffMs(JOB_POLICIES.webhook_delivery, retry_count + 1);
  return Math.max(wait, Math.min(retryAfterMs ?? 0, MAX_PATIENCE_MS));
}
