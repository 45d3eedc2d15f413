import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Subscribable } from './rules/event-types.js';
import { SECRET_PREFIX } from './rules/secret.js';
import type { Webhook } from './rules/webhook.js';
import { WebhooksRepository } from './webhooks.repository.js';
import { TargetPolicy } from './target-policy.js';
import { checkWebhookInput } from './webhook-input.js';

/** A subscription to be made. What is left out: a secret of ours, and active. */
export interface NewWebhook {
  readonly url: string;
  readonly events: readonly Subscribable[];
  readonly secret?: string | undefined;
  readonly active?: boolean | undefined;
}

const KEY_BYTES = 32;

/** Subscribes an address to events. For site admins. */
@Injectable()
export class CreateWebhook {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly targets: TargetPolicy,
  ) {}

  /**
   * @returns the subscription with its secret, which is not shown again
   * @throws invalid when the address is not one that webhooks may be sent to, or the secret cannot be used
   */
  async execute(input: NewWebhook): Promise<Webhook> {
    await checkWebhookInput(this.targets, input);
    const now = new Date();
    const webhook: Webhook = {
      id: uuidv7(),
      url: new URL(input.url).href,
      events: [...new Set(input.events)],
      secret: input.secret ?? SECRET_PREFIX + randomBytes(KEY_BYTES).toString('base64'),
      active: input.active ?? true,
      consecutive_failures: 0,
      disabled_reason: null,
      disabled_at: null,
      created_at: now,
      updated_at: now,
    };
    await this.webhooks.create(webhook);
    return webhook;
  }
}
