/** What an item costs in each interval, in the smallest unit of its currency; `null` where the provider does not say. */
export interface Price {
  readonly id: string;
  readonly amount: number | null;
  readonly currency: string | null;
  /** For example `month` or `3 month`. */
  readonly interval: string | null;
}

/** One thing that a subscription is for. */
export interface PlanItem {
  /** What may name its plan: the price's lookup key, its nickname, then metadata. */
  readonly keys: readonly string[];
  readonly price: Price | null;
  /** Named by the subscription's own metadata, which counts only where no item of it is mapped to a plan. */
  readonly is_fallback?: boolean;
}

/** Why a plan is withheld although its subscription goes on. */
export type Withheld = 'refunded' | 'disputed';

/**
 * What one event says about a subscription.
 * `state`: how it stands · `paid`: a payment arrived · `refunded`, `disputed`: it was taken back · `dispute_won`: it came again.
 */
export interface Telling {
  /** The provider's own id of the event. */
  readonly event_id: string;
  readonly kind: 'state' | 'paid' | Withheld | 'dispute_won';
  /** When the provider made the event, to the second. */
  readonly told_at: Date;
  /** The member, if the event names one. */
  readonly discord_id?: string | null;
  /** In Stripe's words; only of a `state`. */
  readonly status?: string;
  readonly items?: readonly PlanItem[];
  readonly started_at?: Date | null;
  /** Paid until. */
  readonly period_end?: Date | null;
  /** When it will end, for one that was cancelled before the end of its period. */
  readonly ends_at?: Date | null;
}

/** A subscription as everything that was said of it leaves it. */
export interface SubscriptionState {
  readonly status: string;
  readonly items: readonly PlanItem[];
  readonly started_at: Date;
  readonly period_end: Date | null;
  readonly ends_at: Date | null;
  readonly withheld: Withheld | null;
}

/** Statuses with a plan: paid, on trial, or late with a payment that is being tried again. */
const ENTITLING: readonly string[] = ['active', 'trialing', 'past_due'];
/** Statuses that nothing follows. */
const ENDED: readonly string[] = ['canceled', 'incomplete_expired'];
/** Before the first payment, or before the subscription itself was heard of. */
const UNPAID_YET: readonly string[] = ['incomplete', 'unknown'];

/** Within one second, by what cannot be otherwise: nothing is refunded before it was paid. */
const ORDER_WITHIN_SECOND = ['state', 'paid', 'refunded', 'disputed', 'dispute_won'] as const;

/** Whether a member has the plan of a subscription that stands like this. */
export function entitles({ status, withheld }: SubscriptionState): boolean {
  return ENTITLING.includes(status) && withheld === null;
}

export function hasEnded({ status }: SubscriptionState): boolean {
  return ENDED.includes(status);
}

/**
 * How a subscription stands after everything that was said of it, in whatever order that arrived and however often.
 * @param base how it stood before the oldest telling
 * @returns `null` when nothing was said of it
 */
export function stateOf(
  tellings: readonly Telling[],
  base: SubscriptionState | null = null,
): SubscriptionState | null {
  return inOrder(tellings).reduce<SubscriptionState | null>(after, base);
}

/** Tellings in the order of their own time, each once. The end is last: nothing follows it, however late it arrives. */
export function inOrder(tellings: readonly Telling[]): Telling[] {
  const unique = [...new Map(tellings.map((telling) => [telling.event_id, telling])).values()];
  return unique.sort(
    (one, other) =>
      Number(isEnd(one)) - Number(isEnd(other)) ||
      one.told_at.getTime() - other.told_at.getTime() ||
      placeInSecond(one) - placeInSecond(other),
  );
}

function isEnd({ status }: Telling): boolean {
  return status !== undefined && ENDED.includes(status);
}

/** `incomplete` is the first of all statuses and never comes back. */
function placeInSecond({ kind, status }: Telling): number {
  return status === 'incomplete' ? -1 : ORDER_WITHIN_SECOND.indexOf(kind);
}

function after(state: SubscriptionState | null, telling: Telling): SubscriptionState {
  const before = state ?? unknownAt(telling.told_at);
  if (hasEnded(before)) return before;
  switch (telling.kind) {
    case 'state':
      return {
        status: telling.status ?? before.status,
        items: telling.items?.length ? telling.items : before.items,
        started_at: telling.started_at ?? before.started_at,
        period_end: telling.period_end ?? before.period_end,
        ends_at: telling.ends_at ?? null,
        withheld: before.withheld,
      };
    case 'paid':
      return paid(before, telling);
    case 'dispute_won':
      return { ...before, withheld: before.withheld === 'disputed' ? null : before.withheld };
    default:
      return { ...before, withheld: telling.kind };
  }
}

/** A payment says what a subscription's own events say too, and may arrive before them; it names a plan only if it can. */
function paid(before: SubscriptionState, { items = [], period_end }: Telling): SubscriptionState {
  const known = before.items.length > 0 ? before.items : items;
  const begins = UNPAID_YET.includes(before.status) && known.length > 0;
  return {
    ...before,
    items: known,
    status: begins ? 'active' : before.status,
    period_end: period_end ?? before.period_end,
    withheld: null,
  };
}

/** How a subscription stands of which nothing was said yet but that it exists. */
export function unknownAt(at: Date): SubscriptionState {
  return { status: 'unknown', items: [], started_at: at, period_end: null, ends_at: null, withheld: null };
}
