import { Schema } from 'mongoose';
import { ANY_TEXT } from '../../infra/partial-indexes.js';
import { CLAIMED, type Claimed } from '../../infra/claims.js';
import { MIRROR_PARTS, SYNC_STATES, type Mirror } from './rules/mirror.js';
import type { ScheduledEventFields } from './rules/scheduled-event.js';

/** A mirror as MongoDB keeps it. */
export interface MirrorDocument extends Omit<Mirror, 'id'>, Claimed {
  readonly _id: string;
  /** The occurrence of a recurring scheduled event that it stands for; absent otherwise. */
  readonly occurrence?: string;
}

export const MIRROR_MODEL = 'DiscordEvent';

const confirmedFields = new Schema<ScheduledEventFields>(
  {
    name: { type: String, required: true },
    // Empty for many that people made, which Mongoose takes for missing.
    description: { type: String, default: '' },
    location: { type: String, default: '' },
    scheduled_start_time: { type: Date, required: true },
    scheduled_end_time: { type: Date, required: true },
  },
  { _id: false },
);

export const mirrorSchema = new Schema<MirrorDocument>(
  {
    _id: { type: String, required: true },
    event_id: { type: String, required: true },
    guild_id: { type: String, required: true },
    with_server: { type: Boolean, default: false },
    intent: { type: String, enum: ['present', 'absent'], required: true },
    discord_event_id: { type: String, default: null },
    adopted: { type: Boolean, default: false },
    status: { type: Number, default: null },
    confirmed: { type: confirmedFields, default: null },
    user_count: { type: Number, default: null },
    wanted_revision: { type: Number, required: true },
    confirmed_revision: { type: Number, required: true },
    sync_state: { type: String, enum: SYNC_STATES, required: true },
    detached: { type: [String], enum: MIRROR_PARTS, default: [] },
    doubt: { type: Schema.Types.Mixed, default: null },
    last_repair: { type: Schema.Types.Mixed, default: null },
    last_error: { type: String, default: null },
    creating_since: { type: Date, default: null },
    next_attempt_at: { type: Date, required: true },
    ...CLAIMED,
    occurrence: { type: String },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
  },
  { collection: 'discord_events', versionKey: false },
);

// One mirror for an event and a server: ensure() relies on the duplicate being refused. Also listByEvent().
mirrorSchema.index({ event_id: 1, guild_id: 1 }, { unique: true });
// listLive(). Also listByGuild() and markGuildAbsent(), by the beginning.
mirrorSchema.index({ guild_id: 1, status: 1 });
// listPage().
mirrorSchema.index({ guild_id: 1, _id: -1 });
// listDue(): the sweep's question. Also counts for the statistics.
mirrorSchema.index({ sync_state: 1, next_attempt_at: 1 });
// adopt(): a scheduled event is one event's. Also findByDiscordEvent(), doubtScheduledEvent(): what Discord tells over the gateway.
mirrorSchema.index(
  { discord_event_id: 1 },
  { unique: true, partialFilterExpression: { discord_event_id: ANY_TEXT } },
);
// adoptOccurrence(): an occurrence becomes one event. Also findSeries(), by the beginning.
mirrorSchema.index({ occurrence: 1 }, { unique: true, partialFilterExpression: { occurrence: ANY_TEXT } });
// listGuildIds(). Also countByStatus() for the statistics.
mirrorSchema.index({ status: 1 });
mirrorSchema.index({ created_at: 1 });
