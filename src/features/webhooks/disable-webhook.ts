import { Injectable, Logger } from '@nestjs/common';
import type { DisabledReason } from './rules/webhook.js';
import { type DisabledNotice, WebhooksRepository } from './webhooks.repository.js';
import { PublishWebhookEvent } from './publish-webhook-event.js';

/** Switches off a subscription whose receiver fails, and says so: in the log, on the subscription, to the others. */
@Injectable()
export class DisableWebhook {
  private readonly logger = new Logger(DisableWebhook.name);

  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly publish: PublishWebhookEvent,
  ) {}

  /** Does nothing when it is off already. */
  async execute(webhookId: string, reason: DisabledReason): Promise<void> {
    const notice = await this.webhooks.disable(webhookId, reason);
    if (notice === null) return;
    this.logger.warn(
      { webhook_id: webhookId, reason },
      `⚠️ Webhook ${webhookId} was switched off: ${reason}`,
    );
    await this.tell(notice);
  }

  /** Tells the other subscribers; again after a crash, with no second effect. */
  async tell(notice: DisabledNotice): Promise<void> {
    const { id, url, disabled_reason, disabled_at } = notice.webhook;
    await this.publish.execute({
      event_id: notice.notice_id,
      type: 'webhook.disabled',
      occurred_at: disabled_at ?? new Date(),
      // Only where it is: receivers' addresses often carry keys of theirs.
      data: { webhook_id: id, origin: new URL(url).origin, reason: disabled_reason },
    });
    await this.webhooks.noticeSent(notice);
  }
}
