import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { isDuplicateKey } from '../../infra/duplicate-key.js';
import { HEARD_EVENT_MODEL, type HeardEventDocument } from './heard-events.schema.js';

/** What Discord told lately, so that a process that is told the same by another connection knows. */
@Injectable()
export class HeardEventsRepository {
  constructor(@InjectModel(HEARD_EVENT_MODEL) private readonly heard: Model<HeardEventDocument>) {}

  /** Notes that something came to a state. @returns false when the last that was heard, since then, was the same */
  async note(what: string, state: string, since: Date): Promise<boolean> {
    try {
      await this.heard.updateOne(
        { _id: what, $or: [{ state: { $ne: state } }, { at: { $lt: since } }] },
        { $set: { state, at: new Date() } },
        { upsert: true },
      );
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }
}
