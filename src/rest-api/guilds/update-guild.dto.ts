import { Name, Optional, Snowflake } from '../validation/decorators.js';
import { GuildSettingsDto } from './guild-settings.dto.js';

/** Body of `PATCH /discord/guilds/{guild_id}`: what is left out stays as it is. */
export class UpdateGuildDto extends GuildSettingsDto {
  @Optional()
  @Name(1, 100)
  readonly guild_name?: string;

  /** Discord id of the server's owner. */
  @Optional()
  @Snowflake()
  readonly owner_id?: string;
}
