import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import {
  ADOPT_EVENTS,
  CHANNEL_LAYOUTS,
  type AdoptEvents,
  type ChannelLayout,
  type Guild,
} from '../features/guilds/rules/guild.js';
import {
  PERMISSIONS,
  SERVER_FEATURES,
  type MissingPermissions,
  type PermissionName,
  type ServerFeature,
} from '../features/guilds/rules/permissions.js';
import type { FaultKind, ServerFault } from '../features/guilds/rules/server-fault.js';
import { type Locale, LOCALES } from '../languages/languages.js';
import { DiscordId, Integers, Uuid } from './openapi/formats.js';
import { PageQuery } from './paging/page.dto.js';
import {
  Name,
  Nullable,
  Optional,
  ReminderOffsets,
  Snowflake,
  Text,
  Whole,
} from './validation/decorators.js';

/** Query of `GET /discord/guilds`. */
export class GuildsQuery extends PageQuery {
  /**
   * A part of the name, or the id.
   * @example "squadron"
   */
  @Optional()
  @IsString()
  @MaxLength(100)
  readonly q?: string;
}

/** How a server is served. What is left out stays as it is, or takes its default. */
class GuildSettingsDto {
  @Nullable()
  @Snowflake()
  readonly announcement_channel_id?: string | null;

  /** Where signup messages go. */
  @Nullable()
  @Snowflake()
  readonly event_channel_id?: string | null;

  @Nullable()
  @Snowflake()
  readonly reminder_channel_id?: string | null;

  /** @example true */
  @Optional()
  @IsBoolean()
  readonly sync_enabled?: boolean;

  /** @example true */
  @Optional()
  @IsBoolean()
  readonly reminder_enabled?: boolean;

  /** How many minutes before their start events are reminded of: three days, a day and an hour unless you say so. */
  @Optional()
  @ReminderOffsets()
  readonly reminder_offsets_minutes?: readonly number[];

  @Optional()
  @IsBoolean()
  readonly auto_create_channels?: boolean;

  /**
   * What an event with channels of its own gets: a category with a text channel and voice channels, one text channel, or a thread in
   * `event_channel_id`. Counts for events that have none yet.
   * @example "category"
   */
  @Optional()
  @IsIn(CHANNEL_LAYOUTS)
  readonly channel_layout?: ChannelLayout;

  /** How many days an event's channels stay, read-only, after it; for ever when left out. */
  @Nullable()
  @Whole({ min: 0, max: 365 })
  readonly channel_retention_days?: number | null;

  @Optional()
  @IsBoolean()
  readonly auto_manage_roles?: boolean;

  /** What becomes of a scheduled event that staff make on Discord: they are asked, it becomes an event at once, or nothing. */
  @Optional()
  @IsIn(ADOPT_EVENTS)
  readonly adopt_events?: AdoptEvents;

  /** Whether new members are welcomed in `welcome_channel_id`. */
  @Optional()
  @IsBoolean()
  readonly welcome_enabled?: boolean;

  @Nullable()
  @Snowflake()
  readonly welcome_channel_id?: string | null;

  /** `{user}` stands for the new member, `{server}` for the server's name. */
  @Nullable()
  @Text(1, 1500)
  readonly welcome_message?: string | null;

  /** Whether the bot reports that messages were sent: their length, never what they say. */
  @Optional()
  @IsBoolean()
  readonly message_tracking_enabled?: boolean;

  /**
   * Language of what the whole server sees.
   * @example "fr"
   */
  @Optional()
  @IsIn(LOCALES)
  readonly locale?: Locale;
}

/** Body of `POST /discord/guilds`. */
export class RegisterGuildDto extends GuildSettingsDto {
  /** @example "100000000000000001" */
  @Snowflake()
  readonly guild_id: string;

  /** As on Discord when left out. @example "Squadron" */
  @Optional()
  @Name(1, 100)
  readonly guild_name?: string;

  /**
   * Discord id of the server's owner; as on Discord when left out.
   * @example "100000000000000002"
   */
  @Optional()
  @Snowflake()
  readonly owner_id?: string;

  /** @example "01980000-0000-7000-8000-000000000000" */
  @IsUUID()
  readonly org_id: string;
}

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
  @Integers() readonly reminder_offsets_minutes: readonly number[];
  readonly auto_create_channels: boolean;
  @ApiProperty({ enum: CHANNEL_LAYOUTS }) readonly channel_layout: ChannelLayout;
  readonly channel_retention_days: number | null;
  readonly auto_manage_roles: boolean;
  readonly welcome_enabled: boolean;
  @DiscordId() readonly welcome_channel_id: string | null;
  readonly welcome_message: string | null;
  readonly message_tracking_enabled: boolean;
  @ApiProperty({ enum: ADOPT_EVENTS }) readonly adopt_events: AdoptEvents;
  readonly locale: Locale;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** What the bot lacks on a server for one feature. */
class MissingPermissionsView implements MissingPermissions {
  @ApiProperty({ enum: SERVER_FEATURES })
  readonly feature: ServerFeature;
  /** The channel where it is missing; null for the server as a whole. */
  @DiscordId() readonly channel_id: string | null;
  /** By their names on Discord. */
  @ApiProperty({ enum: Object.keys(PERMISSIONS), isArray: true })
  readonly permissions: PermissionName[];
}

/** Something that Discord refuses on a server until somebody mends it. */
export class ServerFaultView {
  readonly capability: string;
  readonly kind: FaultKind;
  @DiscordId() readonly channel_id: string | null;
  /** In plain words, with Discord's code. */
  readonly message: string;
  readonly since: Date;
}

/** A fault as REST shows it. */
export function toServerFaultView({
  capability,
  kind,
  channel_id,
  message,
  since,
}: ServerFault): ServerFaultView {
  return { capability, kind, channel_id, message, since };
}

/** A registered Discord server, with what the bot may do there at this moment. */
export class GuildDetailsView extends GuildView {
  /** What the bot lacks for what is switched on; null when Discord does not say. */
  @ApiProperty({ type: [MissingPermissionsView], nullable: true })
  readonly missing_permissions: MissingPermissions[] | null;
  @ApiProperty({ type: [ServerFaultView] })
  readonly open_faults: readonly ServerFaultView[];
  /** Invites the bot anew, with every permission that it may need. */
  readonly invite_url: string;
}
