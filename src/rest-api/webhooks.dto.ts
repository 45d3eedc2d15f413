import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsBoolean, IsIn, IsString, MaxLength } from 'class-validator';
import {
  type Delivery,
  DELIVERY_STATUSES,
  type DeliveryStatus,
} from '../features/webhooks/rules/delivery.js';
import { SUBSCRIBABLE, type Subscribable } from '../features/webhooks/rules/event-types.js';
import { maskSecret } from '../features/webhooks/rules/secret.js';
import { DISABLED_REASONS, type DisabledReason, type Webhook } from '../features/webhooks/rules/webhook.js';
import { Integer, Uuid } from './openapi/formats.js';
import { PageQuery } from './paging/page.dto.js';
import { Optional } from './validation/decorators.js';

const LONGEST_URL = 2_000;

/** Body of `POST /webhooks`. */
export class CreateWebhookDto {
  /**
   * An https address on a public host.
   * @example "https://example.org/verselink"
   */
  @IsString()
  @MaxLength(LONGEST_URL)
  @ApiProperty({ format: 'uri' })
  readonly url: string;

  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(SUBSCRIBABLE.length)
  @IsIn(SUBSCRIBABLE, { each: true })
  @ApiProperty({ enum: SUBSCRIBABLE, isArray: true, example: ['member_joined'] })
  readonly events: Subscribable[];

  /** Signs the deliveries; one is made when it is left out. */
  @Optional()
  @IsString()
  readonly secret?: string;

  @Optional()
  @IsBoolean()
  readonly active?: boolean;
}

/** Body of `PATCH /webhooks/{id}`: what is left out stays as it is. */
export class UpdateWebhookDto {
  /** An https address on a public host. */
  @Optional()
  @IsString()
  @MaxLength(LONGEST_URL)
  @ApiProperty({ format: 'uri' })
  readonly url?: string;

  @Optional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(SUBSCRIBABLE.length)
  @IsIn(SUBSCRIBABLE, { each: true })
  @ApiProperty({ enum: SUBSCRIBABLE, isArray: true })
  readonly events?: Subscribable[];

  /** The one before is valid for another day. */
  @Optional()
  @IsString()
  readonly secret?: string;

  /**
   * Switching it on again forgives its failures.
   * @example true
   */
  @Optional()
  @IsBoolean()
  readonly active?: boolean;
}

/** Query of `GET /webhooks/{id}/deliveries`. */
export class ListDeliveriesQuery extends PageQuery {
  @Optional()
  @IsIn(DELIVERY_STATUSES)
  readonly status?: DeliveryStatus;
}

/** A subscription, as REST shows it. */
export class WebhookView implements Omit<Webhook, 'previous_secret'> {
  @Uuid() readonly id: string;
  readonly url: string;
  @ApiProperty({ enum: SUBSCRIBABLE, isArray: true }) readonly events: readonly Subscribable[];
  /** Whole in the answers that make one, masked everywhere else. */
  readonly secret: string;
  /** Until then, deliveries are signed with the secret before as well. */
  readonly previous_secret_until: Date | null;
  readonly active: boolean;
  @Integer() readonly consecutive_failures: number;
  // In an OpenAPI enum, `nullable` alone does not let null pass.
  @ApiProperty({ enum: [...DISABLED_REASONS, null] })
  readonly disabled_reason: DisabledReason | null;
  readonly disabled_at: Date | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

export function toWebhookView({ previous_secret: _previous, ...webhook }: Webhook): WebhookView {
  return { ...webhook, secret: maskSecret(webhook.secret) };
}

/** A subscription whose secret was made just now. */
export function withSecret({ previous_secret: _previous, ...webhook }: Webhook): WebhookView {
  return webhook;
}

/** One event on its way to one subscription, as REST shows it. */
export class DeliveryView {
  @Uuid() readonly id: string;
  readonly event_id: string;
  readonly type: string;
  readonly status: DeliveryStatus;
  @Integer() readonly attempts: number;
  /** HTTP status of the last answer. */
  @Integer() readonly response_status: number | null;
  /** The first 500 characters of the last answer. */
  readonly response_excerpt: string | null;
  @Integer() readonly duration_ms: number | null;
  readonly error: string | null;
  readonly created_at: Date;
  readonly last_attempt_at: Date | null;
}

export function toDeliveryView(delivery: Delivery): DeliveryView {
  const { direction: _direction, webhook_id: _webhook, body: _body, ...view } = delivery;
  return view;
}

/** Answer to a webhook that was taken in. */
export class ReceivedView {
  readonly received: boolean;
}

/** A webhook that came in, as REST shows it. */
export class IncomingWebhookView {
  @Uuid() readonly id: string;
  /** Its `webhook-id`, or an id of ours. */
  readonly event_id: string;
  readonly type: string;
  /** The JSON text exactly as it came. */
  readonly body: string;
  readonly created_at: Date;
}

export function toIncomingWebhookView(delivery: Delivery): IncomingWebhookView {
  const { id, event_id, type, body, created_at } = delivery;
  return { id, event_id, type, body, created_at };
}
