import { IsArray, IsBoolean, IsDate, IsIn, IsInt, IsString, IsUUID } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { SUBSCRIBABLE, type Subscribable } from '../../features/webhooks/rules/event-types.js';
import { maskSecret } from '../../features/webhooks/rules/secret.js';
import {
  DISABLED_REASONS,
  type DisabledReason,
  type Webhook,
} from '../../features/webhooks/rules/webhook.js';
import { Nullable } from '../validation/decorators.js';

/** A subscription, as REST shows it. */
export class WebhookView implements Webhook {
  @IsUUID() readonly id: string;
  @IsString() readonly url: string;
  @IsArray() @IsIn(SUBSCRIBABLE, { each: true }) readonly events: readonly Subscribable[];
  /** Whole in the answer to `POST /webhooks`, masked everywhere else. */
  @IsString() readonly secret: string;
  @IsBoolean() readonly active: boolean;
  @IsInt() readonly consecutive_failures: number;
  // In an OpenAPI enum, `nullable` alone does not let null pass. The topmost description of a field wins.
  @JSONSchema({ nullable: true, enum: [...DISABLED_REASONS, null] })
  @Nullable()
  @IsIn(DISABLED_REASONS)
  readonly disabled_reason: DisabledReason | null;
  @Nullable() @IsDate() readonly disabled_at: Date | null;
  @IsDate() readonly created_at: Date;
  @IsDate() readonly updated_at: Date;
}

export function toWebhookView(webhook: Webhook): WebhookView {
  return { ...webhook, secret: maskSecret(webhook.secret) };
}
