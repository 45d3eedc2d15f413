import { Schema } from 'mongoose';
import { FAULT_KINDS, type ServerFault } from './rules/server-fault.js';

/** A fault as MongoDB keeps it. */
export interface ServerFaultDocument extends Omit<ServerFault, 'id'> {
  readonly _id: string;
}

export const SERVER_FAULT_MODEL = 'ServerFault';

export const serverFaultSchema = new Schema<ServerFaultDocument>(
  {
    _id: { type: String, required: true },
    guild_id: { type: String, required: true },
    capability: { type: String, required: true },
    kind: { type: String, enum: FAULT_KINDS, required: true },
    channel_id: { type: String, default: null },
    role_ids: { type: [String], default: undefined },
    message: { type: String, required: true },
    explained: { type: Boolean, required: true },
    tried_at: { type: Date, required: true },
    since: { type: Date, required: true },
    told_at: { type: Date, default: null },
  },
  { collection: 'server_faults', versionKey: false },
);

// One fault for a capability of a server, in each channel: open() relies on the duplicate being refused. Also listOpen().
serverFaultSchema.index({ guild_id: 1, capability: 1, channel_id: 1 }, { unique: true });
