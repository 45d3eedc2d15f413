import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { Config } from '../../config/config.js';
import { CLAIMED_NOW, GIVEN_BACK, UNCLAIMED } from '../../infra/claims.js';
import { insertNew } from '../../infra/insert-new.js';
import { withId } from '../../infra/with-id.js';
import { NOTICE_DELIVERY_MODEL, type DeliveryDocument } from './event-notices.schema.js';
import type { Delivery, NewDelivery } from './rules/delivery.js';
import type { Notice } from './rules/notice.js';

const DAY_MS = 86_400_000;

/** A delivery that one process alone may send. */
export interface ClaimedDelivery extends Delivery {
  readonly token: string;
}

/** The ways of notices to channels and people, one message each. */
@Injectable()
export class NoticeDeliveriesRepository {
  constructor(
    @InjectModel(NOTICE_DELIVERY_MODEL) private readonly deliveries: Model<DeliveryDocument>,
    private readonly config: Config,
  ) {}

  /** One that is there already stays as it is. */
  async add({ id: noticeId, event_id }: Notice, fresh: readonly NewDelivery[]): Promise<void> {
    const expiresAt = new Date(Date.now() + this.config.retentionDays.notices * DAY_MS);
    const documents = fresh.map(({ id, ...delivery }) => ({
      ...{ _id: id, notice_id: noticeId, event_id, ...delivery },
      state: 'pending' as const,
      tried_since: null,
      channel_id: null,
      message_id: null,
      expires_at: expiresAt,
    }));
    await insertNew(this.deliveries, documents);
  }

  async find(id: string): Promise<Delivery | null> {
    const document = await this.deliveries.findById(id).lean();
    return document && toDelivery(document);
  }

  /**
   * Takes one that is not done for this process alone; one that failed may be tried again.
   * @returns `null` when it is done, or another process has it
   */
  async claim(id: string): Promise<ClaimedDelivery | null> {
    const token = uuidv7();
    const document = await this.deliveries
      .findOneAndUpdate(
        { _id: id, state: { $in: ['pending', 'failed'] }, ...UNCLAIMED },
        { $set: { claimed_by: token }, ...CLAIMED_NOW },
        { returnDocument: 'after' },
      )
      .lean();
    return document && { ...toDelivery(document), token };
  }

  /** Keeps a claim. */
  async renew({ id, token }: ClaimedDelivery): Promise<void> {
    await this.deliveries.updateOne({ _id: id, claimed_by: token }, CLAIMED_NOW);
  }

  /** @returns false when another process has it by now, and nothing was saved */
  async save({ id, token }: ClaimedDelivery, changes: Partial<Omit<Delivery, 'id'>>): Promise<boolean> {
    const change = { $set: changes, ...CLAIMED_NOW };
    return (await this.deliveries.updateOne({ _id: id, claimed_by: token }, change)).matchedCount === 1;
  }

  /** Gives a claim back. */
  async release({ id, token }: ClaimedDelivery): Promise<void> {
    await this.deliveries.updateOne({ _id: id, claimed_by: token }, { $set: GIVEN_BACK });
  }

  /** Notes that one which is not done will not be tried again by itself. */
  async fail(id: string): Promise<void> {
    await this.deliveries.updateOne({ _id: id, state: 'pending' }, { $set: { state: 'failed' } });
  }

  async hasPending(noticeId: string): Promise<boolean> {
    return (await this.deliveries.exists({ notice_id: noticeId, state: 'pending' })) !== null;
  }

  /** The people whom direct messages of a notice did not reach. */
  async listUnreached(noticeId: string): Promise<string[]> {
    const closed = await this.deliveries
      .find({ notice_id: noticeId, state: 'closed' }, { user_ids: 1 })
      .sort({ _id: 1 })
      .lean();
    return closed.flatMap(({ user_ids }) => user_ids);
  }

  /** What somebody was told, or was mentioned in. */
  async listOf(userId: string): Promise<Pick<Delivery, 'notice_id' | 'event_id' | 'way' | 'state'>[]> {
    return this.deliveries
      .find({ user_ids: userId }, { _id: 0, notice_id: 1, event_id: 1, way: 1, state: 1 })
      .lean<Pick<Delivery, 'notice_id' | 'event_id' | 'way' | 'state'>[]>();
  }

  async erasePerson(userId: string): Promise<void> {
    await this.deliveries.deleteMany({ user_ids: userId, way: 'direct' });
    await this.deliveries.updateMany({ user_ids: userId }, { $pull: { user_ids: userId } });
  }
}

function toDelivery({
  claimed_by: _by,
  claimed_at: _at,
  expires_at: _expires,
  ...document
}: DeliveryDocument): Delivery {
  return withId(document);
}
