import { IsDate, IsIn, IsInt, IsString, IsUUID } from 'class-validator';
import {
  SIGNUP_SOURCES,
  SIGNUP_STATUSES,
  type SignupSource,
  type SignupStatus,
} from '../../features/events/rules/roster.js';
import type { SignupRow } from '../../features/events/rules/signup-row.js';
import { Nullable, Snowflake } from '../validation/decorators.js';

/** A signup, as REST shows it. */
export class SignupView implements SignupRow {
  @IsUUID() readonly id: string;
  @IsUUID() readonly user_id: string;
  @Snowflake() readonly discord_id: string;
  @IsString() readonly handle: string;
  @Nullable() @IsUUID() readonly role_id: string | null;
  @Nullable() @IsString() readonly role_name: string | null;
  @IsIn(SIGNUP_STATUSES) readonly status: SignupStatus;
  /** 1 for the first of those waiting. */
  @Nullable() @IsInt() readonly position_in_waitlist: number | null;
  @Nullable() @IsString() readonly notes: string | null;
  @Nullable() @IsString() readonly ship_model: string | null;
  @IsIn(SIGNUP_SOURCES) readonly source: SignupSource;
  @IsDate() readonly created_at: Date;
  @Nullable() @IsDate() readonly checked_in_at: Date | null;
}
