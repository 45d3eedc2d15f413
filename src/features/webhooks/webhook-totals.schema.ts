import { Schema } from 'mongoose';

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
