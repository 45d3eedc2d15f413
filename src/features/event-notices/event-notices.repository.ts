import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Config } from '../../config/config.js';
import { insertNew } from '../../infra/insert-new.js';
import { withId } from '../../infra/with-id.js';
import {
  NOTICE_MODEL,
  REMINDER_MODEL,
  type NoticeDocument,
  type ReminderDocument,
} from './event-notices.schema.js';
import type { NewNotice, Notice } from './rules/notice.js';

const DAY_MS = 86_400_000;

/** When an event is to be reminded of next. */
export type Reminder = Omit<ReminderDocument, '_id'> & { readonly id: string };

/** What members are to be told, and when. */
@Injectable()
export class EventNoticesRepository {
  constructor(
    @InjectModel(NOTICE_MODEL) private readonly notices: Model<NoticeDocument>,
    @InjectModel(REMINDER_MODEL) private readonly reminders: Model<ReminderDocument>,
    private readonly config: Config,
  ) {}

  /** Notes them; one that is there already stays as it is. @returns those that are new */
  async add(fresh: readonly NewNotice[]): Promise<Notice[]> {
    const now = new Date();
    const expiresAt = new Date(now.getTime() + this.config.retentionDays.notices * DAY_MS);
    const documents = fresh.map(({ id, ...notice }) => ({
      ...{ _id: id, ...notice },
      stage: 'new' as const,
      created_at: now,
      expires_at: expiresAt,
    }));
    return (await insertNew(this.notices, documents)).map(toNotice);
  }

  async find(id: string): Promise<Notice | null> {
    const document = await this.notices.findById(id).lean();
    return document && toNotice(document);
  }

  /** Those of which something is to be done by now, the most overdue first. */
  async listDue(now: Date, limit: number): Promise<Notice[]> {
    // With the type, or the partial index is not used.
    const due = this.notices.find({ due_at: { $lte: now, $type: 'date' } });
    return (await due.sort({ due_at: 1 }).limit(limit).lean()).map(toNotice);
  }

  /** @param dueAt when to look at it again; `null` when all is done */
  async advance(id: string, stage: Notice['stage'], dueAt: Date | null): Promise<void> {
    await this.notices.updateOne({ _id: id }, { $set: { stage, due_at: dueAt } });
  }

  async listWrittenBy(userId: string): Promise<Pick<Notice, 'event_id' | 'message' | 'created_at'>[]> {
    return this.notices
      .find({ author_id: userId }, { _id: 0, event_id: 1, message: 1, created_at: 1 })
      .lean<Pick<Notice, 'event_id' | 'message' | 'created_at'>[]>();
  }

  /** What somebody wrote goes with them; what is not sent yet is not sent any more. */
  async erasePerson(userId: string, tombstone: string): Promise<void> {
    const wordless = { author_id: tombstone, message: null, due_at: null };
    await this.notices.updateMany({ author_id: userId }, { $set: wordless });
    await this.notices.updateMany({ user_ids: userId }, { $pull: { user_ids: userId } });
  }

  async findReminder(eventId: string): Promise<Reminder | null> {
    const document = await this.reminders.findById(eventId).lean();
    return document && withId(document);
  }

  async setReminder({ id, ...fields }: Reminder): Promise<void> {
    await this.reminders.updateOne({ _id: id }, { $set: fields }, { upsert: true });
  }

  /** Sets the next time, unless another process did. */
  async advanceReminder({ id, ...seen }: Reminder, next: Date | null): Promise<void> {
    await this.reminders.updateOne({ _id: id, ...seen }, { $set: { next_at: next } });
  }

  async removeReminder(eventId: string): Promise<void> {
    await this.reminders.deleteOne({ _id: eventId });
  }

  async listRemindersDue(now: Date, limit: number): Promise<Reminder[]> {
    const due = this.reminders.find({ next_at: { $lte: now, $type: 'date' } });
    return (await due.sort({ next_at: 1 }).limit(limit).lean()).map(withId);
  }
}

function toNotice({ expires_at: _expires, ...document }: NoticeDocument): Notice {
  return withId(document);
}
