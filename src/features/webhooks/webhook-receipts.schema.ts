import { Schema } from 'mongoose';

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
