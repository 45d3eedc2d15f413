import { Schema } from 'mongoose';
import type { SeriesRecord } from './rules/series.js';

/** A series as MongoDB keeps it. */
export interface SeriesDocument extends Omit<SeriesRecord, 'id'> {
  readonly _id: string;
}

export const SERIES_MODEL = 'EventSeries';

export const seriesSchema = new Schema<SeriesDocument>(
  {
    _id: { type: String, required: true },
    org_id: { type: String, required: true },
    event: { type: Schema.Types.Mixed, required: true },
    rule: { type: String, required: true },
    timezone: { type: String, required: true },
    local_start: { type: String, required: true },
    publish_days_before: { type: Number, required: true },
    skipped: { type: [String], required: true },
    created_by: { type: String, required: true },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
    revision: { type: Number, required: true },
    due_at: { type: Date, default: null },
    before_change: { type: Schema.Types.Mixed, default: null },
  },
  { collection: 'event_series', versionKey: false, minimize: false },
);

// list(), count(): those of an organization.
seriesSchema.index({ org_id: 1, _id: -1 });
// listDue(): those with an occurrence to be published, or a change to be carried over; others are not in it.
seriesSchema.index({ due_at: 1 }, { partialFilterExpression: { due_at: { $type: 'date' } } });
// listMadeBy(), replaceMaker(): what somebody made.
seriesSchema.index({ created_by: 1 });
