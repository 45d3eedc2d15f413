import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { Config } from '../../config/config.js';
import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { defined } from '../../common/defined.js';
import type { Attempt, Delivery, DeliveryStatus } from './rules/delivery.js';
import { insertNew } from '../../infra/insert-new.js';
import { mentions } from '../../infra/mentions.js';
import { withId } from '../../infra/with-id.js';
import {
  DELIVERY_MODEL,
  type DeliveryDocument,
  WEBHOOK_RECEIPT_MODEL,
  WEBHOOK_TOTAL_MODEL,
  type WebhookReceiptDocument,
  type WebhookTotalDocument,
} from './webhook-deliveries.schema.js';

type Content = Pick<Delivery, 'event_id' | 'type' | 'body'>;
/** A delivery to a subscription, to be written. */
export type OutgoingDelivery = Content & { readonly webhook_id: string };
/** What came in, under the id that it is to be kept by. */
export type IncomingDelivery = Content & { readonly id: string };

const DAY_MS = 86_400_000;

/** Outgoing and incoming deliveries, kept for as long as the configuration says; which bodies came in, for one day; and how many there ever were. */
@Injectable()
export class WebhookDeliveriesRepository {
  constructor(
    @InjectModel(DELIVERY_MODEL) private readonly deliveries: Model<DeliveryDocument>,
    @InjectModel(WEBHOOK_RECEIPT_MODEL) private readonly receipts: Model<WebhookReceiptDocument>,
    @InjectModel(WEBHOOK_TOTAL_MODEL) private readonly totals: Model<WebhookTotalDocument>,
    private readonly config: Config,
  ) {}

  /** Writes pending deliveries, but for subscriptions that have one of the same event already. @returns those written */
  async create(deliveries: readonly OutgoingDelivery[]): Promise<Delivery[]> {
    const documents = deliveries.map((delivery) => this.newDocument(uuidv7(), 'outgoing', delivery));
    return (await insertNew(this.deliveries, documents)).map(toDelivery);
  }

  /** Removes deliveries in whose body one of these ids stands. */
  async removeNaming(ids: readonly string[]): Promise<void> {
    await this.deliveries.deleteMany({ body: mentions(ids) });
  }

  /** Keeps what came in; `null` when it came before, by its id or its `event_id`. */
  async receive({ id, ...content }: IncomingDelivery): Promise<Delivery | null> {
    const document = this.newDocument(id, 'incoming', { ...content, webhook_id: null });
    const [written] = await insertNew(this.deliveries, [document]);
    return written === undefined ? null : toDelivery(written);
  }

  /**
   * Says under which id a body is to be kept: for 24 hours the same one, also when an earlier try died before it kept it.
   * @returns `first` when the body was not seen before
   */
  async claim(body: Buffer): Promise<{ readonly delivery_id: string; readonly first: boolean }> {
    const _id = createHash('sha256').update(body).digest('hex');
    const receipt = { _id, delivery_id: uuidv7(), expires_at: new Date(Date.now() + DAY_MS) };
    const [written] = await insertNew(this.receipts, [receipt]);
    if (written !== undefined) return { delivery_id: written.delivery_id, first: true };
    const known = await this.receipts.findById(_id).lean();
    // It expired a moment ago.
    if (known === null) return this.claim(body);
    return { delivery_id: known.delivery_id, first: false };
  }

  /** Counts for the statistics. A crash at the wrong moment loses a count, never a webhook. */
  async count(what: WebhookTotalDocument['_id']): Promise<void> {
    await this.totals.updateOne({ _id: what }, { $inc: { count: 1 } }, { upsert: true });
  }

  /** How many webhooks were ever sent successfully, and received. */
  async readTotals(): Promise<{ readonly sent: number; readonly received: number }> {
    const documents = await this.totals.find().lean();
    const of = (what: string): number => documents.find(({ _id }) => _id === what)?.count ?? 0;
    return { sent: of('sent'), received: of('received') };
  }

  async findById(id: string): Promise<Delivery | null> {
    const document = await this.deliveries.findById(id).lean();
    return document && toDelivery(document);
  }

  /** Newest first. @param before only those older than this id */
  async list(
    filter: { readonly webhook_id: string | null; readonly status?: DeliveryStatus | undefined },
    limit: number,
    before: string | null,
  ): Promise<Delivery[]> {
    const query: QueryFilter<DeliveryDocument> = { ...defined(filter) };
    if (before !== null) query['_id'] = { $lt: before };
    const documents = await this.deliveries.find(query).sort({ _id: -1 }).limit(limit).lean();
    return documents.map(toDelivery);
  }

  /** Notes a try and where the delivery stands after it. */
  async recordAttempt(id: string, status: DeliveryStatus, attempt: Attempt): Promise<void> {
    await this.deliveries.updateOne(
      { _id: id },
      { $set: { ...attempt, status, last_attempt_at: new Date() }, $inc: { attempts: 1 } },
    );
  }

  /** It will not be sent, because we failed ourselves. */
  async fail(id: string, error: string): Promise<void> {
    await this.deliveries.updateOne({ _id: id, status: 'pending' }, { $set: { status: 'failed', error } });
  }

  /** It will not be sent: its subscription is off or gone. */
  async cancel(id: string, error: string): Promise<void> {
    await this.deliveries.updateOne({ _id: id }, { $set: { status: 'cancelled', error } });
  }

  /** A finished delivery of a subscription → pending; `null` when there is none or it is pending. */
  async reopen(webhookId: string, id: string): Promise<Delivery | null> {
    const document = await this.deliveries
      .findOneAndUpdate(
        { _id: id, webhook_id: webhookId, status: { $ne: 'pending' } },
        { $set: { status: 'pending', queued: false, due_at: new Date() } },
        { returnDocument: 'after' },
      )
      .lean();
    return document && toDelivery(document);
  }

  /** Their jobs are written. */
  async markQueued(ids: readonly string[]): Promise<void> {
    await this.deliveries.updateMany({ _id: { $in: ids } }, { $set: { queued: true } });
  }

  /** Deliveries without a job although they were due before `before`. For the sweep. */
  async listUnqueued(before: Date, limit: number): Promise<Delivery[]> {
    const documents = await this.deliveries
      .find({ queued: false, due_at: { $lt: before } })
      .limit(limit)
      .lean();
    return documents.map(toDelivery);
  }

  /** How many came in, or were sent successfully, since a time. For the statistics. */
  async countSince(since: Date, status: 'delivered' | 'received'): Promise<number> {
    return this.deliveries.countDocuments({ status, created_at: { $gte: since } });
  }

  private newDocument(
    id: string,
    direction: Delivery['direction'],
    content: Content & Pick<Delivery, 'webhook_id'>,
  ): DeliveryDocument {
    const now = new Date();
    return {
      ...content,
      _id: id,
      direction,
      status: direction === 'outgoing' ? 'pending' : 'received',
      attempts: 0,
      response_status: null,
      response_excerpt: null,
      duration_ms: null,
      error: null,
      created_at: now,
      last_attempt_at: null,
      queued: direction === 'incoming',
      due_at: now,
      expires_at: new Date(now.getTime() + this.config.retentionDays.webhookDeliveries * DAY_MS),
    };
  }
}

function toDelivery(document: DeliveryDocument): Delivery {
  const { queued: _queued, due_at: _due, expires_at: _expires, ...delivery } = document;
  return withId(delivery);
}
