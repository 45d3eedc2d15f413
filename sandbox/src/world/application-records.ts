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
