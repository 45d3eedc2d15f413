import { IsUUID } from 'class-validator';
import { Name, Snowflake } from '../validation/decorators.js';
import { GuildSettingsDto } from './guild-settings.dto.js';

/** Body of `POST /discord/guilds`. */
export class RegisterGuildDto extends GuildSettingsDto {
  @Snowflake()
  readonly guild_id: string;

  @Name(1, 100)
  readonly guild_name: string;

  /** Discord id of the server's owner. */
  @Snowflake()
  readonly owner_id: string;

  @IsUUID()
  readonly org_id: string;
}
