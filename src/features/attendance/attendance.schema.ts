import { Schema } from 'mongoose';
import { ANY_TEXT } from '../../infra/partial-indexes.js';
import type { Attendance } from './rules/attendance.js';

/** Somebody in a voice channel, as MongoDB keeps it (`voice_presence`). */
export interface VoicePresenceDocument {
  readonly _id: string;
  readonly guild_id: string;
  readonly channel_id: string;
  /** The event that the channel was made for; `null` for any other channel. */
  readonly event_id: string | null;
  readonly discord_id: string;
  readonly joined_at: Date;
  readonly left_at: Date | null;
}

export const VOICE_PRESENCE_MODEL = 'VoicePresence';

/** Longer than an event is counted anew after its end. */
const KEPT_SECONDS = 8 * 86_400;

export const voicePresenceSchema = new Schema<VoicePresenceDocument>(
  {
    _id: { type: String, required: true },
    guild_id: { type: String, required: true },
    channel_id: { type: String, required: true },
    event_id: { type: String, default: null },
    discord_id: { type: String, required: true },
    joined_at: { type: Date, required: true },
    left_at: { type: Date, default: null },
  },
  { collection: 'voice_presence', versionKey: false },
);

// enter(): somebody is in one channel of a server at a time.
voicePresenceSchema.index({ guild_id: 1, discord_id: 1, left_at: 1 }, { unique: true });
// listIn(): who was in the channels of an event.
voicePresenceSchema.index({ event_id: 1 }, { partialFilterExpression: { event_id: ANY_TEXT } });
voicePresenceSchema.index({ channel_id: 1, joined_at: 1 });
// listOf(), removeOf(): everything about somebody.
voicePresenceSchema.index({ discord_id: 1 });
// What was counted is kept as minutes alone.
voicePresenceSchema.index({ left_at: 1 }, { expireAfterSeconds: KEPT_SECONDS });

/** What became of one person in one event that is over, as MongoDB keeps it (`event_presence`). */
export interface EventPresenceDocument extends Attendance {
  readonly _id: string;
  readonly event_id: string;
  readonly org_id: string;
  readonly user_id: string;
  readonly start_at_utc: Date;
  /** It says no more who it was; what was counted stays. */
  readonly nameless?: boolean;
}

export const EVENT_PRESENCE_MODEL = 'EventPresence';

export const eventPresenceSchema = new Schema<EventPresenceDocument>(
  {
    _id: { type: String, required: true },
    event_id: { type: String, required: true },
    org_id: { type: String, required: true },
    user_id: { type: String, required: true },
    start_at_utc: { type: Date, required: true },
    signed_up: { type: Boolean, required: true },
    checked_in: { type: Boolean, required: true },
    attended: { type: Boolean, required: true },
    no_show: { type: Boolean, required: true },
    minutes: { type: Number, required: true },
    nameless: { type: Boolean },
  },
  { collection: 'event_presence', versionKey: false },
);

// save(): one for a person and an event. Also listOfEvent().
eventPresenceSchema.index({ event_id: 1, user_id: 1 }, { unique: true });
// listMembers(), total(): the figures of an organization.
eventPresenceSchema.index({ org_id: 1, user_id: 1 });
// listOwn(), listOf(), replacePerson(): everything about somebody.
eventPresenceSchema.index({ user_id: 1 });
// forgetPeople(): rows that are old enough.
eventPresenceSchema.index({ start_at_utc: 1 });
