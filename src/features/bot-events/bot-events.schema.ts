import { Schema } from 'mongoose';
import { ANY_TEXT } from '../../infra/partial-indexes.js';
import { BOT_EVENT_TYPES, type BotEvent } from './rules/bot-event.js';
import type { StoredMetadata } from './rules/stored-metadata.js';

/** An event as MongoDB keeps it. */
export interface BotEventDocument extends Omit<BotEvent, 'id' | 'metadata'> {
  readonly _id: string;
  readonly metadata: StoredMetadata;
  /** Chosen by the reporter; `null` when they chose none. */
  readonly idempotency_key: string | null;
  /** Since when it is to be passed on: to webhooks, and to a job for what remains; `null` once that is done. */
  readonly due_at: Date | null;
  /** The request that brought it, for the log lines of its effects. */
  readonly request_id: string | null;
  /** Effects that are done, and are not repeated when another one fails. */
  readonly done: readonly string[];
}

export const BOT_EVENT_MODEL = 'BotEvent';

export const botEventSchema = new Schema<BotEventDocument>(
  {
    _id: { type: String, required: true },
    event_type: { type: String, enum: BOT_EVENT_TYPES, required: true },
    discord_id: { type: String, required: true },
    guild_id: { type: String, default: null },
    command: { type: String, default: null },
    success: { type: Boolean, default: null },
    execution_time_ms: { type: Number, default: null },
    metadata: { type: Schema.Types.Mixed, default: {} },
    received_at: { type: Date, required: true },
    processed_at: { type: Date, default: null },
    error: { type: String, default: null },
    idempotency_key: { type: String, default: null },
    due_at: { type: Date, default: null },
    request_id: { type: String, default: null },
    done: { type: [String], default: [] },
  },
  { collection: 'bot_events', versionKey: false, minimize: false },
);

// insert(): a repeat with the same key has no second effect.
botEventSchema.index(
  { idempotency_key: 1 },
  { unique: true, partialFilterExpression: { idempotency_key: ANY_TEXT } },
);
// listDue(): events that are to be passed on, the oldest first.
botEventSchema.index({ due_at: 1 }, { partialFilterExpression: { due_at: { $type: 'date' } } });
// list() and statistics, over all servers or one, within a time; newest first.
botEventSchema.index({ received_at: -1, _id: -1 });
botEventSchema.index({ guild_id: 1, received_at: -1, _id: -1 });
// list() and activity of one member.
botEventSchema.index({ discord_id: 1, received_at: -1, _id: -1 });
