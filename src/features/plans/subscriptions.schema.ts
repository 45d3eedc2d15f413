import { Schema } from 'mongoose';
import type { PlanChangeInput } from './record-plan-change.js';
import type { Subscription } from './rules/subscription.js';

/** A subscription as MongoDB keeps it. */
export interface SubscriptionDocument extends Omit<Subscription, 'id'> {
  readonly _id: string;
  /** The change of plan that its newest event brought about, until it is recorded. */
  readonly unrecorded: PlanChangeInput | null;
}

export const SUBSCRIPTION_MODEL = 'Subscription';

// Every query is by _id.
export const subscriptionSchema = new Schema<SubscriptionDocument>(
  {
    _id: { type: String, required: true },
    discord_id: { type: String, required: true },
    status: { type: String, required: true },
    plan: { type: String, default: null },
    price: { type: Schema.Types.Mixed, default: null },
    told_at: { type: Date, required: true },
    event_ids: { type: [String], required: true },
    unrecorded: { type: Schema.Types.Mixed, default: null },
  },
  { collection: 'subscriptions', versionKey: false, minimize: false },
);
