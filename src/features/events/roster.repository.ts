import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Collection, Model } from 'mongoose';
import { EVENT_MODEL, type EventDocument, toEvent } from './event.schema.js';
import type { EventCursor } from './events.repository.js';
import type { EventRecord, EventWithRoster } from './rules/event-record.js';
import type { OwnEntry } from './rules/signup-row.js';
import { COMING, positionOf, type RosterEntry, SIGNUP_STATUSES, type SignupStatus } from './rules/roster.js';
import { earliestUpcomingStart, type OwnPeriod } from './rules/upcoming.js';
import { updateOf } from './rules/update.js';

/** An event's head, and the entries that a revision or later ones changed, in the order of the roster. */
export interface RosterChange {
  readonly event: EventRecord;
  readonly entries: readonly RosterEntry[];
}

/** An event with one person's answer; `null` for who gave none. */
export interface EventWithEntry {
  readonly event: EventRecord;
  readonly entry: RosterEntry | null;
}

/** An event that has not begun, with who comes or may come to it. */
export interface ComingPeople {
  readonly event_id: string;
  readonly org_id: string;
  readonly start_at_utc: Date;
  readonly user_ids: readonly string[];
}

/** When an event ends. */
const END = { $add: ['$start_at_utc', { $multiply: ['$duration_minutes', 60_000] }] };

/** What this process goes by is never rolled back: only what most servers of a replica set have. */
const CONFIRMED = { readConcern: 'majority', readPreference: 'primary' } as const;
/** How long the servers of a replica set have to confirm a write. */
const WRITE_TIMEOUT_MS = 5_000;

/**
 * Events with their rosters, as `EventWriter` reads and writes them. Past Mongoose, whose documents and casting would cost
 * more than the work itself.
 */
@Injectable()
export class RosterRepository {
  private readonly events: Collection<EventDocument>;

  constructor(@InjectModel(EVENT_MODEL) model: Model<EventDocument>) {
    this.events = model.collection as unknown as Collection<EventDocument>;
  }

  /** An event with its whole roster. */
  async find(id: string): Promise<EventWithRoster | null> {
    const document = await this.events.findOne({ _id: id }, CONFIRMED);
    return document && toEvent(document);
  }

  /** An event's head, and the entries that were changed after revision `since`; costs what has changed. */
  async findChanged(id: string, since: number): Promise<RosterChange | null> {
    const changed = { $filter: { input: '$roster', cond: { $gt: ['$$this.rev', since] } } };
    const [document] = await this.events
      .aggregate<EventDocument>([{ $match: { _id: id } }, { $set: { roster: changed } }], CONFIRMED)
      .toArray();
    if (document === undefined) return null;
    const { roster: entries, ...event } = toEvent(document);
    return { event, entries };
  }

  /** An event's head, and the entry of one person. */
  async findWithEntry(id: string, userId: string): Promise<EventWithEntry | null> {
    const own = { $filter: { input: '$roster', cond: { $eq: ['$$this.user_id', userId] } } };
    const [document] = await this.events
      .aggregate<EventDocument>([{ $match: { _id: id } }, { $set: { roster: own } }], CONFIRMED)
      .toArray();
    if (document === undefined) return null;
    const { roster, ...event } = toEvent(document);
    return { event, entry: roster[0] ?? null };
  }

  /**
   * Writes what differs between two states of an event, if it is still in the first.
   * @returns false when somebody else has changed it since
   */
  async write(before: EventWithRoster, after: EventWithRoster): Promise<boolean> {
    const { matchedCount } = await this.events.updateOne(
      { _id: before.id, revision: before.revision, stamp: before.stamp },
      // Not left to the difference: the consumer of effects clears it without a new revision.
      { $set: { ...updateOf(before, after), effects_due: true } },
      // The journal by name: this takes the place of what the address of a single server asks for.
      { writeConcern: { w: 'majority', journal: true, wtimeoutMS: WRITE_TIMEOUT_MS } },
    );
    return matchedCount === 1;
  }

  /** Whether an event is still in this state. */
  async isCurrent({ id, revision, stamp }: EventRecord): Promise<boolean> {
    const options = { ...CONFIRMED, projection: { _id: 1 } };
    const current = await this.events.findOne({ _id: id, revision, stamp }, options);
    return current !== null;
  }

  /** Events that time changes by now, the most overdue first. */
  async listDue(now: Date, limit: number): Promise<string[]> {
    // With the type, or the partial index is not used, and every past event is read.
    const due = this.events.find({ due_at: { $lte: now, $type: 'date' } }, { projection: { _id: 1 } });
    return (await due.sort({ due_at: 1 }).limit(limit).toArray()).map(({ _id }) => _id);
  }

  /** A member's answers to events that start after `from`, if they come or may; by start. */
  async listOwn(userId: string, from: Date, limit: number): Promise<OwnEntry[]> {
    return this.ownEntries(userId, { start_at_utc: { $gt: from } }, { statuses: COMING, order: 1, limit });
  }

  /**
   * A member's answers to events that are still to end at `now` by their start, or to those that are over from the last to the
   * first. What they have withdrawn is left out.
   * @param after where the page before ended
   */
  async listOwnOf(
    userId: string,
    period: OwnPeriod,
    now: Date,
    after: EventCursor | null,
    limit: number,
  ): Promise<OwnEntry[]> {
    const isOver = [{ state: 'completed' }, { $expr: { $lte: [END, now] } }];
    const [when, order] =
      period === 'past' ? ([{ $or: isOver }, -1] as const) : ([{ $nor: isOver }, 1] as const);
    const next = order === 1 ? '$gt' : '$lt';
    const page =
      after === null
        ? {}
        : {
            $or: [
              { start_at_utc: { [next]: after.start_at_utc } },
              { start_at_utc: after.start_at_utc, _id: { [next]: after.id } },
            ],
          };
    // By the index: no event lasts longer, so that what began before is over, and what is to begin is not.
    const bounds = period === 'past' ? { $lte: now } : { $gt: earliestUpcomingStart(now) };
    const statuses = SIGNUP_STATUSES.filter((status) => status !== 'withdrawn');
    const match = { start_at_utc: bounds, $and: [when, page] };
    return this.ownEntries(userId, match, { statuses, order, limit });
  }

  private async ownEntries(
    userId: string,
    match: object,
    { statuses, order, limit }: { statuses: readonly SignupStatus[]; order: 1 | -1; limit: number },
  ): Promise<OwnEntry[]> {
    const own = { user_id: userId, status: { $in: statuses } };
    const documents = await this.events
      .aggregate<EventDocument & { readonly own: RosterEntry }>([
        { $match: { ...match, roster: { $elemMatch: own } } },
        { $sort: { start_at_utc: order, _id: order } },
        { $limit: limit },
        {
          $set: {
            own: { $first: { $filter: { input: '$roster', cond: { $eq: ['$$this.user_id', userId] } } } },
          },
        },
        { $set: { roster: { $filter: { input: '$roster', cond: { $eq: ['$$this.status', 'waitlist'] } } } } },
      ])
      .toArray();
    return documents.map(({ own: entry, roster: waiting, ...document }) => ({
      event: toEvent(document),
      entry,
      ahead: (positionOf(waiting, entry) ?? 1) - 1,
    }));
  }

  /**
   * Published events that start after `from` and have somebody in them, by start.
   * @param last the last of the page before; `null` for the first page
   */
  async listComing(from: Date, last: ComingPeople | null, limit: number): Promise<ComingPeople[]> {
    const { start_at_utc = from, event_id = '' } = last ?? {};
    const later = [{ start_at_utc: { $gt: start_at_utc } }, { start_at_utc, _id: { $gt: event_id } }];
    const coming = { $filter: { input: '$roster', cond: { $in: ['$$this.status', COMING] } } };
    return this.events
      .aggregate<ComingPeople>([
        { $match: { $or: later, state: 'published', 'roster.status': { $in: COMING } } },
        { $sort: { start_at_utc: 1, _id: 1 } },
        { $limit: limit },
        { $set: { coming } },
        { $project: { _id: 0, event_id: '$_id', org_id: 1, start_at_utc: 1, user_ids: '$coming.user_id' } },
      ])
      .toArray();
  }

  /** Every event that somebody has answered, withdrawn or not; of its roster their entry alone. */
  async listAnsweredBy(userId: string): Promise<EventWithRoster[]> {
    const own = { $filter: { input: '$roster', cond: { $eq: ['$$this.user_id', userId] } } };
    const documents = await this.events
      .aggregate<EventDocument>([{ $match: { 'roster.user_id': userId } }, { $set: { roster: own } }])
      .toArray();
    return documents.map(toEvent);
  }

  /** The events that somebody made or helps with. */
  async listOrganizedBy(userId: string): Promise<EventRecord[]> {
    const organized = { $or: [{ created_by: userId }, { co_organizer_ids: userId }] };
    const documents = await this.events.find(organized, { projection: { roster: 0 } }).toArray();
    return documents.map(toEvent);
  }

  /**
   * Lets somebody's entry stand for no one: it keeps its place and its seat, so that counts stay true, and what it shows is
   * shown anew. One write, that other writers see as one that was faster.
   */
  async replacePerson(eventId: string, userId: string, by: string): Promise<void> {
    const next = { $add: ['$revision', 1] };
    const nameless = { user_id: by, notes: null, ship_model: null, rev: next };
    const isTheirs = { $eq: ['$$this.user_id', userId] };
    const roster = {
      $map: {
        input: '$roster',
        in: { $cond: [isTheirs, { $mergeObjects: ['$$this', nameless] }, '$$this'] },
      },
    };
    const shown = { $add: ['$shown', 1] };
    await this.events.updateOne({ _id: eventId, 'roster.user_id': userId }, [
      { $set: { roster, revision: next, shown, stamp: randomUUID(), effects_due: true } },
    ]);
  }

  /**
   * Lets the entries of events that began before this time, and are over, stand for no one: each goes by its own id.
   * @returns the events
   */
  async forgetPeople(before: Date, limit: number): Promise<string[]> {
    const events = await this.events
      .find(
        {
          start_at_utc: { $lt: before },
          state: { $in: ['completed', 'cancelled'] },
          'roster.0': { $exists: true },
          nameless: { $exists: false },
        },
        { projection: { _id: 1 } },
      )
      .sort({ start_at_utc: 1 })
      .limit(limit)
      .toArray();
    const ids = events.map(({ _id }) => _id);
    const next = { $add: ['$revision', 1] };
    const nameless = { user_id: '$$this.id', notes: null, ship_model: null, rev: next };
    const roster = { $map: { input: '$roster', in: { $mergeObjects: ['$$this', nameless] } } };
    const head = { revision: next, shown: { $add: ['$shown', 1] }, stamp: randomUUID(), effects_due: true };
    await this.events.updateMany({ _id: { $in: ids } }, [{ $set: { roster, ...head, nameless: true } }]);
    return ids;
  }

  /** As `replacePerson`, for those who made events or help with them. */
  async replaceOrganizer(userId: string, by: string): Promise<void> {
    await this.events.updateMany({ created_by: userId }, { $set: { created_by: by } });
    await this.events.updateMany({ co_organizer_ids: userId }, { $pull: { co_organizer_ids: userId } });
  }
}
