import type { PlanAction } from '../../notifications/rules/plan-notice.js';

/** What a subscription costs in each period, in the smallest unit of its currency. */
export interface Price {
  readonly id: string;
  readonly amount: number;
}

/** How a subscription stands with its payment provider. */
export interface Standing {
  /** In Stripe's words. One that we do not know gives no plan. */
  readonly status: string;
  readonly plan: string | null;
  readonly price: Price | null;
}

/** A subscription as the newest of its events left it. */
export interface Subscription extends Standing {
  /** The provider's own id. */
  readonly id: string;
  readonly discord_id: string;
  /** When the provider made its newest event, to the second. */
  readonly told_at: Date;
  /** The events of that second that were taken in: providers repeat themselves. */
  readonly event_ids: readonly string[];
}

/** What one event says about a subscription. */
export interface SubscriptionNews extends Standing {
  readonly event_id: string;
  readonly subscription_id: string;
  /** The member; `null` when the event does not say. */
  readonly discord_id: string | null;
  readonly told_at: Date;
  /** How it stood before, as far as the event says; `null` for a new one. Counts when we know nothing ourselves. */
  readonly before: Standing | null;
}

/** What becomes of a member's plan. */
export interface PlanMove {
  readonly action: PlanAction;
  /** `null`: none. */
  readonly plan: string | null;
  /** Why a plan is taken from somebody who did not cancel it. */
  readonly reason: string | null;
}

/** Statuses with a plan: paid, on trial, or late with a payment that is being tried again (Stripe's life of a subscription). */
const ENTITLING: readonly string[] = ['active', 'trialing', 'past_due'];
/** Statuses that nothing follows. */
const ENDED: readonly string[] = ['canceled', 'incomplete_expired'];

const isEntitled = (standing: Standing | null): standing is Standing =>
  standing !== null && ENTITLING.includes(standing.status);
const hasEnded = ({ status }: Standing): boolean => ENDED.includes(status);

/**
 * A subscription after an event, and what that means for the member's plan.
 * @param before what was known of it, `null` for nothing
 * @returns `null` when the event is a repeat, is older than what is known, or names no member
 */
export function follow(
  before: Subscription | null,
  news: SubscriptionNews,
): { readonly subscription: Subscription; readonly move: PlanMove | null } | null {
  const discordId = news.discord_id ?? before?.discord_id;
  if (discordId === undefined || (before !== null && !supersedes(news, before))) return null;
  const { subscription_id: id, status, plan, price, told_at, event_id } = news;
  const sameSecond = before?.told_at.getTime() === told_at.getTime() ? before.event_ids : [];
  return {
    subscription: {
      id,
      discord_id: discordId,
      status,
      plan,
      price,
      told_at,
      event_ids: [...sameSecond, event_id],
    },
    move: moveOf(before, news),
  };
}

/** Events come in any order; their own time counts, and within one second what cannot be otherwise. */
function supersedes(news: SubscriptionNews, before: Subscription): boolean {
  if (hasEnded(before) || before.event_ids.includes(news.event_id)) return false;
  if (hasEnded(news)) return true;
  if (news.told_at < before.told_at) return false;
  // `incomplete` is the first of all statuses and never comes back.
  return news.status !== 'incomplete' || before.status === 'incomplete';
}

function moveOf(known: Subscription | null, news: SubscriptionNews): PlanMove | null {
  const before = known ?? news.before;
  const { status, plan } = news;
  if (!isEntitled(news)) {
    if (!isEntitled(before)) return null;
    return { action: 'subscription_cancelled', plan: null, reason: hasEnded(news) ? null : status };
  }
  if (!isEntitled(before)) return { action: 'subscription_created', plan, reason: null };
  // Heard of for the first time: its plan was never given by us.
  if (known !== null && known.plan === plan && known.price?.id === news.price?.id) return null;
  return { action: changeOfPrice(before.price, news.price), plan, reason: null };
}

/** A dearer price is an upgrade. */
function changeOfPrice(before: Price | null, after: Price | null): PlanAction {
  const difference = (after?.amount ?? 0) - (before?.amount ?? 0);
  if (difference === 0) return 'subscription_updated';
  return difference > 0 ? 'plan_upgraded' : 'plan_downgraded';
}
