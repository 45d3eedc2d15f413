import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { WEBHOOK_TOTAL_MODEL, type WebhookTotalDocument } from './webhook-totals.schema.js';

/** Counts webhooks for the statistics. A crash at the wrong moment loses a count, never a webhook. */
@Injectable()
export class WebhookTotalsRepository {
  constructor(@InjectModel(WEBHOOK_TOTAL_MODEL) private readonly totals: Model<WebhookTotalDocument>) {}

  async count(what: WebhookTotalDocument['_id']): Promise<void> {
    await this.totals.updateOne({ _id: what }, { $inc: { count: 1 } }, { upsert: true });
  }

  /** How many webhooks were ever sent successfully, and received. */
  async read(): Promise<{ readonly sent: number; readonly received: number }> {
    const documents = await this.totals.find().lean();
    const of = (what: string): number => documents.find(({ _id }) => _id === what)?.count ?? 0;
    return { sent: of('sent'), received: of('received') };
  }
}
