import type { PlanAction } from '../../notifications/rules/plan-notice.js';
import { mappedRoles, type MappedRoles, type RoleMapping } from '../../role-mappings/rules/role-mapping.js';
import { entitles, type PlanItem, type Price, type SubscriptionState } from './subscription.js';

/** What a member has, by all their subscriptions together. */
export interface Entitlement {
  /** `null` when nothing names it. */
  readonly plan: string | null;
  readonly price: Price | null;
}

/** A subscription of a member. */
export interface Holding {
  readonly id: string;
  readonly state: SubscriptionState;
}

/** The holding that gives a member their plan. */
export interface BestHolding<H extends Holding> extends Entitlement {
  readonly holding: H;
}

/** Plans from the least to the best: by the mappings' rank, and where that is equal by their age. */
export function planOrder(mappings: readonly RoleMapping[]): string[] {
  const sorted = [...mappings].sort(
    (one, other) => (one.rank ?? 0) - (other.rank ?? 0) || (one.id < other.id ? -1 : 1),
  );
  return [...new Set(sorted.flatMap(({ verselink_entity_id }) => verselink_entity_id ?? []))];
}

/**
 * The plan of a subscription: that of the item with a mapped key, wherever the item stands, the best if there are several.
 * Without one it is the first key, which has no role but a name.
 */
export function planOfItems(items: readonly PlanItem[], order: readonly string[]): Entitlement {
  const mapped = items.flatMap(({ keys, price, is_fallback = false }) => {
    const plan = keys.find((key) => order.includes(key));
    return plan === undefined ? [] : [{ plan, price, is_fallback }];
  });
  mapped.sort(
    (one, other) =>
      Number(one.is_fallback) - Number(other.is_fallback) ||
      order.indexOf(other.plan) - order.indexOf(one.plan),
  );
  const named = items.find(({ keys }) => keys.length > 0) ?? items[0];
  const { plan, price } = mapped[0] ?? { plan: named?.keys[0] ?? null, price: named?.price ?? null };
  return { plan, price };
}

/** The best plan among subscriptions that give one; of equal plans the one that began first. */
export function bestHolding<H extends Holding>(
  holdings: readonly H[],
  order: readonly string[],
): BestHolding<H> | null {
  const giving = holdings
    .filter(({ state }) => entitles(state))
    .map((holding) => ({ holding, ...planOfItems(holding.state.items, order) }));
  giving.sort(
    (one, other) =>
      rankOf(other.plan, order) - rankOf(one.plan, order) ||
      one.holding.state.started_at.getTime() - other.holding.state.started_at.getTime() ||
      (one.holding.id < other.holding.id ? -1 : 1),
  );
  return giving[0] ?? null;
}

/** What a member is told when their entitlement goes over to another; `null` when nothing changed for them. */
export function transition(
  before: Entitlement | null,
  after: Entitlement | null,
  order: readonly string[],
): PlanAction | null {
  if (before === null) return after === null ? null : 'subscription_created';
  if (after === null) return 'subscription_cancelled';
  if (before.plan === after.plan) return samePlan(before.price, after.price);
  const [from, to] = [rankOf(before.plan, order), rankOf(after.plan, order)];
  if (from >= 0 && to >= 0) return to > from ? 'plan_upgraded' : 'plan_downgraded';
  return byAmount(before.price, after.price);
}

/** A price that becomes known is no change. */
function samePlan(before: Price | null, after: Price | null): PlanAction | null {
  if (before === null || after === null || before.id === after.id) return null;
  return byAmount(before, after);
}

/** Amounts say something only within one interval and currency. */
function byAmount(before: Price | null, after: Price | null): PlanAction {
  if (before === null || after === null) return 'subscription_updated';
  if (before.interval !== after.interval || before.currency !== after.currency) return 'subscription_updated';
  if (before.amount === null || after.amount === null || before.amount === after.amount) {
    return 'subscription_updated';
  }
  return after.amount > before.amount ? 'plan_upgraded' : 'plan_downgraded';
}

function rankOf(plan: string | null, order: readonly string[]): number {
  return plan === null ? -1 : order.indexOf(plan);
}

/** The roles that mappings give to who has a plan, and those that stay with who lost theirs. */
export function rolesOfPlan(entitlement: Entitlement | null, mappings: readonly RoleMapping[]): MappedRoles {
  return mappedRoles(
    mappings,
    ({ verselink_entity_id: plan }) => plan !== null && plan === entitlement?.plan,
  );
}
