import { ApiProperty, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsUUID, ValidateNested } from 'class-validator';
import {
  type Event,
  EVENT_TYPES,
  type EventState,
  type EventType,
  EXTRA_ANSWERS,
  type ExtraAnswer,
} from '../features/events/rules/event.js';
import { EVENT_LIMITS as LIMITS } from '../features/events/rules/limits.js';
import { VISIBILITIES, type Visibility } from '../features/organizations/rules/organization.js';
import {
  EditedShipDto,
  EventRoleView,
  FleetShipDto,
  FleetShipView,
  NewRoleDto,
  RoleDto,
} from './event-parts.dto.js';
import { DiscordIds, Integer, Uuid, Uuids } from './openapi/formats.js';
import {
  Moment,
  Name,
  Nullable,
  Optional,
  ReminderOffsets,
  RequiredWithout,
  Snowflakes,
  Text,
  UuidSet,
  WebUrl,
  Whole,
} from './validation/decorators.js';

/** What may be left out of an event. */
export class EventFieldsDto {
  /** @example "Ruin Station" */
  @Nullable()
  @Name(1, LIMITS.location.max)
  readonly location?: string | null;

  @Optional()
  @IsIn(VISIBILITIES)
  readonly visibility?: Visibility;

  @Optional()
  @IsArray()
  @ArrayMaxSize(LIMITS.fleet_ships.max)
  @ValidateNested({ each: true })
  @Type(() => FleetShipDto)
  @ApiProperty({
    type: [FleetShipDto],
    maxItems: LIMITS.fleet_ships.max,
    example: [{ ship_model: 'Hull C', required_crew: 3 }],
  })
  readonly fleet_ships?: readonly FleetShipDto[];

  @Nullable()
  @WebUrl()
  readonly banner_url?: string | null;

  /** Discord roles of the organization's servers: when there are any, signing up is for their holders and for members. */
  @Optional()
  @Snowflakes(LIMITS.signup_roles.max)
  readonly signup_role_ids?: string[];

  /** With it signing up is for the organization's members, and holders of `signup_role_ids`, although others see the event. */
  @Optional()
  @IsBoolean()
  readonly members_only?: boolean;

  /** With it only the choice of a role takes a seat, where the event has roles. */
  @Optional()
  @IsBoolean()
  readonly role_required?: boolean;

  /** With it staff approve each signup: until then it takes neither a seat nor a place in the queue. Without it again, all are approved. */
  @Optional()
  @IsBoolean()
  readonly approval_required?: boolean;

  /**
   * How long a seat that frees is held for the first who waits; who does not take it leaves the queue. `null`: they have it at once,
   * as near the start in any case.
   */
  @Nullable()
  @Whole(LIMITS.offer_minutes)
  readonly offer_minutes?: number | null;

  /** Members of the organization who may change the event as its creator may. */
  @Optional()
  @UuidSet(LIMITS.co_organizers.max)
  readonly co_organizer_ids?: string[];

  /** What members can answer beside taking a seat or none. */
  @Optional()
  @IsArray()
  @ArrayUnique()
  @IsIn(EXTRA_ANSWERS, { each: true })
  @ApiProperty({ enum: EXTRA_ANSWERS, isArray: true })
  readonly answers?: readonly ExtraAnswer[];

  /** From when on members neither sign up nor change to a seat or role; not after the end of the event. */
  @Nullable()
  @Moment()
  readonly signup_closes_at?: Date | null;

  /** Whether members' answers stay as they are; you may still change them. */
  @Optional()
  @IsBoolean()
  readonly locked?: boolean;

  /** How many minutes before the start it is reminded of; as each server says when left out, not at all when empty. */
  @Nullable()
  @ReminderOffsets()
  readonly reminder_offsets_minutes?: readonly number[] | null;
}

/** Body of `POST /events`. */
export class CreateEventDto extends EventFieldsDto {
  /** @example "01980000-0000-7000-8000-000000000000" */
  @IsUUID()
  readonly org_id: string;

  /** A template of the organization: it says what is left out here. */
  @Optional()
  @IsUUID()
  readonly template_id?: string;

  /** @example "Convoy to Pyro" */
  @RequiredWithout('template_id')
  @Name(LIMITS.title.min, LIMITS.title.max)
  readonly title?: string;

  /** @example "We meet at the station and fly out together." */
  @RequiredWithout('template_id')
  @Text(LIMITS.description.min, LIMITS.description.max)
  readonly description?: string;

  /** @example "trading" */
  @RequiredWithout('template_id')
  @IsIn(EVENT_TYPES)
  readonly type?: EventType;

  /**
   * In the future.
   * @example "2042-01-07T19:00:00.000Z"
   */
  @Moment()
  readonly start_at_utc: Date;

  /** @example 120 */
  @RequiredWithout('template_id')
  @Whole(LIMITS.duration_minutes)
  readonly duration_minutes?: number;

  /**
   * Limit over all roles; without it there is none.
   * @example 40
   */
  @Nullable()
  @Whole(LIMITS.max_participants)
  readonly max_participants?: number | null;

  @Optional()
  @IsArray()
  @ArrayMaxSize(LIMITS.roles.max)
  @ValidateNested({ each: true })
  @Type(() => NewRoleDto)
  @ApiProperty({
    type: [NewRoleDto],
    maxItems: LIMITS.roles.max,
    example: [{ name: 'Pilot', capacity: 4, emoji: '🚀' }],
  })
  readonly roles?: readonly NewRoleDto[];

  @Optional()
  @IsIn(['draft', 'published'])
  readonly state?: 'draft' | 'published';
}

/** Body of `PATCH /events/{id}`: a field that is left out stays as it is. */
export class EditEventDto extends OmitType(EventFieldsDto, ['fleet_ships']) {
  /** @example "Convoy to Pyro, again" */
  @Optional()
  @Name(LIMITS.title.min, LIMITS.title.max)
  readonly title?: string;

  @Optional()
  @Text(LIMITS.description.min, LIMITS.description.max)
  readonly description?: string;

  @Optional()
  @IsIn(EVENT_TYPES)
  readonly type?: EventType;

  /**
   * In the future, unless the event runs already.
   * @example "2042-01-08T19:00:00.000Z"
   */
  @Optional()
  @Moment()
  readonly start_at_utc?: Date;

  /** @example 150 */
  @Optional()
  @Whole(LIMITS.duration_minutes)
  readonly duration_minutes?: number;

  /** At least the confirmed signups; `null` for no limit. */
  @Nullable()
  @Whole(LIMITS.max_participants)
  readonly max_participants?: number | null;

  /** All the roles: one that is missing is removed, which works while no one has signed up for it. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(LIMITS.roles.max)
  @ValidateNested({ each: true })
  @Type(() => RoleDto)
  @ApiProperty({ type: [RoleDto], maxItems: LIMITS.roles.max })
  readonly roles?: readonly RoleDto[];

  /** All the ships: one that is missing is removed, which works while no one is aboard. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(LIMITS.fleet_ships.max)
  @ValidateNested({ each: true })
  @Type(() => EditedShipDto)
  @ApiProperty({ type: [EditedShipDto], maxItems: LIMITS.fleet_ships.max })
  readonly fleet_ships?: readonly EditedShipDto[];
}

/** An event, as REST shows it. */
export class EventView implements Omit<
  Event,
  'seats' | 'edition' | 'shown' | 'check_in_shown' | 'signups_closed' | 'calendar_key_version'
> {
  @Uuid() readonly id: string;
  @Uuid() readonly org_id: string;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly type: EventType;
  readonly state: EventState;
  readonly visibility: Visibility;
  readonly start_at_utc: Date;
  @Integer() readonly duration_minutes: number;
  readonly location: string | null;
  @Integer() readonly max_participants: number | null;
  @ApiProperty({ type: [EventRoleView] }) readonly roles: readonly EventRoleView[];
  @ApiProperty({ type: [FleetShipView] }) readonly fleet_ships: readonly FleetShipView[];
  readonly banner_url: string | null;
  /** Discord roles whose holders may sign up beside the organization's members. */
  @DiscordIds() readonly signup_role_ids: readonly string[];
  /** Whether signing up is for the organization's members, and holders of `signup_role_ids`. */
  readonly members_only: boolean;
  /** Members who may change the event as its creator may. */
  @Uuids() readonly co_organizer_ids: readonly string[];
  /** Whether only the choice of a role takes a seat, where the event has roles. */
  readonly role_required: boolean;
  /** Whether staff approve each signup before it takes a seat or a place in the queue. */
  readonly approval_required: boolean;
  /** How long a seat that frees is held for the first who waits. */
  @Integer() readonly offer_minutes: number | null;
  /** What members can answer beside taking a seat or none. */
  @ApiProperty({ enum: EXTRA_ANSWERS, isArray: true }) readonly answers: readonly ExtraAnswer[];
  /** From when on members neither sign up nor change to a seat or role. */
  readonly signup_closes_at: Date | null;
  /** Whether members' answers stay as they are. */
  readonly locked: boolean;
  /** How many minutes before the start it is reminded of; null: as each server says. */
  @ApiProperty({ type: 'array', items: { type: 'integer' }, nullable: true })
  readonly reminder_offsets_minutes: readonly number[] | null;
  /** Why the event was cancelled, in the organizer's words. */
  readonly cancel_reason: string | null;
  /** The series that it is an occurrence of; `null` for one that stands alone. */
  @Uuid() readonly series_id: string | null;
  /** The day that it stands for in its series, also after it was moved. */
  @ApiProperty({ format: 'date' }) readonly occurrence_on: string | null;
  /** Raised by each change of fields or state, not by signups. */
  @Integer() readonly revision: number;
  @Integer() readonly confirmed_count: number;
  @Integer() readonly waitlist_count: number;
  /** Seats that are held for those who are offered one. */
  @Integer() readonly offered_count: number;
  /** Signups that staff have to approve. */
  @Integer() readonly pending_count: number;
  /** Those of the confirmed who come late. */
  @Integer() readonly late_count: number;
  @Integer() readonly tentative_count: number;
  @Integer() readonly absent_count: number;
  /** Those of the confirmed who are there. */
  @Integer() readonly checkin_count: number;
  @Uuid() readonly created_by: string;
  readonly created_at: Date;
  readonly updated_at: Date;
}
