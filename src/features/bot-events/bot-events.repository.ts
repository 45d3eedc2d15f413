import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { mongo, type Model, type QueryFilter } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { currentRequestId } from '../../common/correlation.js';
import { defined } from '../../common/defined.js';
import { type BotEvent, type BotEventReport, type BotEventType, factsOf } from './rules/bot-event.js';
import { GroupCommit } from '../../common/group-commit.js';
import { DUPLICATE_KEY } from '../../infra/duplicate-key.js';
import { BOT_EVENT_MODEL, type BotEventDocument } from './bot-events.schema.js';
import { fromStored, toStored } from './rules/stored-metadata.js';

/** What events are looked up by. */
export interface BotEventFilter {
  readonly event_type?: BotEventType | undefined;
  readonly guild_id?: string | undefined;
  readonly discord_id?: string | undefined;
  readonly command?: string | undefined;
  /** Received at this time or later. */
  readonly from?: Date | undefined;
  /** Received before this time. */
  readonly to?: Date | undefined;
}

/** The position after a row, in a list of the newest first. */
export interface BotEventPosition {
  readonly received_at: Date;
  readonly id: string;
}

/** Events that are inserted together at most; with 16 KB of metadata each, far from MongoDB's limit of a message. */
const LARGEST_INSERT = 500;

/** The audit trail of what happened on Discord (`bot_events`), and which of its effects are due. */
@Injectable()
export class BotEventsRepository {
  private readonly inserts = new GroupCommit<BotEventDocument, boolean>(
    (documents) => this.insertTogether(documents),
    LARGEST_INSERT,
  );

  constructor(@InjectModel(BOT_EVENT_MODEL) private readonly events: Model<BotEventDocument>) {}

  /**
   * Stores a report; its effects are due at once. This is a hot path: reports that come in during an insert share the next.
   * @returns whether it is new; false for a repeat with the same key
   */
  async insert(report: BotEventReport, idempotencyKey: string | null): Promise<boolean> {
    const now = new Date();
    return this.inserts.add({
      _id: uuidv7(),
      event_type: report.event_type,
      discord_id: report.discord_id,
      ...factsOf(report),
      metadata: toStored(report.metadata),
      received_at: now,
      processed_at: null,
      error: null,
      idempotency_key: idempotencyKey,
      due_at: now,
      request_id: currentRequestId(),
      done: [],
    });
  }

  /** By the driver itself, past Mongoose's checks. One that is refused does not keep the others out. */
  private async insertTogether(
    documents: readonly BotEventDocument[],
  ): Promise<readonly (boolean | Error)[]> {
    const { db, collection } = this.events;
    try {
      await db.collection<BotEventDocument>(collection.name).insertMany([...documents], { ordered: false });
      return documents.map(() => true);
    } catch (error) {
      return documents.map(outcomesOf(error));
    }
  }

  /** Newest first. @param before only rows after this position */
  async list(filter: BotEventFilter, limit: number, before: BotEventPosition | null): Promise<BotEvent[]> {
    const query = toQuery(filter);
    if (before !== null) {
      const { received_at, id } = before;
      query['$or'] = [{ received_at: { $lt: received_at } }, { received_at, _id: { $lt: id } }];
    }
    const rows = await this.events.find(query).sort({ received_at: -1, _id: -1 }).limit(limit).lean();
    return rows.map(toEvent);
  }

  /** What was reported of somebody, newest first. */
  async listOf(discordId: string): Promise<BotEvent[]> {
    const rows = await this.events.find({ discord_id: discordId }).sort({ received_at: -1 }).lean();
    return rows.map(toEvent);
  }

  /** Lets reports stand for no one: they are counted as before. */
  async replacePerson(discordId: string, by: string): Promise<void> {
    // Keys of our own bot and what Discord refused name the member too.
    const nameless = { discord_id: by, metadata: {}, idempotency_key: null, error: null };
    await this.events.updateMany({ discord_id: discordId }, { $set: nameless });
  }

  /** Events that were not passed on yet, the oldest first. */
  async listDue(limit: number): Promise<BotEvent[]> {
    const rows = await this.events
      .find({ due_at: { $lte: new Date(), $type: 'date' } })
      .sort({ due_at: 1 })
      .limit(limit)
      .lean();
    return rows.map(toEvent);
  }

  /** An event with effects left to do, and the names of those that are done; `null` when there are none left. */
  async findDue(id: string): Promise<{ event: BotEvent; done: readonly string[] } | null> {
    const row = await this.events
      .findOne({ _id: id, $or: [{ processed_at: null }, { error: { $ne: null } }] })
      .lean();
    return row && { event: toEvent(row), done: row.done };
  }

  /** Webhooks were told, and jobs have the rest. */
  async passedOn(ids: readonly string[]): Promise<void> {
    await this.events.updateMany({ _id: { $in: ids } }, { $set: { due_at: null } });
  }

  /** Notes that an effect is done, so that no later try repeats it. */
  async markDone(id: string, effect: string): Promise<void> {
    await this.events.updateOne({ _id: id }, { $addToSet: { done: effect } });
  }

  /** Every effect is done. @param error why one was given up, or `null` */
  async finish(ids: readonly string[], error: string | null): Promise<void> {
    const change = { processed_at: new Date(), due_at: null, error };
    await this.events.updateMany({ _id: { $in: ids } }, { $set: change });
  }

  /** Deletes events, but for those with effects left to do. @returns how many */
  async deleteBefore(moment: Date): Promise<number> {
    const old = { received_at: { $lt: moment }, processed_at: { $ne: null } };
    return (await this.events.deleteMany(old)).deletedCount;
  }
}

/** The filter as MongoDB takes it. */
export function toQuery({ from, to, ...fields }: BotEventFilter): QueryFilter<BotEventDocument> {
  const query: QueryFilter<BotEventDocument> = { ...defined(fields) };
  if (from !== undefined || to !== undefined) {
    query['received_at'] = defined({ $gte: from, $lt: to });
  }
  return query;
}

function toEvent({ metadata, ...document }: BotEventDocument): BotEvent {
  const { _id, event_type, discord_id, guild_id, command, success, execution_time_ms } = document;
  const { received_at, processed_at, error } = document;
  const facts = { guild_id, command, success, execution_time_ms };
  return {
    id: _id,
    event_type,
    discord_id,
    ...facts,
    metadata: fromStored(metadata),
    received_at,
    processed_at,
    error,
  };
}

/**
 * What a failed insert of several documents means for each of them.
 * @throws the error itself when it is not about single documents
 */
function outcomesOf(error: unknown): (document: BotEventDocument, index: number) => boolean | Error {
  if (!(error instanceof mongo.MongoBulkWriteError) || error.result.getWriteConcernError() !== undefined)
    throw error;
  const refusals = new Map([error.writeErrors].flat().map((refusal) => [refusal.index, refusal]));
  return ({ idempotency_key }, index) => {
    const refusal = refusals.get(index);
    if (refusal === undefined) return true;
    if (idempotency_key !== null && refusal.code === DUPLICATE_KEY) return false;
    return new Error(refusal.errmsg ?? 'MongoDB refused the event');
  };
}
