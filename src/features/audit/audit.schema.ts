import { Schema } from 'mongoose';
import type { AuditEntry } from './rules/audit-entry.js';

/** An entry as MongoDB keeps it. */
export interface AuditDocument extends Omit<AuditEntry, 'id'> {
  readonly _id: string;
}

export const AUDIT_MODEL = 'AuditEntry';

const KEPT_SECONDS = 180 * 86_400;

export const auditSchema = new Schema<AuditDocument>(
  {
    _id: { type: String, required: true },
    org_id: { type: String, default: null },
    event_id: { type: String, default: null },
    action: { type: String, required: true },
    actor_id: { type: String, default: null },
    target_id: { type: String, default: null },
    fields: { type: [String], required: true },
    values: { type: Schema.Types.Mixed, required: true },
    source: { type: String, required: true },
    request_id: { type: String, default: null },
    at: { type: Date, required: true },
  },
  { collection: 'audit', versionKey: false, minimize: false },
);

// list(): an organization's audit, newest first.
auditSchema.index({ org_id: 1, at: -1, _id: -1 });
// list(): an event's timeline, newest first.
auditSchema.index({ event_id: 1, at: -1, _id: -1 });
// listAbout(), replacePerson(): what somebody did, and what was done to them.
auditSchema.index({ actor_id: 1, at: -1 });
auditSchema.index({ target_id: 1 });
// MongoDB itself removes what is older.
auditSchema.index({ at: 1 }, { expireAfterSeconds: KEPT_SECONDS });
