import { Schema } from 'mongoose';
import type { InteractionKind } from './rules/interactions.js';

/** How many interactions of a kind there were in one hour, and how soon they were acknowledged. It says nothing of anybody. */
export interface InteractionCountDocument {
  /** Hour and kind: `2026-01-07T12:command`. */
  readonly _id: string;
  readonly hour: Date;
  readonly kind: InteractionKind;
  readonly count: number;
  readonly ack_ms: number;
  readonly longest_ack_ms: number;
}

export const INTERACTION_COUNT_MODEL = 'InteractionCount';

export const interactionCountSchema = new Schema<InteractionCountDocument>(
  {
    _id: { type: String, required: true },
    hour: { type: Date, required: true },
    kind: { type: String, required: true },
    count: { type: Number, required: true },
    ack_ms: { type: Number, required: true },
    longest_ack_ms: { type: Number, required: true },
  },
  { collection: 'interaction_counts', versionKey: false },
);
// list(): the hours of a time.
interactionCountSchema.index({ hour: 1 });
