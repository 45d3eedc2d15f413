import type {
  APIApplicationCommand,
  APIGuildScheduledEventRecurrenceRule,
  APIApplicationCommandPermission,
  APIAuditLogChange,
  APIOverwrite,
  AuditLogEvent,
  ChannelType,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  GuildScheduledEventStatus,
  Locale,
  ThreadAutoArchiveDuration,
} from 'discord-api-types/v10';

import type { ConnectionField } from './application-records.js';
import type { CommunitySettings, ForumSettings } from './community-records.js';

export type { AttachmentRecord, MessageRecord, PollRecord, SnapshotRecord } from './message-records.js';

/** The application that the bot belongs to, with what it authenticates itself by. One record, id `application`. */
export interface ApplicationRecord {
  id: 'application';
  application_id: string;
  name: string;
  token: string;
  client_secret: string;
  /** Ed25519 keys, as hexadecimal public key and PKCS#8 PEM private key. */
  public_key: string;
  private_key: string;
  interactions_endpoint_url: string | null;
  redirect_uris: string[];
  /** Among them which privileged intents it was granted. */
  flags: number;
  /** What roles can be had by, as the application tells it. */
  connection_fields?: ConnectionField[];
  /** What `PATCH /applications/@me` has set besides; under Discord's own names. */
  settings?: Record<string, unknown>;
}

/** What somebody shows of being there. */
export type PresenceStatus = 'online' | 'idle' | 'dnd' | 'offline';

/** A person or bot. `dms_open` false: writing to them fails with 50007. */
export interface UserRecord {
  id: string;
  username: string;
  global_name: string | null;
  avatar: string | null;
  banner?: string | null;
  /** How others see them; online unless told. */
  status?: PresenceStatus;
  /** Since when they are offline, ISO 8601. */
  offline_since?: string;
  discriminator: string;
  bot: boolean;
  locale: Locale;
  email: string | null;
  dms_open: boolean;
  /** Of a provisional account: who they are to the application. */
  external_user_id?: string | null;
  /** The user's own account, which it has become part of. */
  merged_into?: string | null;
}

export interface GuildRecord {
  id: string;
  name: string;
  icon: string | null;
  description: string | null;
  owner_id: string;
  preferred_locale: Locale;
  system_channel_id: string | null;
  /** What `PATCH /guilds/{id}` has set besides; under Discord's own names. */
  settings?: Record<string, string | number | boolean | string[] | null>;
  community?: CommunitySettings;
  /** When the bot joined, ISO 8601. */
  joined_at: string;
  /** Whether an outage of Discord keeps it from everybody. */
  unavailable?: boolean;
}

/** A role. The role whose id is the guild's is @everyone. */
export interface RoleRecord {
  id: string;
  guild_id: string;
  name: string;
  /** Bits as a decimal string. */
  permissions: string;
  position: number;
  color: number;
  hoist: boolean;
  managed: boolean;
  mentionable: boolean;
  unicode_emoji: string | null;
  /** The bot that the role belongs to, if it came with one. */
  bot_id: string | null;
}

/** Somebody's membership of a guild; id `<guild>:<user>`. */
export interface MemberRecord {
  id: string;
  guild_id: string;
  user_id: string;
  nick: string | null;
  roles: string[];
  joined_at: string;
  communication_disabled_until: string | null;
  /** Bits: among them whether their name is against the rules (1 << 7). */
  flags?: number;
  /** Since when they boost the guild, ISO 8601. */
  premium_since?: string;
  /** Whether they leave again unless they get a role: who came by such an invite. */
  temporary?: boolean;
}

/** A channel, category, thread or direct-message channel. */
export interface ChannelRecord {
  id: string;
  /** null for direct messages. */
  guild_id: string | null;
  type: ChannelType;
  name: string;
  topic: string | null;
  position: number;
  parent_id: string | null;
  permission_overwrites: APIOverwrite[];
  nsfw: boolean;
  rate_limit_per_user: number;
  bitrate: number;
  user_limit: number;
  last_message_id: string | null;
  last_pin_timestamp: string | null;
  /** The user at the other end of a direct-message channel. */
  recipient_id: string | null;
  thread: ThreadState | null;
  /** What a voice channel says it is about. */
  status?: string | null;
  /** What a forum has besides. */
  forum?: ForumSettings;
  /** Minutes after which threads in it are archived, unless they say otherwise. */
  default_auto_archive_duration?: ThreadAutoArchiveDuration | null;
  /** Seconds between two messages of somebody in new threads. */
  default_thread_rate_limit_per_user?: number;
  /** Bits: whether a forum's post is pinned (1 << 1), whether a forum's posts need a tag (1 << 4). */
  flags?: number;
  /** What a group of direct messages has besides. */
  group?: GroupSettings;
}

/** A group of direct messages that the application has brought together. */
export interface GroupSettings {
  owner_id: string;
  recipient_ids: string[];
  icon: string | null;
}

export interface ThreadState {
  owner_id: string;
  archived: boolean;
  locked: boolean;
  invitable: boolean;
  auto_archive_duration: ThreadAutoArchiveDuration;
  archive_timestamp: string;
  create_timestamp: string;
  message_count: number;
  total_message_sent: number;
  member_ids: string[];
  /** When each member joined, ISO 8601, by user id. */
  joined_at?: Record<string, string>;
  /** Ids of its forum's tags. */
  applied_tags?: string[];
}

export interface ScheduledEventRecord {
  id: string;
  guild_id: string;
  channel_id: string | null;
  creator_id: string;
  name: string;
  description: string | null;
  image: string | null;
  scheduled_start_time: string;
  scheduled_end_time: string | null;
  privacy_level: GuildScheduledEventPrivacyLevel;
  status: GuildScheduledEventStatus;
  entity_type: GuildScheduledEventEntityType;
  entity_id: string | null;
  entity_metadata: { location: string } | null;
  recurrence_rule: APIGuildScheduledEventRecurrenceRule | null;
}

/** Somebody's "Interested" on a scheduled event; id `<event>:<user>`. */
export interface SubscriptionRecord {
  id: string;
  event_id: string;
  user_id: string;
}

/**
 * One occurrence of a recurring event that differs from the rule. Its own id is the time of the occurrence it replaces, as a
 * snowflake (what Discord's look like: discord-api-docs #8009); the record's is `<event>:<exception>`.
 */
export interface EventExceptionRecord {
  id: string;
  event_id: string;
  exception_id: string;
  scheduled_start_time: string | null;
  scheduled_end_time: string | null;
  is_canceled: boolean;
}

/** An emoji of a server; or, with `guild_id` null, of the application. `hash` is that of its picture. */
export interface EmojiRecord {
  id: string;
  guild_id: string | null;
  name: string;
  hash: string;
  animated: boolean;
  /** Only members with one of these roles may use it; all when empty. */
  roles: string[];
  user_id: string;
}

/** A webhook: its token is enough to write by it. One that follows an announcement channel has an empty token. */
export interface WebhookRecord {
  id: string;
  guild_id: string;
  channel_id: string;
  application_id: string | null;
  user_id: string;
  name: string;
  avatar: string | null;
  token: string;
  /** The announcement channel that it follows. */
  source?: { guild_id: string; channel_id: string };
}

/** A user who may not join a guild; id `<guild>:<user>`. */
export interface BanRecord {
  id: string;
  guild_id: string;
  user_id: string;
  reason: string | null;
}

/** An entry of a guild's audit log. */
export interface AuditRecord {
  id: string;
  guild_id: string;
  action_type: AuditLogEvent;
  /** Who did it. */
  user_id: string;
  target_id: string | null;
  changes: APIAuditLogChange[];
  options: Record<string, string> | null;
  reason: string | null;
}

/** Who may use a command in a guild; id `<guild>:<command or application>`. */
export interface CommandPermissionRecord {
  id: string;
  guild_id: string;
  command_id: string;
  permissions: APIApplicationCommandPermission[];
}

/** A registered application command; `guild_id` absent on global ones. */
export type CommandRecord = APIApplicationCommand;
