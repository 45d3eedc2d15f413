import { Schema } from 'mongoose';
import type { RoleMenu } from './rules/role-menu.js';

/** A role menu as MongoDB keeps it. */
export interface RoleMenuDocument extends Omit<RoleMenu, 'id'> {
  readonly _id: string;
}

export const ROLE_MENU_MODEL = 'DiscordRoleMenu';

export const roleMenuSchema = new Schema<RoleMenuDocument>(
  {
    _id: { type: String, required: true },
    guild_id: { type: String, required: true },
    channel_id: { type: String, required: true },
    message_id: { type: String, default: null },
    title: { type: String, default: null },
    description: { type: String, default: null },
    discord_role_ids: { type: [String], required: true },
    max: { type: Number, default: null },
    registered_at: { type: Date, required: true },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
  },
  { collection: 'discord_role_menus', versionKey: false },
);

// list(), count(): the menus of a server, oldest first.
roleMenuSchema.index({ guild_id: 1, _id: 1 });
