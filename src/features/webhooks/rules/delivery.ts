import type { AnnouncedEvent } from './event-types.js';

/**
 * Outgoing: `pending` until it is `delivered` or `failed` with every try; `cancelled` when its subscription went away.
 * Incoming: `received`.
 */
export const DELIVERY_STATUSES = ['pending', 'delivered', 'failed', 'cancelled', 'received'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** One event on its way to one subscription, or one that came in. */
export interface Delivery {
  readonly id: string;
  readonly direction: 'outgoing' | 'incoming';
  /** `null` for what came in. */
  readonly webhook_id: string | null;
  readonly event_id: string;
  readonly type: string;
  /** The JSON text exactly as it is signed and sent, or as it came in. */
  readonly body: string;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  /** HTTP status of the last answer. */
  readonly response_status: number | null;
  /** Beginning of the last answer's body. */
  readonly response_excerpt: string | null;
  /** How long the last try took, in milliseconds. */
  readonly duration_ms: number | null;
  /** What was wrong with the last try, in plain words. */
  readonly error: string | null;
  readonly created_at: Date;
  readonly last_attempt_at: Date | null;
}

/** What one try came to. */
export type Attempt = Pick<Delivery, 'response_status' | 'response_excerpt' | 'duration_ms' | 'error'>;

/** Characters of an answer that are kept. */
export const EXCERPT_LENGTH = 500;

/** What receivers get: written once, so that every try sends and signs the same bytes. */
export function deliveryBody({ event_id, type, occurred_at, data }: AnnouncedEvent): string {
  return JSON.stringify({ id: event_id, type, timestamp: occurred_at.toISOString(), data });
}
