import type { Guild } from '../../features/guilds/rules/guild.js';
import type { Locale } from '../../features/users/rules/user.js';
import { DiscordId, Uuid } from '../openapi/formats.js';

/** A registered Discord server, as REST shows it. */
export class GuildView implements Guild {
  @Uuid() readonly id: string;
  @DiscordId() readonly guild_id: string;
  readonly guild_name: string;
  @DiscordId() readonly owner_id: string;
  @Uuid() readonly org_id: string;
  @DiscordId() readonly announcement_channel_id: string | null;
  @DiscordId() readonly event_channel_id: string | null;
  @DiscordId() readonly reminder_channel_id: string | null;
  readonly sync_enabled: boolean;
  readonly reminder_enabled: boolean;
  readonly auto_create_channels: boolean;
  readonly auto_manage_roles: boolean;
  readonly welcome_enabled: boolean;
  @DiscordId() readonly welcome_channel_id: string | null;
  readonly welcome_message: string | null;
  readonly message_tracking_enabled: boolean;
  readonly locale: Locale;
  readonly created_at: Date;
  readonly updated_at: Date;
}
