import { ArrayMaxSize, IsArray, IsString, Matches, MaxLength } from 'class-validator';
import { SNOWFLAKE } from '../common/snowflake.js';
import { Nullable, Snowflake } from './validation.js';

/** A Discord server has at most this many roles. */
const MAX_ROLES = 250;

const eachSnowflake = { each: true, message: 'each role must be a Discord id (17 to 20 digits)' };

/** Body of `POST /internal/roles/update`. */
export class UpdateRolesDto {
  @Snowflake()
  readonly discord_id: string;

  @Nullable()
  @IsString()
  @MaxLength(100)
  readonly plan?: string | null;

  @Nullable()
  @IsArray()
  @ArrayMaxSize(MAX_ROLES)
  @IsString({ each: true })
  @Matches(SNOWFLAKE, eachSnowflake)
  readonly add_roles?: readonly string[] | null;

  @Nullable()
  @IsArray()
  @ArrayMaxSize(MAX_ROLES)
  @IsString({ each: true })
  @Matches(SNOWFLAKE, eachSnowflake)
  readonly remove_roles?: readonly string[] | null;
}
