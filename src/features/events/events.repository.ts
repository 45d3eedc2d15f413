import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import type { EventState, EventType } from './rules/event.js';
import { touchesSeats, type EventFields } from './rules/edit.js';
import type { EventRecord } from './rules/event-record.js';
import { isDuplicateKey } from '../../infra/duplicate-key.js';
import { withId } from '../../infra/with-id.js';
import { EVENT_MODEL, type EventDocument } from './events.schema.js';

/** 1,440 minutes (contract.md §3). */
const LONGEST_EVENT_MS = 86_400_000;

/** What a list of events is narrowed by. */
export interface EventFilter {
  readonly org_id?: string | undefined;
  readonly state?: EventState | undefined;
  readonly type?: EventType | undefined;
  /** Earliest start. */
  readonly from?: Date | undefined;
  /** Latest start. */
  readonly to?: Date | undefined;
}

/** Whose eyes a list of events is for. */
export interface EventViewer {
  /** Sees everything. */
  readonly all: boolean;
  /** Organizations whose private events are shown. */
  readonly member_of: readonly string[];
  /** Organizations whose drafts are shown. */
  readonly staff_of: readonly string[];
}

/** The place in a list after which the next page begins. */
export interface EventCursor {
  readonly start_at_utc: Date;
  readonly id: string;
}

/** Events, but for their seats (EventSeatsRepository). Every write that a mirror could show raises `revision`. */
@Injectable()
export class EventsRepository {
  constructor(@InjectModel(EVENT_MODEL) private readonly events: Model<EventDocument>) {}

  /** @returns false when another event has the slug already */
  async create({ id, ...fields }: EventRecord): Promise<boolean> {
    try {
      await this.events.create({ _id: id, ...fields });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async findById(id: string): Promise<EventRecord | null> {
    const document = await this.events.findById(id).lean<EventDocument>();
    return document && withId(document);
  }

  async findByIds(ids: readonly string[]): Promise<EventRecord[]> {
    const documents = await this.events.find({ _id: { $in: [...ids] } }).lean<EventDocument[]>();
    return documents.map(withId);
  }

  /** The events that someone may find, by start and then by id. Unlisted events are never found, drafts only by staff. */
  async list(
    filter: EventFilter,
    viewer: EventViewer,
    after: EventCursor | null,
    limit: number,
  ): Promise<EventRecord[]> {
    const conditions = [narrowedBy(filter), visibleTo(viewer), ...(after === null ? [] : [following(after)])];
    const documents = await this.events
      .find({ $and: conditions })
      .sort({ start_at_utc: 1, _id: 1 })
      .limit(limit)
      .lean<EventDocument[]>();
    return documents.map(withId);
  }

  /**
   * Writes an edit that was decided on `event`, unless what it depends on has changed since: the state, the roles, or
   * more seats taken than the edit leaves.
   * @returns the event after the edit, or `null` when it must be decided anew
   */
  async edit(event: EventRecord, fields: EventFields): Promise<EventRecord | null> {
    const document = await this.events
      .findOneAndUpdate(
        { _id: event.id, state: event.state, ...stillFits(event, fields) },
        {
          $set: { ...fields, mirror_dirty: true, updated_at: new Date() },
          $inc: { revision: 1, seat_epoch: touchesSeats(fields) ? 1 : 0 },
        },
        { returnDocument: 'after' },
      )
      .lean<EventDocument>();
    return document && withId(document);
  }

  /** Moves an event from one state to another; `null` when it is not in the first any more. */
  async transition(id: string, from: EventState, to: EventState): Promise<EventRecord | null> {
    const document = await this.events
      .findOneAndUpdate(
        { _id: id, state: from },
        { $set: { state: to, mirror_dirty: true, updated_at: new Date() }, $inc: { revision: 1 } },
        { returnDocument: 'after' },
      )
      .lean<EventDocument>();
    return document && withId(document);
  }

  /** Events whose mirrors may lag behind. */
  async listDirty(limit: number): Promise<EventRecord[]> {
    const documents = await this.events.find({ mirror_dirty: true }).limit(limit).lean<EventDocument[]>();
    return documents.map(withId);
  }

  /** The events of an organization that a newly registered server has to show: published or running, not over by their times. */
  async listCurrentIds(org_id: string, now: Date): Promise<string[]> {
    const documents = await this.events
      .find({
        org_id,
        state: { $in: ['published', 'active'] },
        start_at_utc: { $gt: new Date(now.getTime() - LONGEST_EVENT_MS) },
      })
      .select({ _id: 1 })
      .lean<{ _id: string }[]>();
    return documents.map(({ _id }) => _id);
  }

  /** Says that everything was made due for `revision`. @returns false when the event has changed since */
  async markClean(id: string, revision: number): Promise<boolean> {
    const updated = await this.events.updateOne({ _id: id, revision }, { $set: { mirror_dirty: false } });
    return updated.matchedCount === 1;
  }
}

/** What must be so for the limits of an edit to hold everybody who has a seat, and for removed roles to have nobody. */
function stillFits(event: EventRecord, { max_participants, roles }: EventFields): QueryFilter<EventDocument> {
  const filter: Record<string, unknown> = {};
  if (typeof max_participants === 'number') filter['seats.confirmed'] = { $lte: max_participants };
  if (roles === undefined) return filter;
  // An edit of the roles by somebody else since: ours does not know of theirs.
  filter['roles'] = { $size: event.roles.length };
  if (event.roles.length > 0) filter['$and'] = event.roles.map(({ id }) => ({ 'roles.id': id }));
  for (const { id } of event.roles) {
    const kept = roles.find((role) => role.id === id);
    filter[`seats.by_role.${id}.confirmed`] = { $not: { $gt: kept?.capacity ?? 0 } };
    if (kept === undefined) filter[`seats.by_role.${id}.waitlist`] = { $not: { $gt: 0 } };
  }
  return filter;
}

function narrowedBy({ org_id, state, type, from, to }: EventFilter): QueryFilter<EventDocument> {
  const start = { ...(from && { $gte: from }), ...(to && { $lte: to }) };
  return {
    ...(org_id !== undefined && { org_id }),
    ...(state !== undefined && { state }),
    ...(type !== undefined && { type }),
    ...((from !== undefined || to !== undefined) && { start_at_utc: start }),
  };
}

/** The rule of features/access/rules/event-access.ts, but for unlisted events, which only their id finds. */
function visibleTo(viewer: EventViewer): QueryFilter<EventDocument> {
  if (viewer.all) return {};
  return {
    $or: [
      { state: { $ne: 'draft' }, visibility: 'public' },
      { state: { $ne: 'draft' }, visibility: 'private', org_id: { $in: viewer.member_of } },
      { state: 'draft', org_id: { $in: viewer.staff_of } },
    ],
  };
}

function following({ start_at_utc, id }: EventCursor): QueryFilter<EventDocument> {
  return { $or: [{ start_at_utc: { $gt: start_at_utc } }, { start_at_utc, _id: { $gt: id } }] };
}
