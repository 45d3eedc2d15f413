import type {
  APIApplicationCommand,
  APIEmbed,
  APIGuildScheduledEventRecurrenceRule,
  APIAttachment,
  APIMessageInteractionMetadata,
  APIMessageReference,
  APIMessageTopLevelComponent,
  APIOverwrite,
  ChannelType,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  GuildScheduledEventStatus,
  Locale,
  MessageFlags,
  MessageType,
  ThreadAutoArchiveDuration,
} from 'discord-api-types/v10';

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
}

/** A person or bot. `dms_open` false: whoever writes to them gets error 50007. */
export interface UserRecord {
  id: string;
  username: string;
  global_name: string | null;
  avatar: string | null;
  discriminator: string;
  bot: boolean;
  locale: Locale;
  email: string | null;
  dms_open: boolean;
}

export interface GuildRecord {
  id: string;
  name: string;
  icon: string | null;
  description: string | null;
  owner_id: string;
  preferred_locale: Locale;
  system_channel_id: string | null;
  /** When the bot joined, ISO 8601. */
  joined_at: string;
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
}

/** A message. Ephemeral ones are kept too, with the only user who sees them in `reader_id`. */
export interface MessageRecord {
  id: string;
  channel_id: string;
  guild_id: string | null;
  author_id: string;
  webhook_id: string | null;
  application_id: string | null;
  type: MessageType;
  content: string;
  timestamp: string;
  edited_timestamp: string | null;
  tts: boolean;
  mention_everyone: boolean;
  /** Users and roles that are pinged, after `allowed_mentions`. */
  mentions: string[];
  mention_roles: string[];
  attachments: APIAttachment[];
  embeds: APIEmbed[];
  components: APIMessageTopLevelComponent[];
  flags: MessageFlags;
  pinned: boolean;
  nonce: string | number | null;
  interaction_metadata: APIMessageInteractionMetadata | null;
  message_reference: APIMessageReference | null;
  reader_id: string | null;
  reactions: { emoji: string; user_ids: string[] }[];
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

/** A registered application command; `guild_id` absent on global ones. */
export type CommandRecord = APIApplicationCommand;
