import { Schema } from 'mongoose';
import { type Fee, type PayoutInput, SHARE_RULES } from './rules/payout.js';

/** A fee with what it comes to. */
interface PaidFee extends Fee {
  readonly paid: number;
}

/** What somebody gets. */
export interface Share {
  readonly id: string;
  /** `null` for a guest. */
  readonly user_id: string | null;
  /** A guest's name. */
  readonly guest: string | null;
  readonly weight: number;
  readonly amount: number;
  /** When they said that they have it. */
  readonly received_at: Date | null;
}

/** What an event's haul is shared into. One for an event. */
export interface Payout extends Omit<PayoutInput, 'fees'> {
  /** The event's id. */
  readonly id: string;
  readonly org_id: string;
  readonly title: string;
  readonly start_at_utc: Date;
  readonly fees: readonly PaidFee[];
  readonly shares: readonly Share[];
  /** Raised with each change by an organizer. */
  readonly revision: number;
  readonly created_by: string;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** A payout as MongoDB keeps it. */
export interface PayoutDocument extends Omit<Payout, 'id'> {
  readonly _id: string;
  /** It is so long ago that it says no more who got what. */
  readonly nameless?: boolean;
}

export const PAYOUT_MODEL = 'Payout';

const shareSchema = new Schema<Share>(
  {
    id: { type: String, required: true },
    user_id: { type: String, default: null },
    guest: { type: String, default: null },
    weight: { type: Number, required: true },
    amount: { type: Number, required: true },
    received_at: { type: Date, default: null },
  },
  { _id: false, id: false },
);

export const payoutSchema = new Schema<PayoutDocument>(
  {
    _id: { type: String, required: true },
    org_id: { type: String, required: true },
    title: { type: String, required: true },
    start_at_utc: { type: Date, required: true },
    haul: { type: Number, required: true },
    rule: { type: String, enum: SHARE_RULES, required: true },
    fees: { type: [Schema.Types.Mixed as never], required: true },
    role_weights: { type: [Schema.Types.Mixed as never], required: true },
    guests: { type: [Schema.Types.Mixed as never], required: true },
    shares: { type: [shareSchema], required: true },
    revision: { type: Number, required: true },
    created_by: { type: String, required: true },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
    nameless: { type: Boolean },
  },
  { collection: 'payouts', versionKey: false },
);

// listOf(), replacePerson(): what somebody got.
payoutSchema.index({ 'shares.user_id': 1, start_at_utc: -1 });
// replacePerson(): who made it.
payoutSchema.index({ created_by: 1 });
// forgetPeople(): those that are old enough.
payoutSchema.index({ start_at_utc: 1 });
