import { Schema } from 'mongoose';
import { ADOPT_EVENTS, CHANNEL_LAYOUTS, type Guild } from './rules/guild.js';
import { LOCALES } from '../../languages/languages.js';

/** A registered server as MongoDB keeps it. */
export interface GuildDocument extends Omit<Guild, 'id'> {
  readonly _id: string;
  /** Raised by every write, so that settling one change never hides a later one. */
  readonly revision: number;
  /** Its mirrors do not follow the last change yet. */
  readonly mirror_dirty: boolean;
  /** Removed by an admin; the document goes away once its mirrors are gone. Hidden from everyone else meanwhile. */
  readonly removed_at: Date | null;
}

export const GUILD_MODEL = 'DiscordGuild';

export const guildSchema = new Schema<GuildDocument>(
  {
    _id: { type: String, required: true },
    guild_id: { type: String, required: true },
    guild_name: { type: String, required: true },
    owner_id: { type: String, required: true },
    org_id: { type: String, required: true },
    announcement_channel_id: { type: String, default: null },
    event_channel_id: { type: String, default: null },
    reminder_channel_id: { type: String, default: null },
    sync_enabled: { type: Boolean, required: true },
    reminder_enabled: { type: Boolean, required: true },
    reminder_offsets_minutes: { type: [Number], default: undefined },
    auto_create_channels: { type: Boolean, required: true },
    channel_layout: { type: String, enum: CHANNEL_LAYOUTS, default: 'category' },
    channel_retention_days: { type: Number, default: null },
    auto_manage_roles: { type: Boolean, required: true },
    welcome_enabled: { type: Boolean, default: false },
    welcome_channel_id: { type: String, default: null },
    welcome_message: { type: String, default: null },
    message_tracking_enabled: { type: Boolean, default: false },
    adopt_events: { type: String, enum: ADOPT_EVENTS, default: 'ask' },
    locale: { type: String, enum: LOCALES, required: true },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
    revision: { type: Number, required: true },
    mirror_dirty: { type: Boolean, required: true },
    removed_at: { type: Date, default: null },
  },
  { collection: 'discord_guilds', versionKey: false },
);

// register(), findByGuildId(): a server belongs to one organization.
guildSchema.index({ guild_id: 1 }, { unique: true });
// listByOrg(), list(): an organization's servers in order of registration.
guildSchema.index({ org_id: 1, _id: 1 });
// listDirty(): what the sweep has to pass on to the mirrors.
guildSchema.index({ mirror_dirty: 1 }, { partialFilterExpression: { mirror_dirty: true } });
// count() for the statistics.
guildSchema.index({ removed_at: 1, sync_enabled: 1 });
// listOwnedBy(), forgetOwner(): servers of somebody on Discord.
guildSchema.index({ owner_id: 1 });
