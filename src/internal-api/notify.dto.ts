import { IsIn, IsObject, IsString, MaxLength } from 'class-validator';
import { PLAN_ACTIONS, type PlanAction } from '../features/notifications/rules/plan-notice.js';
import { Nullable, Snowflake } from './validation.js';

/** Body of `POST /internal/notify`. */
export class NotifyDto {
  @Snowflake()
  readonly discord_id: string;

  @IsIn(PLAN_ACTIONS)
  readonly action: PlanAction;

  @Nullable()
  @IsString()
  @MaxLength(100)
  readonly plan?: string | null;

  @Nullable()
  @IsObject()
  readonly metadata?: Readonly<Record<string, unknown>> | null;
}
