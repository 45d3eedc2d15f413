import type { PlanAction } from '../../notifications/rules/plan-notice.js';
import { bestHolding, transition, type BestHolding, type Entitlement, type Holding } from './entitlement.js';
import type { PlanChange, PlanSource } from './plan-change.js';
import { hasEnded } from './subscription.js';

/** What an admin said with a change. */
export interface AdminWord {
  readonly action: PlanAction;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** A member's subscription, with what a message may tell of it. */
export interface MemberHolding extends Holding {
  readonly source: PlanSource;
  /** The source's own id of it. */
  readonly source_id: string;
  readonly customer_id: string | null;
  readonly email: string | null;
  readonly said: AdminWord | null;
  /** When it was last written. */
  readonly updated_at: Date;
}

/** What a member had, and has now. */
export interface Situation {
  readonly discordId: string;
  /** The member's newest transition; `null` when there was none yet. */
  readonly last: PlanChange | null;
  readonly holdings: readonly MemberHolding[];
  /** Plans from the least to the best. */
  readonly order: readonly string[];
}

/** A transition to be written. */
export type NextChange = Omit<PlanChange, 'id' | 'source_id' | 'steps' | 'created_at'>;

/** The transition that the member's entitlement makes now; `null` when it is what it was. */
export function nextChange({ discordId, last, holdings, order }: Situation): NextChange | null {
  const now = bestHolding(holdings, order);
  const before: Entitlement | null = last?.entitled === true ? last : null;
  const newest = newestOf(holdings);
  const cause = now?.holding ?? newest;
  if (cause === null) return null;
  // What an admin said is about their own change, and not about what becomes of it later.
  const said = cause === newest ? cause.said : null;
  const action = wordedBy(said, last, transition(before, now, order));
  if (action === null) return null;
  return {
    discord_id: discordId,
    revision: (last?.revision ?? 0) + 1,
    action,
    entitled: now !== null,
    plan: now?.plan ?? null,
    price: now?.price ?? null,
    metadata: said?.metadata ?? metadataOf(action, cause, before, now),
    source: cause.source,
  };
}

/** An admin knows what we do not: which of two plans without an order is better, and what came before VerseLink. */
function wordedBy(
  said: AdminWord | null,
  last: PlanChange | null,
  action: PlanAction | null,
): PlanAction | null {
  if (said === null) return action;
  const isEnd = said.action === 'subscription_cancelled';
  if (last === null) return action === null && !isEnd ? null : said.action;
  return action === 'subscription_updated' && !isEnd ? said.action : action;
}

function newestOf(holdings: readonly MemberHolding[]): MemberHolding | null {
  const [newest = null] = [...holdings].sort(
    (one, other) => other.updated_at.getTime() - one.updated_at.getTime(),
  );
  return newest;
}

function metadataOf(
  action: PlanAction,
  { source_id, customer_id, email, state, updated_at }: MemberHolding,
  before: Entitlement | null,
  now: BestHolding<MemberHolding> | null,
): Readonly<Record<string, unknown>> {
  const about = { subscription_id: source_id, customer_id };
  switch (action) {
    case 'subscription_created':
      return { ...about, email, subscription_type: now?.price?.interval ?? null };
    case 'subscription_cancelled': {
      const reason = state.withheld ?? (hasEnded(state) ? null : state.status);
      return { ...about, reason, cancelled_at: updated_at.toISOString() };
    }
    case 'subscription_updated':
      return about;
    default:
      return { ...about, old_plan: before?.plan ?? null, new_plan: now?.plan ?? null };
  }
}
