import type { Delivery, DeliveryStatus } from '../../features/webhooks/rules/delivery.js';
import { Integer, Uuid } from '../openapi/formats.js';

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
