import { Injectable, Logger } from '@nestjs/common';
import type { JobPayload } from '../../queue/catalogue.js';
import { GivesUpJob, HandlesJob, HandlesTrigger, type JobResult } from '../../queue/handles.js';
import type { Job } from '../../queue/rules/job.js';
import { PermanentFailure, RetryLater } from '../../queue/rules/outcome.js';
import { EventPublisher } from './event-publisher.js';
import { JobFailures } from './job-failures.js';
import { judge, patienceMs, type SendResult, type Tries } from './rules/attempt.js';
import type { Delivery } from './rules/delivery.js';
import {
  type DisabledReason,
  MAX_CONSECUTIVE_FAILURES,
  signingSecrets,
  type Webhook,
} from './rules/webhook.js';
import { signedHeaders } from './signatures.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { WebhookSender } from './webhook-sender.js';
import { type DisabledNotice, WebhooksRepository } from './webhooks.repository.js';

/** Deliveries of one subscription that this process sends at once: a receiver that never answers leaves room for others. */
const AT_ONCE_FOR_ONE = 4;
/** A delivery that finds no room comes back after this many milliseconds, and up to twice as many. */
const BUSY_MS = 1_000;
/** A delivery that has had no job for this long was left behind by a crash. */
const LATE_MS = 30_000;
const BATCH = 500;

const UNREADABLE = 'Its secret was encrypted with another ENCRYPTION_KEY; give it a new one';

/**
 * Sends deliveries and draws the consequences. At least once in all: a crash between the answer and our note of it sends
 * a delivery again, under the same `webhook-id`, by which receivers know it.
 */
@Injectable()
export class DeliveryEngine {
  private readonly logger = new Logger('Webhooks');
  /** How many deliveries of each subscription are being sent. */
  private readonly underWay = new Map<string, number>();

  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly publisher: EventPublisher,
    private readonly sender: WebhookSender,
    private readonly jobFailures: JobFailures,
  ) {}

  /**
   * Tries one delivery once.
   * @throws RetryLater when it is to be tried again · PermanentFailure when it is not
   */
  @HandlesJob('webhook_delivery')
  async deliver({ delivery_id }: JobPayload<'webhook_delivery'>, tries: Tries): Promise<JobResult> {
    const delivery = await this.deliveries.findById(delivery_id);
    if (delivery === null || delivery.webhook_id === null || delivery.status === 'delivered')
      return { sent: false };
    const webhook = await this.webhooks.findById(delivery.webhook_id);
    if (webhook?.active !== true) {
      await this.deliveries.cancel(delivery.id, 'The subscription is off or gone');
      return { sent: false };
    }
    if (webhook.secret === '') {
      await this.deliveries.fail(delivery.id, UNREADABLE);
      throw new PermanentFailure(`Webhook ${webhook.id}: ${UNREADABLE}`);
    }
    const result = await this.inTurn(webhook.id, () => {
      const now = new Date();
      const headers = signedHeaders(signingSecrets(webhook, now), delivery.event_id, delivery.body, now);
      return this.sender.post(webhook.url, headers, delivery.body);
    });
    await this.settle(webhook, delivery, result, tries);
    return { sent: true, response_status: result.response_status };
  }

  /** Its job failed for a reason of our own: no attempt is under way any more. */
  @GivesUpJob('webhook_delivery')
  async giveUp({ delivery_id }: JobPayload<'webhook_delivery'>, _job: Job, reason: string): Promise<void> {
    await this.deliveries.fail(delivery_id, reason);
  }

  /** Finds what a crash left undone: deliveries without a job, and what was not told: notices, and jobs that failed. Seals what is not sealed yet. */
  @HandlesTrigger('sweep_webhooks')
  async sweep(): Promise<void> {
    await this.webhooks.sealSecrets();
    for (const notice of await this.webhooks.listNoticesDue(BATCH)) await this.tell(notice);
    const late = await this.deliveries.listUnqueued(new Date(Date.now() - LATE_MS), BATCH);
    await this.publisher.enqueue(late);
    await this.jobFailures.publish();
  }

  /** @throws RetryLater, which counts as no try, when the subscription has enough under way */
  private async inTurn(webhookId: string, send: () => Promise<SendResult>): Promise<SendResult> {
    const others = this.underWay.get(webhookId) ?? 0;
    if (others >= AT_ONCE_FOR_ONE)
      throw new RetryLater('Other deliveries are on their way', BUSY_MS * (1 + Math.random()), false);
    this.underWay.set(webhookId, others + 1);
    try {
      return await send();
    } finally {
      const left = (this.underWay.get(webhookId) ?? 1) - 1;
      if (left === 0) this.underWay.delete(webhookId);
      else this.underWay.set(webhookId, left);
    }
  }

  private async settle(
    webhook: Webhook,
    delivery: Delivery,
    { retry_after_ms, ...attempt }: SendResult,
    tries: Tries,
  ): Promise<void> {
    const verdict = judge(attempt, tries);
    if (verdict === 'delivered') {
      await this.deliveries.recordAttempt(delivery.id, 'delivered', attempt);
      await this.webhooks.recordSuccess(webhook.id);
      await this.deliveries.count('sent');
      return;
    }
    const failure = `Webhook ${webhook.id}: ${attempt.error ?? 'failed'}`;
    if (verdict === 'again') {
      await this.deliveries.recordAttempt(delivery.id, 'pending', attempt);
      throw new RetryLater(failure, patienceMs(retry_after_ms), true);
    }
    await this.deliveries.recordAttempt(delivery.id, 'failed', attempt);
    const failures = await this.webhooks.recordFailure(webhook.id);
    if (verdict === 'gone') await this.disable(webhook.id, 'gone');
    else if (failures >= MAX_CONSECUTIVE_FAILURES) await this.disable(webhook.id, 'failing');
    throw new PermanentFailure(failure);
  }

  /** Switches off a subscription whose receiver fails, and says so: in the log, on the subscription, to the others. */
  private async disable(webhookId: string, reason: DisabledReason): Promise<void> {
    const notice = await this.webhooks.disable(webhookId, reason);
    // It is off already.
    if (notice === null) return;
    this.logger.warn(
      { webhook_id: webhookId, reason },
      `⚠️ Webhook ${webhookId} was switched off: ${reason}`,
    );
    await this.tell(notice);
  }

  /** Tells the other subscribers; again after a crash, with no second effect. */
  private async tell(notice: DisabledNotice): Promise<void> {
    const { id, url, disabled_reason, disabled_at } = notice.webhook;
    await this.publisher.publish({
      event_id: notice.notice_id,
      type: 'webhook.disabled',
      occurred_at: disabled_at ?? new Date(),
      // Only where it is: receivers' addresses often carry keys of theirs.
      data: { webhook_id: id, origin: new URL(url).origin, reason: disabled_reason },
    });
    await this.webhooks.noticeSent(notice);
  }
}
