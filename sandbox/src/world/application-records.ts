import type { ApplicationRoleConnectionMetadataType } from 'discord-api-types/v10';

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

/** Somebody's running payment for a SKU. */
export interface SubscriptionPaymentRecord {
  id: string;
  user_id: string;
  sku_id: string;
  entitlement_id: string;
  current_period_start: string;
  current_period_end: string;
  /** 0 active, 1 inactive, 2 ending. */
  status: number;
  canceled_at: string | null;
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

/** A lobby: people of a game, who may write to each other. */
export interface LobbyRecord {
  id: string;
  metadata: Record<string, string>;
  flags: number;
  members: LobbyMember[];
  linked_channel_id: string | null;
  /** By which players join the same lobby without knowing its id. */
  secret: string | null;
  idle_timeout_seconds: number;
  override_event_webhooks_url: string | null;
}

export interface LobbyMember {
  id: string;
  metadata: Record<string, string>;
  flags: number;
  additional_name?: string;
}

/** What somebody wrote in a lobby. */
export interface LobbyMessageRecord {
  id: string;
  lobby_id: string;
  author_id: string;
  content: string;
  flags: number;
  moderation_metadata: Record<string, string>;
}

/** An account that a game made for somebody who has none; its own id is that of its user. */
export interface ProvisionalAccountRecord {
  id: string;
  external_user_id: string;
}
