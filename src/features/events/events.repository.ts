import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { decodeCursor, encodeCursor } from '../../common/cursor.js';
import { duplicateKeys } from '../../infra/duplicate-key.js';
import { withId } from '../../infra/with-id.js';
import type { Visibility } from '../organizations/rules/organization.js';
import { EVENT_MODEL, type EventDocument, toEvent } from './event.schema.js';
import type { EventState, EventSummary, EventType } from './rules/event.js';
import type { EventRecord, EventWithRoster } from './rules/event-record.js';
import { earliestUpcomingStart } from './rules/upcoming.js';

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
  /** Whose own drafts are shown, where they still are a member; `null` for none. */
  readonly user_id: string | null;
  /** Organizations whose private events are shown. */
  readonly member_of: readonly string[];
  /** Organizations whose drafts are shown. */
  readonly staff_of: readonly string[];
}

/** Sees public events alone. */
export const PUBLIC_VIEW: EventViewer = { all: false, user_id: null, member_of: [], staff_of: [] };

/** The place in a list after which the next page begins. */
export interface EventCursor {
  readonly start_at_utc: Date;
  readonly id: string;
}

/** @throws invalid for a cursor of another list */
export function readEventCursor(cursor: string): EventCursor {
  const [time, id] = decodeCursor(cursor, ['number', 'string']);
  return { start_at_utc: new Date(Number(time)), id: String(id) };
}

export function writeEventCursor({ start_at_utc, id }: EventCursor): string {
  return encodeCursor([start_at_utc.getTime(), id]);
}

type HeadDocument = Omit<EventDocument, 'roster'>;

/** Every query leaves the roster in the database: only `RosterRepository` reads it. */
const WITHOUT_ROSTER = { roster: 0 } as const;

/** `EventSummary`. */
const SUMMARY = {
  title: 1,
  state: 1,
  start_at_utc: 1,
  duration_minutes: 1,
  max_participants: 1,
  seats: 1,
  series_id: 1,
} as const;

/** Events without their rosters, and the making and removing of whole events. */
@Injectable()
export class EventsRepository {
  constructor(@InjectModel(EVENT_MODEL) private readonly events: Model<EventDocument>) {}

  /** How many events of an organization were made since then, counted up to `limit`. */
  async countMadeSince(orgId: string, since: Date, limit: number): Promise<number> {
    // Ids begin with the time at which they were made.
    const first = uuidv7({ msecs: since.getTime() });
    return this.events.countDocuments({ org_id: orgId, _id: { $gte: first } }, { limit });
  }

  /**
   * Saves a new event. The first event of a title gets the plain slug; the next ones the last characters of their id, which are
   * random.
   * @returns the event as it was saved; `null` when the occurrence that it is for has one already
   */
  async create(event: EventWithRoster): Promise<EventWithRoster | null> {
    for (const slug of [event.slug, `${event.slug}-${event.id.slice(-12)}`]) {
      const saved = { ...event, slug };
      const taken = await this.insert(saved);
      if (taken === null) return saved;
      if (taken.includes('series_id')) return null;
    }
    throw new Error(`No slug is free for event ${event.id}`);
  }

  /** Those of these events that are an organization's. */
  async listOf(orgId: string, ids: readonly string[]): Promise<EventRecord[]> {
    const documents = await this.events
      .find({ _id: { $in: [...ids] }, org_id: orgId }, WITHOUT_ROSTER)
      .lean<HeadDocument[]>();
    return documents.map(toEvent);
  }

  /** The events of a series that start after a moment. */
  async listOccurrences(seriesId: string, after: Date): Promise<EventRecord[]> {
    const documents = await this.events
      .find({ series_id: seriesId, start_at_utc: { $gt: after } }, WITHOUT_ROSTER)
      .sort({ start_at_utc: 1 })
      .lean<HeadDocument[]>();
    return documents.map(toEvent);
  }

  /** The event of one occurrence, whatever became of it. */
  async findOccurrence(seriesId: string, on: string): Promise<EventRecord | null> {
    const document = await this.events
      .findOne({ series_id: seriesId, occurrence_on: on }, WITHOUT_ROSTER)
      .lean<HeadDocument>();
    return document && toEvent(document);
  }

  /** @returns the fields of the unique index that refused it; `null` when nothing did */
  private async insert({ id, ...fields }: EventWithRoster): Promise<readonly string[] | null> {
    try {
      await this.events.create({ _id: id, ...fields });
      return null;
    } catch (error) {
      const taken = duplicateKeys(error);
      if (taken.length === 0) throw error;
      return taken;
    }
  }

  /** Removes an event that is still a draft. @returns false when there is no such draft */
  async removeDraft(id: string): Promise<boolean> {
    const { deletedCount } = await this.events.deleteOne({ _id: id, state: 'draft' });
    return deletedCount === 1;
  }

  async findById(id: string): Promise<EventRecord | null> {
    const document = await this.events.findById(id, WITHOUT_ROSTER).lean<HeadDocument>();
    return document && toEvent(document);
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
      .find({ $and: conditions }, WITHOUT_ROSTER)
      .sort({ start_at_utc: 1, _id: 1 })
      .limit(limit)
      .lean<HeadDocument[]>();
    return documents.map(toEvent);
  }

  /** As `list`, of each event only what a list on Discord shows. */
  async listSummaries(filter: EventFilter, viewer: EventViewer, limit: number): Promise<EventSummary[]> {
    const documents = await this.events
      .find({ $and: [narrowedBy(filter), visibleTo(viewer)] }, SUMMARY)
      .sort({ start_at_utc: 1, _id: 1 })
      .limit(limit)
      .lean<(Omit<EventSummary, 'id'> & { readonly _id: string })[]>();
    return documents.map((document) => ({ ...withId(document), series_id: document.series_id ?? null }));
  }

  /** What an organization has published, by start. */
  async listPublished(
    orgId: string,
    visibilities: readonly Visibility[],
    from: Date,
    limit: number,
  ): Promise<EventRecord[]> {
    const documents = await this.events
      .find(
        {
          org_id: orgId,
          start_at_utc: { $gt: from },
          state: { $ne: 'draft' },
          visibility: { $in: [...visibilities] },
        },
        WITHOUT_ROSTER,
      )
      .sort({ start_at_utc: 1, _id: 1 })
      .limit(limit)
      .lean<HeadDocument[]>();
    return documents.map(toEvent);
  }

  /** Events whose effects lag behind. */
  async listEffectsDue(limit: number): Promise<string[]> {
    const due = this.events.find({ effects_due: true }, { _id: 1 }).limit(limit);
    return (await due.lean<{ _id: string }[]>()).map(({ _id }) => _id);
  }

  /** Says that the effects of all writes up to `revision` were announced. */
  async settleEffects(id: string, revision: number): Promise<void> {
    const settled = { effects_revision: revision, effects_due: false };
    const { matchedCount } = await this.events.updateOne({ _id: id, revision }, { $set: settled });
    if (matchedCount === 0)
      await this.events.updateOne({ _id: id }, { $max: { effects_revision: revision } });
  }

  /** The events of an organization that a newly registered server has to show: published or running, not over by their times. */
  async listCurrentIds(orgId: string, now: Date): Promise<string[]> {
    const documents = await this.events
      .find(
        {
          org_id: orgId,
          state: { $in: ['published', 'active'] },
          start_at_utc: { $gt: earliestUpcomingStart(now) },
        },
        { _id: 1 },
      )
      .lean<{ _id: string }[]>();
    return documents.map(({ _id }) => _id);
  }

  /** Whether one of an organization's events has this role. */
  async hasRole(orgId: string, roleId: string): Promise<boolean> {
    return (await this.events.exists({ org_id: orgId, 'roles.id': roleId })) !== null;
  }

  /** Those of `ids` that are events of another organization. */
  async listForeignIds(ids: readonly string[], orgId: string): Promise<string[]> {
    const documents = await this.events
      .find({ _id: { $in: [...ids] }, org_id: { $ne: orgId } }, { _id: 1 })
      .lean<{ _id: string }[]>();
    return documents.map(({ _id }) => _id);
  }
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
  const { user_id, member_of, staff_of } = viewer;
  const organized = { state: 'draft' as const, org_id: { $in: member_of } };
  return {
    $or: [
      { state: { $ne: 'draft' }, visibility: 'public' },
      { state: { $ne: 'draft' }, visibility: 'private', org_id: { $in: member_of } },
      { state: 'draft', org_id: { $in: staff_of } },
      ...(user_id === null
        ? []
        : [
            { ...organized, created_by: user_id },
            { ...organized, co_organizer_ids: user_id },
          ]),
    ],
  };
}

function following({ start_at_utc, id }: EventCursor): QueryFilter<EventDocument> {
  return { $or: [{ start_at_utc: { $gt: start_at_utc } }, { start_at_utc, _id: { $gt: id } }] };
}
