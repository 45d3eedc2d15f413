import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { defined } from '../../common/defined.js';
import type { Attempt, Delivery, DeliveryStatus } from './rules/delivery.js';
import { isDuplicateKey } from '../../infra/duplicate-key.js';
import { withId } from '../../infra/with-id.js';
import { DELIVERY_MODEL, type DeliveryDocument } from './webhook-deliveries.schema.js';

/** A delivery to be written. */
export type NewDelivery = Pick<Delivery, 'webhook_id' | 'event_id' | 'type' | 'body'>;

const KEEP_MS = 30 * 86_400_000;

/** Outgoing and incoming deliveries. They are kept for 30 days. */
@Injectable()
export class WebhookDeliveriesRepository {
  constructor(@InjectModel(DELIVERY_MODEL) private readonly deliveries: Model<DeliveryDocument>) {}

  /** Writes a pending delivery; `null` when the subscription has one of this event already. */
  async create(delivery: NewDelivery & { readonly webhook_id: string }): Promise<Delivery | null> {
    return this.insert(delivery, 'outgoing');
  }

  /** Keeps what came in; `null` when it came before, by its id or its `event_id`. */
  async receive(
    delivery: Omit<NewDelivery, 'webhook_id'> & { readonly id: string },
  ): Promise<Delivery | null> {
    const { id, ...received } = delivery;
    return this.insert({ ...received, webhook_id: null }, 'incoming', id);
  }

  async findById(id: string): Promise<Delivery | null> {
    const document = await this.deliveries.findById(id).lean();
    return document && toDelivery(document);
  }

  /** Newest first. @param before only those older than this id */
  async list(
    filter: { readonly webhook_id: string; readonly status?: DeliveryStatus | undefined },
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

  /** Its job is written. */
  async markQueued(id: string): Promise<void> {
    await this.deliveries.updateOne({ _id: id }, { $set: { queued: true } });
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

  private async insert(
    delivery: NewDelivery,
    direction: Delivery['direction'],
    id: string = uuidv7(),
  ): Promise<Delivery | null> {
    const now = new Date();
    const document: DeliveryDocument = {
      ...delivery,
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
      expires_at: new Date(now.getTime() + KEEP_MS),
    };
    try {
      await this.deliveries.insertMany([document], { lean: true });
      return toDelivery(document);
    } catch (error) {
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }
}

function toDelivery(document: DeliveryDocument): Delivery {
  const { queued: _queued, due_at: _due, expires_at: _expires, ...delivery } = document;
  return withId(delivery);
}
