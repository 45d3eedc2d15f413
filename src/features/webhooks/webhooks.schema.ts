import { Schema } from 'mongoose';
import { ANY_TEXT } from '../../infra/partial-indexes.js';
import { SUBSCRIBABLE } from './rules/event-types.js';
import { DISABLED_REASONS, type Webhook } from './rules/webhook.js';

/** A subscription as MongoDB keeps it. */
export interface WebhookDocument extends Omit<Webhook, 'id' | 'events'> {
  readonly _id: string;
  readonly events: string[];
  /** Id of the notice that it was switched off, until the other subscribers' deliveries are written. */
  readonly notice_id: string | null;
}

export const WEBHOOK_MODEL = 'Webhook';

export const webhookSchema = new Schema<WebhookDocument>(
  {
    _id: { type: String, required: true },
    url: { type: String, required: true },
    events: { type: [{ type: String, enum: SUBSCRIBABLE }], required: true },
    // Both sealed by the vault.
    secret: { type: String, required: true },
    previous_secret: { type: String, default: null },
    previous_secret_until: { type: Date, default: null },
    active: { type: Boolean, required: true },
    consecutive_failures: { type: Number, required: true },
    disabled_reason: { type: String, enum: [...DISABLED_REASONS, null], default: null },
    disabled_at: { type: Date, default: null },
    created_at: { type: Date, required: true },
    updated_at: { type: Date, required: true },
    notice_id: { type: String, default: null },
  },
  { collection: 'webhooks', versionKey: false },
);

// listSubscribed(): who wants to know of an event.
webhookSchema.index({ events: 1, active: 1 });
// sealSecrets(): those that are not sealed with the present key, by the beginning.
webhookSchema.index({ secret: 1 });
// listNoticesDue(): what the sweep has to tell the others.
webhookSchema.index({ notice_id: 1 }, { partialFilterExpression: { notice_id: ANY_TEXT } });
