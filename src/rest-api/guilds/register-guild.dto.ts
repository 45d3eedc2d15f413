import { IsUUID } from 'class-validator';
import { Name, Snowflake } from '../validation/decorators.js';
import { GuildSettingsDto } from './guild-settings.dto.js';

/** Body of `POST /discord/guilds`. */
export class RegisterGuildDto extends GuildSettingsDto {
  /** @example "100000000000000001" */
  @Snowflake()
  readonly guild_id: string;

  /** @example "Squadron" */
  @Name(1, 100)
  readonly guild_name: string;

  /**
   * Discord id of the server's owner.
   * @example "100000000000000002"
   */
  @Snowflake()
  readonly owner_id: string;

  /** @example "01980000-0000-7000-8000-000000000000" */
  @IsUUID()
  readonly org_id: string;
}
