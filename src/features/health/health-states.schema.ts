import { Schema } from 'mongoose';
import type { WatchedService } from './rules/health-change.js';

/** What the last look at a service found. */
export interface HealthStateDocument {
  readonly _id: WatchedService;
  readonly healthy: boolean;
  readonly since: Date;
}

export const HEALTH_STATE_MODEL = 'HealthState';

export const healthStateSchema = new Schema<HealthStateDocument>(
  {
    _id: { type: String, required: true },
    healthy: { type: Boolean, required: true },
    since: { type: Date, required: true },
  },
  { collection: 'health_states', versionKey: false },
);
