import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsObject, IsString, MaxLength } from 'class-validator';
import type { MemberPlan } from '../features/plans/entitlements.service.js';
import { PLAN_ACTIONS, type PlanAction } from '../features/notifications/rules/plan-notice.js';
import type { PlanChange, PlanStep, PlanStepState } from '../features/plans/rules/plan-change.js';
import { entitles } from '../features/plans/rules/subscription.js';
import type { SubscriptionStanding } from '../features/plans/subscriptions.service.js';
import { DiscordId, DiscordIds, Uuid } from './openapi/formats.js';
import { Name, Nullable, Snowflake } from './validation/decorators.js';

/** Body of `POST /plans/changes`. */
export class PlanChangeDto {
  /** @example "100000000000000001" */
  @Snowflake()
  readonly discord_id: string;

  /** @example "plan_upgraded" */
  @IsIn(PLAN_ACTIONS)
  readonly action: PlanAction;

  /**
   * The plan from now on; only `subscription_cancelled` needs none.
   * @example "pro"
   */
  @Nullable()
  @Name(1, 100)
  readonly plan?: string | null;

  /** Shown to the member: `email`, `old_plan`, `new_plan` and `reason`. */
  @Nullable()
  @IsObject()
  readonly metadata?: Record<string, unknown> | null;

  /** Your own id of this change; sent again, it is carried out once. */
  @Nullable()
  @IsString()
  @MaxLength(200)
  readonly external_id?: string | null;
}

/** Body of `POST /plans/unmatched/{id}/match`. */
export class MatchDto {
  /** @example "100000000000000001" */
  @Snowflake()
  readonly discord_id: string;
}

/** A subscription, as REST shows it. */
export class SubscriptionView {
  @Uuid() readonly id: string;
  /** The payment provider's own id of it. */
  readonly subscription_id: string;
  readonly customer_id: string | null;
  readonly email: string | null;
  /** What may name its plan: lookup keys, nicknames and metadata of its items. */
  readonly plan_keys: string[];
  /** In Stripe's words. */
  readonly status: string;
  /** Whether its member has a plan by it. */
  readonly entitles: boolean;
  readonly period_end: Date | null;
  /** The member; `null` as long as it is not matched. */
  @ApiProperty({ type: String, nullable: true })
  readonly discord_id: string | null;
  readonly created_at: Date;
}

export function toSubscriptionView({ subscription, state }: SubscriptionStanding): SubscriptionView {
  const { id, source_id, customer_id, email, discord_id, created_at } = subscription;
  const { status, items, period_end } = state;
  return {
    id,
    subscription_id: source_id,
    customer_id,
    email,
    plan_keys: [...new Set(items.flatMap(({ keys }) => keys))],
    status,
    entitles: entitles(state),
    period_end,
    discord_id,
    created_at,
  };
}

/** A change of plan, as REST shows it. */
export class PlanChangeView {
  @Uuid() readonly id: string;
  @DiscordId() readonly discord_id: string;
  readonly action: PlanAction;
  readonly plan: string | null;
  readonly external_id: string | null;
  readonly steps: Record<PlanStep, PlanStepState>;
  readonly created_at: Date;
}

export function toPlanChangeView(change: PlanChange): PlanChangeView {
  const { id, discord_id, action, plan, source_id, steps, created_at } = change;
  return { id, discord_id, action, plan, external_id: source_id, steps, created_at };
}

/** The plan that a member has, as REST shows it. */
export class MemberPlanView {
  @DiscordId() readonly discord_id: string;
  /** Whether the member has a plan; without one the rest is `null`. */
  readonly entitled: boolean;
  readonly plan: string | null;
  /** How its payment stands: `active`, `trialing` or `past_due`. */
  readonly status: string | null;
  readonly since: Date | null;
  /** Paid until, or over then. */
  readonly until: Date | null;
  readonly renews: boolean | null;
  /** The roles of the main server that it gives. */
  @DiscordIds() readonly roles: string[];
}

export function toMemberPlanView(discordId: string, member: MemberPlan | null): MemberPlanView {
  const { plan = null, status = null, since = null, until = null, renews = null, roles = [] } = member ?? {};
  return {
    discord_id: discordId,
    entitled: member !== null,
    plan,
    status,
    since,
    until,
    renews,
    roles: [...roles],
  };
}
