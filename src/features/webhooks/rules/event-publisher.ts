import type { WebhookEvent } from './event-types.js';

/** Tells subscribed webhooks of an event: a port, for rooms that must know that nothing was lost. */
export abstract class EventPublisher {
  /** Idempotent by `event_id`. Once it returns, every delivery is written; it throws when that could not be done. */
  abstract publish(event: WebhookEvent): Promise<void>;
}
