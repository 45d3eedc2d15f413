import { Schema } from 'mongoose';

/** Something that Discord told, for as long as it may be told again. */
export interface HeardEventDocument {
  /** What it was: `interaction:1394001780148535387`, `membership:GUILD:USER`. */
  readonly _id: string;
  /** What it came to, for what changes again and again. */
  readonly state: string;
  readonly at: Date;
}

export const HEARD_EVENT_MODEL = 'HeardEvent';

/** As long as an interaction can be answered. */
const KEPT_SECONDS = 900;

export const heardEventSchema = new Schema<HeardEventDocument>(
  {
    _id: { type: String, required: true },
    state: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { collection: 'heard_events', versionKey: false },
);
// Forgets what cannot be told again.
heardEventSchema.index({ at: 1 }, { expireAfterSeconds: KEPT_SECONDS });
