import { Schema } from 'mongoose';
import type { UndoableAct } from './rules/undoable.js';

/** An act as MongoDB keeps it. */
export interface UndoableActDocument extends Omit<UndoableAct, 'id'> {
  readonly _id: string;
}

export const UNDOABLE_ACT_MODEL = 'UndoableAct';

export const undoableActSchema = new Schema<UndoableActDocument>(
  {
    _id: { type: String, required: true },
    event_id: { type: String, required: true },
    actor_id: { type: String, required: true },
    at: { type: Date, required: true },
    until: { type: Date, required: true },
    undone_at: { type: Date, default: null },
    change: { type: Schema.Types.Mixed, required: true },
  },
  { collection: 'undoable_acts', versionKey: false, minimize: false },
);

// listOf(): what can be taken back of an event, newest first.
undoableActSchema.index({ event_id: 1, at: -1 });
// forgetPerson(): what somebody did, or was done to them.
undoableActSchema.index({ actor_id: 1 });
undoableActSchema.index({ 'change.user_id': 1 });
// MongoDB itself removes what cannot be taken back any more.
undoableActSchema.index({ until: 1 }, { expireAfterSeconds: 0 });
