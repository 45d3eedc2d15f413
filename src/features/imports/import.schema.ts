import { Schema } from 'mongoose';

/** What an entry of somebody's file has become. */
export interface ImportDocument {
  /** A digest of the organization and the entry's own name, so that the same one is found again. */
  readonly _id: string;
  readonly org_id: string;
  /** Decided before the event is made, so that a repetition after a crash makes the same one. */
  readonly event_id: string;
  readonly created_at: Date;
}

export const IMPORT_MODEL = 'EventImport';

// By _id alone: claim(), find().
export const importSchema = new Schema<ImportDocument>(
  {
    _id: { type: String, required: true },
    org_id: { type: String, required: true },
    event_id: { type: String, required: true },
    created_at: { type: Date, required: true },
  },
  { collection: 'event_imports', versionKey: false },
);
