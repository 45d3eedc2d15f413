import { Schema } from 'mongoose';
import { MAPPED_ROLE_TYPES, type RoleMapping } from './rules/role-mapping.js';

/** A role mapping as MongoDB keeps it. */
export interface RoleMappingDocument extends Omit<RoleMapping, 'id'> {
  readonly _id: string;
}

export const ROLE_MAPPING_MODEL = 'DiscordRoleMapping';

export const roleMappingSchema = new Schema<RoleMappingDocument>(
  {
    _id: { type: String, required: true },
    guild_id: { type: String, required: true },
    discord_role_id: { type: String, required: true },
    verselink_role_type: { type: String, enum: MAPPED_ROLE_TYPES, required: true },
    verselink_entity_id: { type: String, default: null },
    rank: { type: Number, default: null },
    auto_assign: { type: Boolean, required: true },
    auto_remove: { type: Boolean, required: true },
    registered_at: { type: Date, required: true },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
  },
  { collection: 'discord_role_mappings', versionKey: false },
);

// create(): one mapping for a role and what it stands for. Also list() and listOfType() of a server.
roleMappingSchema.index(
  { guild_id: 1, verselink_role_type: 1, verselink_entity_id: 1, discord_role_id: 1 },
  { unique: true },
);
// guildIdsOfType(): where a role stands for something.
roleMappingSchema.index({ verselink_role_type: 1, guild_id: 1 });
