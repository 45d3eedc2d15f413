import { IsIn, IsUUID } from 'class-validator';
import { STAFF_STATUSES, type StaffStatus } from '../features/events/rules/commands.js';
import { EXTRA_ANSWERS } from '../features/events/rules/event.js';
import type { MemberAnswer, SignupSource, SignupStatus } from '../features/events/rules/roster.js';
import type { SignupRow } from '../features/events/rules/signup-row.js';
import { DiscordId, Integer, Uuid } from './openapi/formats.js';
import { Name, Nullable, Optional, Text } from './validation/decorators.js';

/** Body of `PATCH` of one's own signup: a field that is left out stays as it is. */
export class SignupDto {
  /**
   * A seat, or an answer that the event offers (`answers`).
   * @example "confirmed"
   */
  @Optional()
  @IsIn(['confirmed', ...EXTRA_ANSWERS])
  readonly status?: MemberAnswer;

  /** One of the event's roles; `null` for none. */
  @Nullable()
  @IsUUID()
  readonly role_id?: string | null;

  /** @example "I bring a spare ship." */
  @Nullable()
  @Text(0, 500)
  readonly notes?: string | null;

  /** @example "Cutlass Black" */
  @Nullable()
  @Name(0, 100)
  readonly ship_model?: string | null;
}

/** Body of `POST` of a signup. */
export class NewSignupDto extends SignupDto {
  /** Whom to sign up; yourself when it is left out. For somebody else you must be staff. */
  @Optional()
  @IsUUID()
  readonly user_id?: string;
}

/** Body of `PATCH` of somebody's signup, by staff. */
export class PlaceSignupDto {
  /** One of the event's roles; `null` for none. */
  @Nullable()
  @IsUUID()
  readonly role_id?: string | null;

  /**
   * A seat, a place at the end of the queue, a mark, an answer that the event offers, or nothing any more.
   * @example "confirmed"
   */
  @Optional()
  @IsIn(STAFF_STATUSES)
  readonly status?: StaffStatus;
}

/** A signup, as REST shows it. */
export class SignupView implements Omit<SignupRow, 'seen_on'> {
  @Uuid() readonly id: string;
  @Uuid() readonly user_id: string;
  @DiscordId() readonly discord_id: string;
  readonly handle: string;
  @Uuid() readonly role_id: string | null;
  readonly role_name: string | null;
  readonly status: SignupStatus;
  /** 1 for the first of those waiting. */
  @Integer() readonly position_in_waitlist: number | null;
  readonly notes: string | null;
  readonly ship_model: string | null;
  readonly source: SignupSource;
  readonly created_at: Date;
  readonly checked_in_at: Date | null;
}
