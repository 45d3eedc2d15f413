import { Schema } from 'mongoose';
import { ANY_TEXT } from '../../infra/partial-indexes.js';
import { PLAN_ACTIONS } from '../notifications/rules/plan-notice.js';
import { PLAN_SOURCES, type PlanChange } from './rules/plan-change.js';

/** A change of plan as MongoDB keeps it. */
export interface PlanChangeDocument extends Omit<PlanChange, 'id'> {
  readonly _id: string;
  /** Whether a step remains to be done. */
  readonly unfinished: boolean;
  /** Webhooks were not told yet. */
  readonly untold?: boolean;
}

export const PLAN_CHANGE_MODEL = 'PlanChange';

export const planChangeSchema = new Schema<PlanChangeDocument>(
  {
    _id: { type: String, required: true },
    discord_id: { type: String, required: true },
    revision: { type: Number, required: true },
    action: { type: String, enum: PLAN_ACTIONS, required: true },
    entitled: { type: Boolean, required: true },
    plan: { type: String, default: null },
    price: { type: Schema.Types.Mixed, default: null },
    metadata: { type: Schema.Types.Mixed, default: {} },
    source: { type: String, enum: PLAN_SOURCES, required: true },
    source_id: { type: String, default: null },
    steps: { type: Schema.Types.Mixed, required: true },
    unfinished: { type: Boolean, required: true },
    untold: { type: Boolean },
    created_at: { type: Date, required: true },
  },
  { collection: 'plan_changes', versionKey: false, minimize: false },
);

// append(): of two changes of a member that were decided at once, one. findLast(): what the member has.
planChangeSchema.index(
  { discord_id: 1, revision: 1 },
  { unique: true, partialFilterExpression: { revision: { $gt: 0 } } },
);
// append(), findBySource(): a change that is told twice is one change.
planChangeSchema.index(
  { source: 1, source_id: 1 },
  { unique: true, partialFilterExpression: { source_id: ANY_TEXT } },
);
// listUnfinished(): the sweep's question. isFirst(): a member's changes in their order.
planChangeSchema.index(
  { unfinished: 1, discord_id: 1, _id: 1 },
  { partialFilterExpression: { unfinished: true } },
);
// listUntold(): what webhooks are to be told of.
planChangeSchema.index({ untold: 1 }, { partialFilterExpression: { untold: true } });
