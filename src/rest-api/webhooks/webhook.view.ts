import { ApiProperty } from '@nestjs/swagger';
import { SUBSCRIBABLE, type Subscribable } from '../../features/webhooks/rules/event-types.js';
import { maskSecret } from '../../features/webhooks/rules/secret.js';
import {
  DISABLED_REASONS,
  type DisabledReason,
  type Webhook,
} from '../../features/webhooks/rules/webhook.js';
import { Integer, Uuid } from '../openapi/formats.js';

/** A subscription, as REST shows it. */
export class WebhookView implements Webhook {
  @Uuid() readonly id: string;
  readonly url: string;
  @ApiProperty({ enum: SUBSCRIBABLE, isArray: true }) readonly events: readonly Subscribable[];
  /** Whole in the answer to `POST /webhooks`, masked everywhere else. */
  readonly secret: string;
  readonly active: boolean;
  @Integer() readonly consecutive_failures: number;
  // In an OpenAPI enum, `nullable` alone does not let null pass.
  @ApiProperty({ enum: [...DISABLED_REASONS, null] })
  readonly disabled_reason: DisabledReason | null;
  readonly disabled_at: Date | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

export function toWebhookView(webhook: Webhook): WebhookView {
  return { ...webhook, secret: maskSecret(webhook.secret) };
}
