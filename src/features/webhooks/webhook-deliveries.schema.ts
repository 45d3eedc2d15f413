import { Schema } from 'mongoose';
import { DELIVERY_STATUSES, type Delivery } from './rules/delivery.js';

/** A delivery as MongoDB keeps it. */
export interface DeliveryDocument extends Omit<Delivery, 'id'> {
  readonly _id: string;
  /** An outgoing one has its job; until then the sweep looks after it. */
  readonly queued: boolean;
  /** When it became due, for the sweep. */
  readonly due_at: Date;
  readonly expires_at: Date;
}

export const DELIVERY_MODEL = 'WebhookDelivery';

export const deliverySchema = new Schema<DeliveryDocument>(
  {
    _id: { type: String, required: true },
    direction: { type: String, enum: ['outgoing', 'incoming'], required: true },
    webhook_id: { type: String, default: null },
    event_id: { type: String, required: true },
    type: { type: String, default: '' },
    body: { type: String, default: '' },
    status: { type: String, enum: DELIVERY_STATUSES, required: true },
    attempts: { type: Number, required: true },
    response_status: { type: Number, default: null },
    response_excerpt: { type: String, default: null },
    duration_ms: { type: Number, default: null },
    error: { type: String, default: null },
    created_at: { type: Date, required: true },
    last_attempt_at: { type: Date, default: null },
    queued: { type: Boolean, required: true },
    due_at: { type: Date, required: true },
    expires_at: { type: Date, required: true },
  },
  { collection: 'webhook_deliveries', versionKey: false },
);

// create(), receive(): an event is delivered once to each subscription, and taken in once (webhook_id null).
deliverySchema.index({ event_id: 1, webhook_id: 1 }, { unique: true });
// list(): a subscription's deliveries, newest first.
deliverySchema.index({ webhook_id: 1, _id: -1 });
// listUnqueued(): what the sweep has to hand to the queue.
deliverySchema.index({ due_at: 1 }, { partialFilterExpression: { queued: false } });
// countSince(): the statistics of the last day.
deliverySchema.index({ status: 1, created_at: 1 });
// Old ones expire.
deliverySchema.index({ expires_at: 1 }, { expireAfterSeconds: 0 });

/** That a body came in, for as long as the same body counts as a repeat. */
export interface WebhookReceiptDocument {
  /** SHA-256 of the body. */
  readonly _id: string;
  /** The delivery that it is kept as. */
  readonly delivery_id: string;
  readonly expires_at: Date;
}

export const WEBHOOK_RECEIPT_MODEL = 'WebhookReceipt';

export const webhookReceiptSchema = new Schema<WebhookReceiptDocument>(
  {
    _id: { type: String, required: true },
    delivery_id: { type: String, required: true },
    expires_at: { type: Date, required: true },
  },
  { collection: 'webhook_receipts', versionKey: false },
);

// Afterwards the same body is a new delivery.
webhookReceiptSchema.index({ expires_at: 1 }, { expireAfterSeconds: 0 });

/** How many webhooks were ever sent and received. The deliveries themselves expire. */
export interface WebhookTotalDocument {
  readonly _id: 'sent' | 'received';
  readonly count: number;
}

export const WEBHOOK_TOTAL_MODEL = 'WebhookTotal';

// Both documents are found by their _id alone.
export const webhookTotalSchema = new Schema<WebhookTotalDocument>(
  { _id: { type: String, required: true }, count: { type: Number, required: true } },
  { collection: 'webhook_totals', versionKey: false },
);
