import { Schema } from 'mongoose';

/** Somebody who erased their account, for as long as it takes. */
export interface ErasureDocument {
  /** The user's id. */
  readonly _id: string;
  readonly discord_id: string;
  /** What takes the place of the user's id. */
  readonly tombstone: string;
  readonly requested_at: Date;
}

export const ERASURE_MODEL = 'Erasure';

export const erasureSchema = new Schema<ErasureDocument>(
  {
    _id: { type: String, required: true },
    discord_id: { type: String, required: true },
    tombstone: { type: String, required: true },
    requested_at: { type: Date, required: true },
  },
  { collection: 'erasures', versionKey: false },
);
