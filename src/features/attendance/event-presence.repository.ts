import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, PipelineStage } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { isDuplicateKey } from '../../infra/duplicate-key.js';
import { EVENT_PRESENCE_MODEL, type EventPresenceDocument } from './attendance.schema.js';
import type { Attendance, Figures } from './rules/attendance.js';

/** What became of one person in one event. */
export type EventPresence = Omit<EventPresenceDocument, '_id' | 'nameless'>;

/** The event that rows are of. */
type OfEvent = Pick<EventPresence, 'event_id' | 'org_id' | 'start_at_utc'>;

/** Figures of one member, or of one organization for somebody. */
export interface FiguresOf extends Figures {
  readonly id: string;
}

/** Where a page of members ends. */
export interface MemberPosition {
  readonly signed_up: number;
  readonly user_id: string;
}

const SUMS = {
  signed_up: { $sum: { $toInt: '$signed_up' } },
  checked_in: { $sum: { $toInt: '$checked_in' } },
  attended: { $sum: { $toInt: '$attended' } },
  no_shows: { $sum: { $toInt: '$no_show' } },
  minutes: { $sum: '$minutes' },
} as const;

/** What became of people in events that are over (`event_presence`). */
@Injectable()
export class EventPresenceRepository {
  constructor(@InjectModel(EVENT_PRESENCE_MODEL) private readonly rows: Model<EventPresenceDocument>) {}

  /** Writes what was counted of an event, by user id. */
  async save(event: OfEvent, counted: ReadonlyMap<string, Attendance>): Promise<void> {
    if (counted.size === 0) return;
    await this.rows.bulkWrite(
      [...counted].map(([userId, attendance]) => ({
        updateOne: {
          filter: { event_id: event.event_id, user_id: userId },
          update: {
            $set: { ...attendance, org_id: event.org_id, start_at_utc: event.start_at_utc },
            $setOnInsert: { _id: uuidv7() },
          },
          upsert: true,
        },
      })),
      { ordered: false },
    );
  }

  async listOfEvent(eventId: string): Promise<EventPresence[]> {
    return this.rows.find({ event_id: eventId }, { _id: 0, nameless: 0 }).lean();
  }

  /** The figures of an organization's people, those with the most seats first. */
  async listMembers(orgId: string, after: MemberPosition | null, limit: number): Promise<FiguresOf[]> {
    const following = after && {
      $or: [
        { signed_up: { $lt: after.signed_up } },
        { signed_up: after.signed_up, _id: { $gt: after.user_id } },
      ],
    };
    return this.sums([
      { $match: { org_id: orgId, nameless: { $ne: true } } },
      { $group: { _id: '$user_id', ...SUMS } },
      ...(following === null ? [] : [{ $match: following }]),
      { $sort: { signed_up: -1, _id: 1 } },
      { $limit: limit },
    ]);
  }

  /** The figures of all of an organization's events together. */
  async total(orgId: string): Promise<Figures & { readonly events: number }> {
    const [total] = await this.rows.aggregate<Figures & { readonly events: number }>([
      { $match: { org_id: orgId } },
      { $group: { _id: null, ids: { $addToSet: '$event_id' }, ...SUMS } },
      { $set: { events: { $size: '$ids' } } },
      { $project: { _id: 0, ids: 0 } },
    ]);
    return total ?? { events: 0, signed_up: 0, checked_in: 0, attended: 0, no_shows: 0, minutes: 0 };
  }

  /** Somebody's own figures, by organization. */
  async listOwn(userId: string): Promise<FiguresOf[]> {
    return this.sums([
      { $match: { user_id: userId } },
      { $group: { _id: '$org_id', ...SUMS } },
      { $sort: { signed_up: -1, _id: 1 } },
    ]);
  }

  async listOf(userId: string): Promise<EventPresence[]> {
    return this.rows.find({ user_id: userId }, { _id: 0, nameless: 0 }).lean();
  }

  /** Lets somebody's rows stand for no one. */
  async replacePerson(userId: string, by: string): Promise<void> {
    for (const { _id } of await this.rows.find({ user_id: userId }, { _id: 1 }).lean()) {
      try {
        await this.rows.updateOne({ _id }, { $set: { user_id: by, nameless: true } });
      } catch (error) {
        // The event was counted anew meanwhile, and has a row for who stands in their place already.
        if (!isDuplicateKey(error)) throw error;
        await this.rows.deleteOne({ _id });
      }
    }
  }

  /** Lets rows of events that began before this time stand for no one. */
  async forgetPeople(before: Date): Promise<void> {
    await this.rows.updateMany(
      { start_at_utc: { $lt: before }, nameless: { $ne: true } },
      [{ $set: { user_id: '$_id', nameless: true } }],
      { updatePipeline: true },
    );
  }

  private async sums(stages: PipelineStage[]): Promise<FiguresOf[]> {
    return this.rows.aggregate<FiguresOf>([...stages, { $set: { id: '$_id' } }, { $project: { _id: 0 } }]);
  }
}
