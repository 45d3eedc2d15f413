import { Schema } from 'mongoose';
import { ANY_TEXT } from '../../infra/partial-indexes.js';
import type { InteractiveMessage } from './rules/mirror.js';

/** A signup message's row as MongoDB keeps it. */
export interface InteractiveMessageDocument extends Omit<InteractiveMessage, 'id'> {
  readonly _id: string;
}

export const INTERACTIVE_MESSAGE_MODEL = 'InteractiveMessage';

export const interactiveMessageSchema = new Schema<InteractiveMessageDocument>(
  {
    _id: { type: String, required: true },
    event_id: { type: String, required: true },
    guild_id: { type: String, required: true },
    channel_id: { type: String, required: true },
    message_id: { type: String, default: null },
    chosen: { type: Boolean, default: false },
    confirmed_digest: { type: String, default: null },
    active: { type: Boolean, required: true },
    posting_since: { type: Date, default: null },
    last_edited_at: { type: Date, default: null },
    replaces: { type: Schema.Types.Mixed, default: null },
    created_at: { type: Date, required: true },
  },
  { collection: 'interactive_messages', versionKey: false },
);

// One signup message for an event and a server.
interactiveMessageSchema.index({ event_id: 1, guild_id: 1 }, { unique: true });
// count() for the statistics.
interactiveMessageSchema.index({ active: 1 });
interactiveMessageSchema.index({ created_at: 1 });
// listByMessage(): what Discord tells over the gateway.
interactiveMessageSchema.index({ message_id: 1 }, { partialFilterExpression: { message_id: ANY_TEXT } });
// listByChannel(): likewise, when a channel is deleted.
interactiveMessageSchema.index({ channel_id: 1 });
// listByGuild(): what a server is compared with.
interactiveMessageSchema.index({ guild_id: 1, active: 1 });
