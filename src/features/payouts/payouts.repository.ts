import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { isDuplicateKey } from '../../infra/duplicate-key.js';
import { withId } from '../../infra/with-id.js';
import { type Payout, PAYOUT_MODEL, type PayoutDocument } from './payouts.schema.js';

/** Where a page of somebody's payouts ends. */
export interface PayoutPosition {
  readonly start_at_utc: Date;
  readonly id: string;
}

/** No share was received yet. */
const UNTOUCHED = { shares: { $not: { $elemMatch: { received_at: { $ne: null } } } } };

/** What hauls of events are shared into (`payouts`). */
@Injectable()
export class PayoutsRepository {
  constructor(@InjectModel(PAYOUT_MODEL) private readonly payouts: Model<PayoutDocument>) {}

  async find(eventId: string): Promise<Payout | null> {
    const document = await this.payouts.findById(eventId).lean();
    return document && toPayout(document);
  }

  /** Writes an event's payout, as long as no share of it was received. @returns `null` when one was */
  async save({ id, created_by, created_at, ...fields }: Omit<Payout, 'revision'>): Promise<Payout | null> {
    try {
      const document = await this.payouts
        .findOneAndUpdate(
          { _id: id, ...UNTOUCHED },
          { $set: fields, $setOnInsert: { created_by, created_at }, $inc: { revision: 1 } },
          { upsert: true, returnDocument: 'after' },
        )
        .lean();
      return toPayout(document);
    } catch (error) {
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }

  /**
   * Notes that somebody has their share, or has not.
   * @param revision only of the payout as they saw it; `null` for any
   * @returns the payout, `null` without such a share, or when the payout is another by now
   */
  async mark(
    eventId: string,
    userId: string,
    receivedAt: Date | null,
    revision: number | null,
  ): Promise<Payout | null> {
    const document = await this.payouts
      .findOneAndUpdate(
        { _id: eventId, 'shares.user_id': userId, ...(revision !== null && { revision }) },
        { $set: { 'shares.$.received_at': receivedAt } },
        { returnDocument: 'after' },
      )
      .lean();
    return document && toPayout(document);
  }

  /** The payouts in which somebody has a share, the latest events first. */
  async listOf(userId: string, after: PayoutPosition | null, limit: number): Promise<Payout[]> {
    const following = after && {
      $or: [
        { start_at_utc: { $lt: after.start_at_utc } },
        { start_at_utc: after.start_at_utc, _id: { $lt: after.id } },
      ],
    };
    const documents = await this.payouts
      .find({ 'shares.user_id': userId, ...following })
      .sort({ start_at_utc: -1, _id: -1 })
      .limit(limit)
      .lean();
    return documents.map(toPayout);
  }

  /** Lets somebody's shares, and the payouts that they made, stand for no one. */
  async replacePerson(userId: string, by: string): Promise<void> {
    await this.payouts.updateMany({ 'shares.user_id': userId }, { $set: { 'shares.$.user_id': by } });
    await this.payouts.updateMany({ created_by: userId }, { $set: { created_by: by } });
  }

  /** Lets the payouts of events that began before this time say no more who got what. */
  async forgetPeople(before: Date): Promise<void> {
    const nameless = { user_id: '$$this.id', guest: null };
    const shares = { $map: { input: '$shares', in: { $mergeObjects: ['$$this', nameless] } } };
    await this.payouts.updateMany(
      { start_at_utc: { $lt: before }, nameless: { $ne: true } },
      [{ $set: { shares, guests: [], created_by: '$_id', nameless: true } }],
      { updatePipeline: true },
    );
  }
}

function toPayout({ nameless: _nameless, ...document }: PayoutDocument): Payout {
  return withId(document);
}
