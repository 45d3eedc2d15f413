import { Schema } from 'mongoose';
import { ANY_TEXT } from '../../infra/partial-indexes.js';
import type { PaymentFact } from './rules/payment.js';

/** What became of a payment, as MongoDB keeps it: under the id of the event that told it. */
export interface PaymentFactDocument extends Omit<PaymentFact, 'event_id'> {
  readonly _id: string;
}

export const PAYMENT_FACT_MODEL = 'PaymentFact';

export const paymentFactSchema = new Schema<PaymentFactDocument>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true },
    told_at: { type: Date, required: true },
    customer_id: { type: String, default: null },
    payment_refs: { type: [String], required: true },
  },
  { collection: 'payment_facts', versionKey: false },
);

// factsOf(): by payments and by customer.
paymentFactSchema.index({ payment_refs: 1 });
paymentFactSchema.index({ customer_id: 1 }, { partialFilterExpression: { customer_id: ANY_TEXT } });
