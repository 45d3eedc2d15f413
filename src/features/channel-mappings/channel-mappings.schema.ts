import { Schema } from 'mongoose';
import { CLAIMED, type Claimed } from '../../infra/claims.js';
import { CHANNEL_STATES, type ChannelMapping } from './rules/event-channels.js';

/** The channels of one event on one server, as MongoDB keeps them (`discord_channel_mappings`). */
export type ChannelMappingDocument = Omit<ChannelMapping, 'id'> & Claimed & { readonly _id: string };

export const CHANNEL_MAPPING_MODEL = 'DiscordChannelMapping';

export const channelMappingSchema = new Schema<ChannelMappingDocument>(
  {
    _id: { type: String, required: true },
    guild_id: { type: String, required: true },
    event_id: { type: String, required: true },
    org_id: { type: String, required: true },
    wanted: { type: Boolean, default: null },
    state: { type: String, enum: CHANNEL_STATES, required: true },
    channels: { type: [Schema.Types.Mixed as never], required: true },
    present: { type: [Schema.Types.Mixed as never], required: true },
    last_error: { type: String, default: null },
    archived_at: { type: Date, default: null },
    due_at: { type: Date, default: null },
    delete_at: { type: Date, default: null },
    ...CLAIMED,
    created_at: { type: Date, required: true },
  },
  { collection: 'discord_channel_mappings', versionKey: false },
);

// claim(), choose(): one for an event on a server. Also list() of servers, listRefused().
channelMappingSchema.index({ guild_id: 1, event_id: 1 }, { unique: true });
// listDue(): what time alone brings about.
channelMappingSchema.index({ due_at: 1 }, { partialFilterExpression: { due_at: { $type: 'date' } } });
// enter(), findEvent(): the event of a channel.
channelMappingSchema.index({ 'channels.channel_id': 1 });
// leave(), exportOf(), erase(): somebody who is in one.
channelMappingSchema.index({ 'present.discord_id': 1 });
// listAdmitting(): the threads into which somebody was let.
channelMappingSchema.index({ 'channels.member_ids': 1 });
