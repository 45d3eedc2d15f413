import { Schema } from 'mongoose';
import { ANY_TEXT, ANY_TIME } from '../infra/partial-indexes.js';
import { JOB_STATUSES, JOB_TYPES, type Job } from './rules/job.js';

/** A job row as MongoDB keeps it. */
export interface JobDocument extends Omit<Job, 'id'> {
  readonly _id: string;
  /** It failed, and webhooks were not told yet. */
  readonly untold?: boolean;
  /** What went wrong for good, as other jobs may have failed as well; missing in rows of before this was kept. */
  readonly cause?: string;
  /** When MongoDB may delete the row; only set once it is finished. */
  readonly expires_at: Date | null;
}

export const JOB_MODEL = 'DiscordJob';

export const jobSchema = new Schema<JobDocument>(
  {
    _id: { type: String, required: true },
    job_type: { type: String, enum: JOB_TYPES, required: true },
    guild_id: { type: String, default: null },
    event_id: { type: String, default: null },
    payload: { type: Schema.Types.Mixed, default: {} },
    dedupe_key: { type: String, default: null },
    status: { type: String, enum: JOB_STATUSES, required: true },
    attempt: { type: Number, default: 0 },
    retry_count: { type: Number, required: true },
    max_retries: { type: Number, required: true },
    scheduled_at: { type: Date, required: true },
    created_at: { type: Date, required: true },
    started_at: { type: Date, default: null },
    completed_at: { type: Date, default: null },
    error_message: { type: String, default: null },
    result: { type: Schema.Types.Mixed, default: null },
    untold: { type: Boolean },
    cause: { type: String },
    expires_at: { type: Date, default: null },
  },
  { collection: 'discord_jobs', versionKey: false, minimize: false },
);

// One pending job for a key: create() relies on the duplicate being refused.
jobSchema.index(
  { dedupe_key: 1 },
  { unique: true, partialFilterExpression: { status: 'pending', dedupe_key: ANY_TEXT } },
);
// isUnderWay(): is this work waiting or being done?
jobSchema.index({ dedupe_key: 1, status: 1 }, { partialFilterExpression: { dedupe_key: ANY_TEXT } });
// list() by admins: newest first, filtered by status; also counts for the statistics.
jobSchema.index({ status: 1, _id: -1 });
// list() of one event's or one server's jobs.
jobSchema.index({ event_id: 1, _id: -1 });
jobSchema.index({ guild_id: 1, _id: -1 });
// listLost(): rows that should have run by now.
jobSchema.index({ status: 1, scheduled_at: 1 });
// listUntold(): failures that webhooks are to be told of.
jobSchema.index({ untold: 1 }, { partialFilterExpression: { untold: true } });
// countFinishedSince() for the statistics.
jobSchema.index({ status: 1, completed_at: 1 }, { partialFilterExpression: { completed_at: ANY_TIME } });
// Finished rows expire.
jobSchema.index({ expires_at: 1 }, { expireAfterSeconds: 0 });
