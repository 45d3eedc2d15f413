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
  /** Signs besides it until `previous_secret_until`, so that receivers need not change at the same moment. */
  readonly previous_secret: string | null;
  readonly previous_secret_until: Date | null;
  readonly active: boolean;
  /** Deliveries in a row of which every try failed. */
  readonly consecutive_failures: number;
  /** Set when VerseLink switched it off; an admin who switches it on clears it. */
  readonly disabled_reason: DisabledReason | null;
  readonly disabled_at: Date | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** How long the secret before is valid besides the new one. */
export const ROTATION_MS = 86_400_000;

/** The secrets that deliveries are signed with, the present one first. */
export function signingSecrets(
  { secret, previous_secret, previous_secret_until }: Webhook,
  now: Date,
): readonly [string, ...string[]] {
  const isValid = previous_secret !== null && previous_secret_until !== null && previous_secret_until > now;
  return isValid ? [secret, previous_secret] : [secret];
}

/** Deliveries in a row that may fail with all their tries before the subscription is switched off. */
export const MAX_CONSECUTIVE_FAILURES = 5;
