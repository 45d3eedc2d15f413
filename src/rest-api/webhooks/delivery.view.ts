import { IsDate, IsIn, IsInt, IsString, IsUUID } from 'class-validator';
import {
  DELIVERY_STATUSES,
  type Delivery,
  type DeliveryStatus,
} from '../../features/webhooks/rules/delivery.js';
import { Nullable } from '../validation/decorators.js';

/** One event on its way to one subscription, as REST shows it. */
export class DeliveryView {
  @IsUUID() readonly id: string;
  @IsString() readonly event_id: string;
  @IsString() readonly type: string;
  @IsIn(DELIVERY_STATUSES) readonly status: DeliveryStatus;
  @IsInt() readonly attempts: number;
  /** HTTP status of the last answer. */
  @Nullable() @IsInt() readonly response_status: number | null;
  /** The first 500 characters of the last answer. */
  @Nullable() @IsString() readonly response_excerpt: string | null;
  @Nullable() @IsInt() readonly duration_ms: number | null;
  @Nullable() @IsString() readonly error: string | null;
  @IsDate() readonly created_at: Date;
  @Nullable() @IsDate() readonly last_attempt_at: Date | null;
}

export function toDeliveryView(delivery: Delivery): DeliveryView {
  const { direction: _direction, webhook_id: _webhook, body: _body, ...view } = delivery;
  return view;
}
