import type { ApplicationRoleConnectionMetadataType, SubscriptionStatus } from 'discord-api-types/v10';

/** Something that the application sells. */
export interface SkuRecord {
  id: string;
  /** 2 for good, 3 consumable, 5 a subscription, 6 the group that Discord makes of each subscription. */
  type: number;
  name: string;
  slug: string;
  flags: number;
}

/** What somebody, or a guild, has of a SKU. */
export interface EntitlementRecord {
  id: string;
  sku_id: string;
  user_id: string;
  guild_id: string | null;
  /** 8 for a purchase; tests that the application gives itself are of the same type, without times. */
  type: number;
  starts_at: string | null;
  ends_at: string | null;
  deleted: boolean;
  consumed: boolean;
}

/** A SKU that somebody pays for again and again. */
export interface SkuSubscriptionRecord {
  id: string;
  sku_id: string;
  user_id: string;
  entitlement_id: string;
  current_period_start: string;
  current_period_end: string;
  status: SubscriptionStatus;
  canceled_at: string | null;
}

/** An activity of the application that runs in a channel; its id is the instance's. */
export interface ActivityRecord {
  id: string;
  launch_id: string;
  /** The channel, as Discord writes it: `gc-`, guild and channel; `pc-` and channel in direct messages. */
  place: string;
  channel_id: string;
  guild_id: string | null;
  user_ids: string[];
}

/** A field of the connections by which roles can be had. */
export interface ConnectionField {
  type: ApplicationRoleConnectionMetadataType;
  key: string;
  name: string;
  name_localizations?: Record<string, string>;
  description: string;
  description_localizations?: Record<string, string>;
}

/** What the application says of a user; id is the user's. */
export interface RoleConnectionRecord {
  id: string;
  platform_name: string | null;
  platform_username: string | null;
  metadata: Record<string, string>;
}

/** A file that somebody uploaded for the application; kept under its id. */
export interface UploadRecord {
  id: string;
  filename: string;
  size: number;
  content_type: string;
}

/** People of a game who are together. */
export interface LobbyRecord {
  id: string;
  metadata: Record<string, string> | null;
  members: LobbyMember[];
  flags: number;
  idle_timeout_seconds: number;
  override_event_webhooks_url: string | null;
  /** By what clients of the game find one another; null for one that the application made. */
  secret: string | null;
  /** Since when the secret holds, in milliseconds since 1970. */
  secret_since: number;
  linked_channel_id: string | null;
  /** When something last happened in it, in milliseconds since 1970. */
  touched_at: number;
}

export interface LobbyMember {
  id: string;
  metadata: Record<string, string> | null;
  flags: number;
  additional_name?: string;
}

export interface LobbyMessageRecord {
  id: string;
  lobby_id: string;
  author_id: string;
  content: string;
  moderation_metadata?: Record<string, string>;
}
