import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsUUID } from 'class-validator';
import { OWN_ACTS, type OwnAct } from '../features/events/rules/acts.js';
import { NOTICE_KINDS, type NoticeKind } from '../features/event-notices/rules/notice.js';
import {
  NOTICE_REASONS,
  type NoticeReason,
  type NoticeReasonCode,
} from '../features/event-notices/rules/why-told.js';
import { SEAT_REASONS, type SeatReason, type SeatReasonCode } from '../features/events/rules/why.js';
import { STAFF_STATUSES, type StaffStatus } from '../features/events/rules/commands.js';
import { EXTRA_ANSWERS } from '../features/events/rules/event.js';
import {
  type MemberAnswer,
  SHIP_POSTS,
  type ShipPost,
  type SignupSource,
  type SignupStatus,
} from '../features/events/rules/roster.js';
import type { SignupRow } from '../features/events/rules/signup-row.js';
import { EVENT_LIMITS as LIMITS } from '../features/events/rules/limits.js';
import type { OwnPeriod } from '../features/events/rules/upcoming.js';
import { EventView } from './events.dto.js';
import { DiscordId, Integer, Uuid, Uuids } from './openapi/formats.js';
import { PageQuery } from './paging/page.dto.js';
import { Name, Nullable, Optional, Text, UuidSet } from './validation/decorators.js';

/** What somebody can say of their signup. */
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

  /** Several of the event's roles, the dearest first: you get the first in which a seat is free, now or from the queue. */
  @Optional()
  @UuidSet(LIMITS.preferences.max)
  readonly role_ids?: string[];

  /** @example "I bring a spare ship." */
  @Nullable()
  @Text(0, 500)
  readonly notes?: string | null;

  /** @example "Cutlass Black" */
  @Nullable()
  @Name(0, 100)
  readonly ship_model?: string | null;
}

/** A place aboard a ship of the event. */
class BoardingDto {
  /** One of the event's ships, to board it; `null` to leave it. It stands alone with `ship_post`, and needs a seat in the event. */
  @Nullable()
  @IsUUID()
  readonly ship_id?: string | null;

  /** What to be aboard; without it one of the crew, or the captain where only that is free. */
  @Optional()
  @IsIn(SHIP_POSTS)
  readonly ship_post?: ShipPost;
}

/** Body of `PATCH` of one's own signup: a field that is left out stays as it is. */
export class UpdateSignupDto extends IntersectionType(SignupDto, BoardingDto) {}

/** Body of `POST` of a signup. */
export class NewSignupDto extends SignupDto {
  /** Whom to sign up; yourself when it is left out. For somebody else you must be staff. */
  @Optional()
  @IsUUID()
  readonly user_id?: string;
}

/** Body of `PATCH` of somebody's signup, by staff. */
export class PlaceSignupDto extends BoardingDto {
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

  /** Whether a signup that waits for approval has it; it stands alone. */
  @Optional()
  @IsBoolean()
  readonly approved?: boolean;
}

/** A signup, as REST shows it. */
export class SignupView implements Omit<SignupRow, 'seen_on'> {
  @Uuid() readonly id: string;
  @Uuid() readonly user_id: string;
  @DiscordId() readonly discord_id: string;
  readonly handle: string;
  @Uuid() readonly role_id: string | null;
  readonly role_name: string | null;
  /** While they wait: the roles that they stand for, the dearest first. */
  @Uuids() readonly role_ids: readonly string[];
  /** `pending`: staff have to approve it. `offered`: a seat is held for them until `offer_expires_at`. */
  readonly status: SignupStatus;
  readonly offer_expires_at: Date | null;
  /** 1 for the first of those waiting. */
  @Integer() readonly position_in_waitlist: number | null;
  readonly notes: string | null;
  /** The ship that they bring. */
  readonly ship_model: string | null;
  /** The ship of the event that they are aboard, and as what. */
  @Uuid() readonly ship_id: string | null;
  // In an OpenAPI enum, `nullable` alone does not let null pass.
  @ApiProperty({ enum: [...SHIP_POSTS, null] })
  readonly ship_post: ShipPost | null;
  readonly source: SignupSource;
  readonly created_at: Date;
  readonly checked_in_at: Date | null;
}

/** Query of `GET /users/me/signups`. */
export class OwnSignupsQuery extends PageQuery {
  /** Events that are still to end, by their start; or those that are over, the last first. */
  @Optional()
  @IsIn(['upcoming', 'past'])
  readonly period: OwnPeriod = 'upcoming';
}

/** One of your events, with what you answered. */
export class OwnSignupView {
  @ApiProperty({ type: EventView }) readonly event: Readonly<EventView>;
  @ApiProperty({ type: SignupView }) readonly signup: Readonly<SignupView>;
  /** What you may do about it now. */
  @ApiProperty({ enum: OWN_ACTS, isArray: true }) readonly acts: readonly OwnAct[];
}

/** Why somebody has a seat or none. */
class SeatReasonView implements SeatReason {
  @ApiProperty({ enum: SEAT_REASONS }) readonly code: SeatReasonCode;
  /** In plain words. */
  readonly detail: string;
  /** The role that it is about; `null` for the event as a whole. */
  @Uuid() readonly role_id: string | null;
}

/** Why somebody was told something, or was not. */
class NoticeReasonView implements NoticeReason {
  @ApiProperty({ enum: NOTICE_KINDS }) readonly kind: NoticeKind;
  @ApiProperty({ enum: NOTICE_REASONS }) readonly code: NoticeReasonCode;
  /** In plain words. */
  readonly detail: string;
  /** When a reminder comes; `null` otherwise. */
  readonly due_at: Date | null;
}

/** Why a signup is as it is. */
export class WhyView {
  @ApiProperty({ type: SignupView }) readonly signup: Readonly<SignupView>;
  @ApiProperty({ type: [SeatReasonView] }) readonly seat: readonly SeatReasonView[];
  @ApiProperty({ type: [NoticeReasonView] }) readonly notices: readonly NoticeReasonView[];
}
