import { Schema } from 'mongoose';
import type { HealthChange, WatchedService } from './rules/health-change.js';

/** What the last look at a service found. */
export interface HealthStateDocument {
  readonly _id: WatchedService;
  readonly healthy: boolean;
  readonly since: Date;
  /** Changes that are not told yet, oldest first. */
  readonly untold: HealthChange[];
}

const changeSchema = new Schema<HealthChange>(
  {
    id: { type: String, required: true },
    at: { type: Date, required: true },
    service: { type: String, required: true },
    state: { type: String, required: true },
    reason: { type: String, default: null },
    down_ms: { type: Number, default: null },
    first: { type: Boolean, required: true },
  },
  { _id: false, id: false },
);

export const HEALTH_STATE_MODEL = 'HealthState';

export const healthStateSchema = new Schema<HealthStateDocument>(
  {
    _id: { type: String, required: true },
    healthy: { type: Boolean, required: true },
    since: { type: Date, required: true },
    untold: { type: [changeSchema], default: [] },
  },
  { collection: 'health_states', versionKey: false },
);
