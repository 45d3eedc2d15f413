import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Config } from '../../config/config.js';
import { insertNew } from '../../infra/insert-new.js';
import { withId } from '../../infra/with-id.js';
import { NOTICE_DELIVERY_MODEL, type DeliveryDocument } from './event-notices.schema.js';
import type { Delivery, NewDelivery } from './rules/delivery.js';
import type { Notice } from './rules/notice.js';

const DAY_MS = 86_400_000;
const NEVER = new Date(0);

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
      busy_until: NEVER,
      expires_at: expiresAt,
    }));
    await insertNew(this.deliveries, documents);
  }

  async find(id: string): Promise<Delivery | null> {
    const document = await this.deliveries.findById(id).lean();
    return document && toDelivery(document);
  }

  /**
   * Takes one that is not done for this process alone, for `ms` milliseconds; one that failed may be tried again.
   * @returns `null` when it is done, or another process has it
   */
  async claim(id: string, ms: number): Promise<Delivery | null> {
    const now = new Date();
    const document = await this.deliveries
      .findOneAndUpdate(
        { _id: id, state: { $in: ['pending', 'failed'] }, busy_until: { $lt: now } },
        { $set: { busy_until: new Date(now.getTime() + ms) } },
        { returnDocument: 'after' },
      )
      .lean();
    return document && toDelivery(document);
  }

  /** Changes one that this process has. */
  async save(id: string, changes: Partial<Omit<Delivery, 'id'>>): Promise<void> {
    await this.deliveries.updateOne({ _id: id }, { $set: changes });
  }

  /** Gives a claim back. */
  async release(id: string): Promise<void> {
    await this.deliveries.updateOne({ _id: id }, { $set: { busy_until: NEVER } });
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

function toDelivery({ busy_until: _busy, expires_at: _expires, ...document }: DeliveryDocument): Delivery {
  return withId(document);
}
