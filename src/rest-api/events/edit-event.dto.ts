import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, ValidateNested } from 'class-validator';
import { EVENT_TYPES, type EventType } from '../../features/events/rules/event.js';
import { EVENT_LIMITS as LIMITS } from '../../features/events/rules/limits.js';
import { VISIBILITIES, type Visibility } from '../../features/organizations/rules/organization.js';
import { Moment, Name, Nullable, Optional, Snowflakes, Text, WebUrl } from '../validation/decorators.js';
import { FleetShipDto, RoleDto } from './event-parts.dto.js';
import { Whole } from './event-rules.js';

/** Body of `PATCH /events/{id}`: a field that is left out stays as it is. */
export class EditEventDto {
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
  readonly start_at_utc?: string;

  /** @example 150 */
  @Optional()
  @Whole(LIMITS.duration_minutes)
  readonly duration_minutes?: number;

  @Nullable()
  @Name(1, LIMITS.location.max)
  readonly location?: string | null;

  @Optional()
  @IsIn(VISIBILITIES)
  readonly visibility?: Visibility;

  /** At least the confirmed signups; `null` for no limit. */
  @Nullable()
  @Whole(LIMITS.max_participants)
  readonly max_participants?: number | null;

  /** All the roles: one that is missing is removed, which works while nobody has signed up for it. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(LIMITS.roles.max)
  @ValidateNested({ each: true })
  @Type(() => RoleDto)
  @ApiProperty({ type: [RoleDto], maxItems: LIMITS.roles.max })
  readonly roles?: readonly RoleDto[];

  @Optional()
  @IsArray()
  @ArrayMaxSize(LIMITS.fleet_ships.max)
  @ValidateNested({ each: true })
  @Type(() => FleetShipDto)
  @ApiProperty({ type: [FleetShipDto], maxItems: LIMITS.fleet_ships.max })
  readonly fleet_ships?: readonly FleetShipDto[];

  @Nullable()
  @WebUrl()
  readonly banner_url?: string | null;

  /** Discord roles of the organization's servers: when there are any, signing up is for their holders and for members. */
  @Optional()
  @Snowflakes(LIMITS.signup_roles.max)
  readonly signup_role_ids?: string[];
}
