import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import type { Person } from '../../common/personal-data.js';
import { ERASURE_MODEL, type ErasureDocument } from './erasures.schema.js';

/** An erasure under way. */
export interface Erasure extends Person {
  readonly tombstone: string;
  readonly requested_at: Date;
}

/** Accounts that are being erased. */
@Injectable()
export class ErasuresRepository {
  constructor(@InjectModel(ERASURE_MODEL) private readonly erasures: Model<ErasureDocument>) {}

  /** Notes that somebody is to be erased; the one there is when it was noted before. */
  async begin({ user_id, discord_id }: Person): Promise<Erasure> {
    const document = await this.erasures
      .findOneAndUpdate(
        { _id: user_id },
        { $setOnInsert: { discord_id, tombstone: uuidv7(), requested_at: new Date() } },
        { upsert: true, returnDocument: 'after' },
      )
      .orFail()
      .lean();
    return toErasure(document);
  }

  async list(limit: number): Promise<Erasure[]> {
    const documents = await this.erasures.find().sort({ requested_at: 1 }).limit(limit).lean();
    return documents.map(toErasure);
  }

  async end(userId: string): Promise<void> {
    await this.erasures.deleteOne({ _id: userId });
  }
}

function toErasure({ _id, ...fields }: ErasureDocument): Erasure {
  return { user_id: _id, ...fields };
}
