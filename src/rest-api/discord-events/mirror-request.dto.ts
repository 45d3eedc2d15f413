import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsString, Matches } from 'class-validator';
import { SNOWFLAKE } from '../../common/snowflake.js';
import { Optional, Snowflake } from '../validation/decorators.js';

/** Body of create, update and delete of an event's mirrors; all of it may be left out. */
export class MirrorRequestDto {
  /** Only these servers; all of the organization's when left out. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @Matches(SNOWFLAKE, { each: true, message: 'each guild id must be a Discord id (17 to 20 digits)' })
  @ApiProperty({ type: 'array', items: { type: 'string', pattern: SNOWFLAKE.source } })
  readonly guild_ids?: string[];

  /** Accepted; a server makes channels when its registration says so. */
  @Optional()
  @IsBoolean()
  readonly create_channels?: boolean;

  /** Accepted; a signup message belongs to every mirror in a server with an event channel. */
  @Optional()
  @IsBoolean()
  readonly create_signup_message?: boolean;
}

/** Body of `POST /discord/events/events/{event_id}/signup-message`. */
export class SignupMessageDto {
  /** @example "100000000000000001" */
  @Snowflake()
  readonly guild_id: string;

  /** @example "100000000000000004" */
  @Snowflake()
  readonly channel_id: string;
}

export const AUTO_MANAGE_ACTIONS = ['created', 'updated', 'cancelled', 'completed'] as const;
export type AutoManageAction = (typeof AUTO_MANAGE_ACTIONS)[number];

/** Query of `POST /discord/events/auto-manage/{event_id}`. */
export class AutoManageQuery {
  @IsIn(AUTO_MANAGE_ACTIONS)
  readonly action: AutoManageAction;
}
