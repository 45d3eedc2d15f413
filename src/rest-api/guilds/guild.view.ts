import { IsBoolean, IsDate, IsIn, IsString, IsUUID } from 'class-validator';
import type { Guild } from '../../features/guilds/rules/guild.js';
import { LOCALES, type Locale } from '../../features/users/rules/user.js';
import { Nullable, Snowflake } from '../validation/decorators.js';

/** A registered Discord server, as REST shows it. */
export class GuildView implements Guild {
  @IsUUID() readonly id: string;
  @Snowflake() readonly guild_id: string;
  @IsString() readonly guild_name: string;
  @Snowflake() readonly owner_id: string;
  @IsUUID() readonly org_id: string;
  @Nullable() @Snowflake() readonly announcement_channel_id: string | null;
  @Nullable() @Snowflake() readonly event_channel_id: string | null;
  @Nullable() @Snowflake() readonly reminder_channel_id: string | null;
  @IsBoolean() readonly sync_enabled: boolean;
  @IsBoolean() readonly reminder_enabled: boolean;
  @IsBoolean() readonly auto_create_channels: boolean;
  @IsBoolean() readonly auto_manage_roles: boolean;
  @IsBoolean() readonly welcome_enabled: boolean;
  @Nullable() @Snowflake() readonly welcome_channel_id: string | null;
  @Nullable() @IsString() readonly welcome_message: string | null;
  @IsBoolean() readonly message_tracking_enabled: boolean;
  @IsIn(LOCALES) readonly locale: Locale;
  @IsDate() readonly created_at: Date;
  @IsDate() readonly updated_at: Date;
}
