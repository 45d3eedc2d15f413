import { IsIn, IsUUID } from 'class-validator';
import { STAFF_STATUSES, type StaffStatus } from '../../features/events/rules/commands.js';
import { Name, Nullable, Optional, Text } from '../validation/decorators.js';

/** Body of `PATCH` of one's own signup: a field that is left out stays as it is. */
export class SignupDto {
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

  /** A seat, a place at the end of the queue, a mark, or nothing any more. */
  @Optional()
  @IsIn(STAFF_STATUSES)
  readonly status?: StaffStatus;
}
