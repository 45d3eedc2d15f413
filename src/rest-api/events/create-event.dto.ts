import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsUUID, ValidateNested } from 'class-validator';
import { EVENT_TYPES, type EventType } from '../../features/events/rules/event.js';
import { EVENT_LIMITS as LIMITS } from '../../features/events/rules/limits.js';
import { VISIBILITIES, type Visibility } from '../../features/organizations/rules/organization.js';
import { Moment, Name, Nullable, Optional, Snowflakes, Text, WebUrl } from '../validation/decorators.js';
import { FleetShipDto, NewRoleDto } from './event-parts.dto.js';
import { Whole } from './event-rules.js';

/** Body of `POST /events`. */
export class CreateEventDto {
  /** @example "01980000-0000-7000-8000-000000000000" */
  @IsUUID()
  readonly org_id: string;

  /** @example "Convoy to Pyro" */
  @Name(LIMITS.title.min, LIMITS.title.max)
  readonly title: string;

  /** @example "We meet at the station and fly out together." */
  @Text(LIMITS.description.min, LIMITS.description.max)
  readonly description: string;

  /** @example "trading" */
  @IsIn(EVENT_TYPES)
  readonly type: EventType;

  /**
   * In the future.
   * @example "2042-01-07T19:00:00.000Z"
   */
  @Moment()
  readonly start_at_utc: string;

  /** @example 120 */
  @Whole(LIMITS.duration_minutes)
  readonly duration_minutes: number;

  /** @example "Ruin Station" */
  @Nullable()
  @Name(1, LIMITS.location.max)
  readonly location?: string | null;

  @Optional()
  @IsIn(VISIBILITIES)
  readonly visibility?: Visibility;

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

  @Optional()
  @IsIn(['draft', 'published'])
  readonly state?: 'draft' | 'published';
}
