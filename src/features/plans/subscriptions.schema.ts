import { Schema } from 'mongoose';
import { ANY_TEXT } from '../../infra/partial-indexes.js';
import type { AdminWord } from './rules/next-change.js';
import { PLAN_SOURCES, type PlanSource } from './rules/plan-change.js';
import type { SubscriptionState, Telling } from './rules/subscription.js';

/** How we know whose a subscription is. */
const MATCHES = ['metadata', 'customer', 'email', 'admin'] as const;
export type Match = (typeof MATCHES)[number];

/** A subscription and what was said of it, as MongoDB keeps it. */
export interface SubscriptionDocument {
  readonly _id: string;
  readonly source: PlanSource;
  /** The source's own id of it. */
  readonly source_id: string;
  /** Whose it is; `null` as long as we do not know. */
  readonly discord_id: string | null;
  readonly matched_by: Match | null;
  readonly customer_id: string | null;
  readonly email: string | null;
  /** Its own ids of invoices and payments, by which what is taken back finds it. */
  readonly payment_refs: readonly string[];
  /** How it stood before the oldest telling that is kept, and the time of the newest one that is not. */
  readonly base: SubscriptionState | null;
  readonly base_told_at: Date | null;
  readonly tellings: readonly Telling[];
  /** What an admin said with the newest change, for the message. */
  readonly said: AdminWord | null;
  /** Members whose entitlement has to be computed again. */
  readonly due_for: readonly string[];
  /** Raised by every write, so that of two writes at once the second is decided anew. */
  readonly version: number;
  readonly created_at: Date;
  readonly updated_at: Date;
}

export const SUBSCRIPTION_MODEL = 'Subscription';

export const subscriptionSchema = new Schema<SubscriptionDocument>(
  {
    _id: { type: String, required: true },
    source: { type: String, enum: PLAN_SOURCES, required: true },
    source_id: { type: String, required: true },
    discord_id: { type: String, default: null },
    matched_by: { type: String, enum: [...MATCHES, null], default: null },
    customer_id: { type: String, default: null },
    email: { type: String, default: null },
    payment_refs: { type: [String], required: true },
    base: { type: Schema.Types.Mixed, default: null },
    base_told_at: { type: Date, default: null },
    tellings: { type: [Schema.Types.Mixed as never], required: true },
    said: { type: Schema.Types.Mixed, default: null },
    due_for: { type: [String], required: true },
    version: { type: Number, required: true },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
  },
  { collection: 'plan_subscriptions', versionKey: false, minimize: false },
);

// find(), insert(): one document for a subscription of a source.
subscriptionSchema.index({ source: 1, source_id: 1 }, { unique: true });
// listOf(): a member's subscriptions. listUnmatched(): those of no member, oldest first.
subscriptionSchema.index({ discord_id: 1, _id: 1 });
// listOfCustomer(): what a customer pays for.
subscriptionSchema.index({ customer_id: 1 }, { partialFilterExpression: { customer_id: ANY_TEXT } });
// listByPayment(): what a payment was for.
subscriptionSchema.index({ payment_refs: 1 });
// listDue(): the sweep's question.
subscriptionSchema.index({ due_for: 1 }, { partialFilterExpression: { 'due_for.0': { $exists: true } } });
