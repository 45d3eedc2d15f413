import { IsUUID } from 'class-validator';
import { Snowflake, Text } from '../validation/decorators.js';
import { GuildSettingsDto } from './guild-settings.dto.js';

/** Body of `POST /discord/guilds`. */
export class RegisterGuildDto extends GuildSettingsDto {
  @Snowflake()
  readonly guild_id: string;

  @Text(1, 100)
  readonly guild_name: string;

  /** Discord id of the server's owner. */
  @Snowflake()
  readonly owner_id: string;

  @IsUUID()
  readonly org_id: string;
}
