import { Schema } from 'mongoose';
import { BOT_EVENT_TYPES, type BotEventType } from './rules/bot-event.js';

/** What happened on one day, of one kind, in one server, with one command. */
export interface BotEventCountDocument {
  readonly _id: string;
  /** In UTC, such as `2026-01-07`. */
  readonly day: string;
  readonly event_type: BotEventType;
  readonly guild_id: string | null;
  readonly command: string | null;
  readonly count: number;
  readonly succeeded: number;
  readonly failed: number;
  /** Of `timed` uses of a command: how long they took in all, and the longest. */
  readonly timed: number;
  readonly time_ms: number;
  readonly longest_time_ms: number | null;
}

/** How far the days are added up. */
export interface RollUpDocument {
  readonly _id: string;
  /** The first day that is not. */
  readonly until: Date;
}

/** How many members a server has, as Discord counted them. */
export interface MemberCountDocument {
  readonly _id: string;
  readonly member_count: number;
  readonly counted_at: Date;
}

export const BOT_EVENT_COUNT_MODEL = 'BotEventCount';
export const ROLL_UP_MODEL = 'BotEventRollUp';
export const MEMBER_COUNT_MODEL = 'GuildMemberCount';

export const botEventCountSchema = new Schema<BotEventCountDocument>(
  {
    _id: { type: String, required: true },
    day: { type: String, required: true },
    event_type: { type: String, enum: BOT_EVENT_TYPES, required: true },
    guild_id: { type: String, default: null },
    command: { type: String, default: null },
    count: { type: Number, required: true },
    succeeded: { type: Number, required: true },
    failed: { type: Number, required: true },
    timed: { type: Number, required: true },
    time_ms: { type: Number, required: true },
    longest_time_ms: { type: Number, default: null },
  },
  { collection: 'bot_event_counts', versionKey: false },
);
// read(): over all servers or one, within a time.
botEventCountSchema.index({ day: 1 });
botEventCountSchema.index({ guild_id: 1, day: 1 });

export const rollUpSchema = new Schema<RollUpDocument>(
  { _id: { type: String, required: true }, until: { type: Date, required: true } },
  { collection: 'bot_event_roll_ups', versionKey: false },
);

export const memberCountSchema = new Schema<MemberCountDocument>(
  {
    _id: { type: String, required: true },
    member_count: { type: Number, required: true },
    counted_at: { type: Date, required: true },
  },
  { collection: 'guild_member_counts', versionKey: false },
);
