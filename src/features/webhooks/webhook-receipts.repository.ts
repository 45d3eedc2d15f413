import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { isDuplicateKey } from '../../infra/duplicate-key.js';
import { WEBHOOK_RECEIPT_MODEL, type WebhookReceiptDocument } from './webhook-receipts.schema.js';

const DAY_MS = 86_400_000;

/** Which bodies came in during the last 24 hours. */
@Injectable()
export class WebhookReceiptsRepository {
  constructor(@InjectModel(WEBHOOK_RECEIPT_MODEL) private readonly receipts: Model<WebhookReceiptDocument>) {}

  /**
   * Says under which id a body is to be kept: for 24 hours the same one, also when an earlier try died before it kept it.
   * @returns `first` when the body was not seen before
   */
  async claim(body: Buffer): Promise<{ readonly delivery_id: string; readonly first: boolean }> {
    const _id = createHash('sha256').update(body).digest('hex');
    const delivery_id = uuidv7();
    try {
      await this.receipts.create({ _id, delivery_id, expires_at: new Date(Date.now() + DAY_MS) });
      return { delivery_id, first: true };
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    const receipt = await this.receipts.findById(_id).lean();
    // It expired a moment ago.
    if (receipt === null) return this.claim(body);
    return { delivery_id: receipt.delivery_id, first: false };
  }
}
