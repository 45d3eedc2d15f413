import { Injectable } from '@nestjs/common';
import { notFound } from '../../common/errors.js';
import type { Webhook } from './rules/webhook.js';
import { type WebhookChanges, WebhooksRepository } from './webhooks.repository.js';
import { TargetPolicy } from './target-policy.js';
import { checkWebhookInput } from './webhook-input.js';

/** Changes a subscription. Switching it on forgives its failures. For site admins. */
@Injectable()
export class UpdateWebhook {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly targets: TargetPolicy,
  ) {}

  /** @throws notFound `webhook_not_found` · invalid as for a new one */
  async execute(id: string, changes: WebhookChanges): Promise<Webhook> {
    await checkWebhookInput(this.targets, changes);
    const { url, events } = changes;
    const updated = await this.webhooks.update(id, {
      ...changes,
      ...(url !== undefined && { url: new URL(url).href }),
      ...(events && { events: [...new Set(events)] }),
    });
    if (updated === null) throw notFound('webhook');
    return updated;
  }
}
