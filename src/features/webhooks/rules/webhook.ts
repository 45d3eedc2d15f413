import type { Subscribable } from './event-types.js';

/** Why a subscription was switched off by VerseLink: its receiver answered 410, or failed too often. */
export const DISABLED_REASONS = ['gone', 'failing'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

/** A subscription: where to tell of which events. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly Subscribable[];
  /** Signs the deliveries. Shown when the subscription is created, and never again. */
  readonly secret: string;
  readonly active: boolean;
  /** Deliveries in a row of which every try failed. */
  readonly consecutive_failures: number;
  /** Set when VerseLink switched it off; an admin who switches it on clears it. */
  readonly disabled_reason: DisabledReason | null;
  readonly disabled_at: Date | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** Deliveries in a row that may fail with all their tries before the subscription is switched off. */
export const MAX_CONSECUTIVE_FAILURES = 5;
