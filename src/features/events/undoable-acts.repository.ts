import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { withId } from '../../infra/with-id.js';
import type { UndoableAct } from './rules/undoable.js';
import { UNDOABLE_ACT_MODEL, type UndoableActDocument } from './undoable-acts.schema.js';

/** What organizers have done a moment ago and can take back. */
@Injectable()
export class UndoableActsRepository {
  constructor(@InjectModel(UNDOABLE_ACT_MODEL) private readonly acts: Model<UndoableActDocument>) {}

  async add({ id, ...act }: UndoableAct): Promise<void> {
    await this.acts.create({ _id: id, ...act });
  }

  /** Those of an event that were not taken back and still can be, newest first. */
  async listOf(eventId: string, now: Date, limit: number): Promise<UndoableAct[]> {
    const documents = await this.acts
      .find({ event_id: eventId, undone_at: null, until: { $gt: now } })
      .sort({ at: -1, _id: -1 })
      .limit(limit)
      .lean();
    return documents.map(withId);
  }

  async find(eventId: string, id: string): Promise<UndoableAct | null> {
    const document = await this.acts.findOne({ _id: id, event_id: eventId }).lean();
    return document && withId(document);
  }

  /** Notes that an act was taken back. */
  async markUndone(id: string, at: Date): Promise<void> {
    await this.acts.updateOne({ _id: id, undone_at: null }, { $set: { undone_at: at } });
  }

  /** Forgets what somebody did and what was done to them. */
  async forgetPerson(userId: string): Promise<void> {
    await this.acts.deleteMany({ $or: [{ actor_id: userId }, { 'change.user_id': userId }] });
  }
}
