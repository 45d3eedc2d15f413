import { IsIn, IsObject, IsString, MaxLength } from 'class-validator';
import { PLAN_ACTIONS, type PlanAction } from '../features/notifications/rules/plan-notice.js';
import type { PlanChange, PlanStep, PlanStepState } from '../features/plans/rules/plan-change.js';
import { DiscordId, Uuid } from './openapi/formats.js';
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
   * The plan from now on; roles mapped to it are given, those of other plans taken.
   * @example "pro"
   */
  @Nullable()
  @Name(1, 100)
  readonly plan?: string | null;

  /** Shown to the member: email, old_plan, new_plan, reason. */
  @Nullable()
  @IsObject()
  readonly metadata?: Record<string, unknown> | null;

  /** Your own id of this change; sent again, it is carried out once. */
  @Nullable()
  @IsString()
  @MaxLength(200)
  readonly external_id?: string | null;
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
