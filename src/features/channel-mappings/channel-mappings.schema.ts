import { Schema } from 'mongoose';
import type { MadeChannel } from './rules/event-channels.js';

/** How an event's channels stand. `pending`: nothing was made yet. */
export const CHANNEL_STATES = ['pending', 'open', 'archived', 'deleted'] as const;
export type ChannelState = (typeof CHANNEL_STATES)[number];

/** The channels of one event on one server, as MongoDB keeps them (`discord_channel_mappings`). */
export interface ChannelMappingDocument {
  readonly _id: string;
  readonly guild_id: string;
  readonly event_id: string;
  readonly org_id: string;
  /** What staff chose for this event; `null` where the server's setting decides. */
  readonly wanted: boolean | null;
  readonly state: ChannelState;
  readonly channels: readonly MadeChannel[];
  /** Who is in the voice channels, by Discord's ids of channel and member. */
  readonly present: readonly { readonly channel_id: string; readonly discord_id: string }[];
  readonly last_error: string | null;
  readonly archived_at: Date | null;
  /** When something is to be done without a change of the event: a voice channel to be emptied, all of it to be deleted. */
  readonly due_at: Date | null;
  /** When the channels are deleted; `null` for never. */
  readonly delete_at: Date | null;
  /** Until when one process alone works on them. */
  readonly busy_until: Date;
  readonly created_at: Date;
}

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
    busy_until: { type: Date, required: true },
    created_at: { type: Date, required: true },
  },
  { collection: 'discord_channel_mappings', versionKey: false },
);

// claim(), choose(): one for an event on a server. Also list() of servers.
channelMappingSchema.index({ guild_id: 1, event_id: 1 }, { unique: true });
// listDue(): what time alone brings about.
channelMappingSchema.index({ due_at: 1 }, { partialFilterExpression: { due_at: { $type: 'date' } } });
// enter(), leave(): who is in a channel.
channelMappingSchema.index({ 'channels.channel_id': 1 });
// exportOf(), erase(): somebody who is in one.
channelMappingSchema.index({ 'present.discord_id': 1 });
