import type { AdminWord } from './next-change.js';
import type { PlanSource } from './plan-change.js';
import { inOrder, stateOf, type SubscriptionState, type Telling } from './subscription.js';

/** What one event says about a subscription, and whose it is. */
export interface SubscriptionNews {
  readonly source: PlanSource;
  /** The source's own id of the subscription. */
  readonly source_id: string;
  /** `null` when it says only whose it is. */
  readonly telling: Telling | null;
  /** The member; `null` when the event does not say. */
  readonly discord_id: string | null;
  readonly customer_id: string | null;
  readonly email: string | null;
  readonly payment_refs: readonly string[];
  readonly said: AdminWord | null;
}

/** What was said of a subscription so far. */
export interface Told {
  readonly tellings: readonly Telling[];
  readonly base: SubscriptionState | null;
  readonly base_told_at: Date | null;
}

/** Tellings of a subscription that are kept; a year of a usual one has fewer. */
const KEPT = 60;
const COMPACTED_TO = 40;

/**
 * What was said of a subscription with one more telling. The oldest of very many are summed up; one that is older than
 * that changes nothing any more.
 * @returns `null` when it was told before
 */
export function withTelling(told: Told, telling: Telling): Told | null {
  const isKnown = told.tellings.some(({ event_id }) => event_id === telling.event_id);
  const isTooOld = told.base_told_at !== null && telling.told_at < told.base_told_at;
  if (isKnown || isTooOld) return null;
  const tellings = [...told.tellings, telling];
  if (tellings.length <= KEPT) return { ...told, tellings };
  const sorted = inOrder(tellings);
  const summed = sorted.slice(0, -COMPACTED_TO);
  return {
    tellings: sorted.slice(-COMPACTED_TO),
    base: stateOf(summed, told.base),
    base_told_at: summed.at(-1)?.told_at ?? told.base_told_at,
  };
}
