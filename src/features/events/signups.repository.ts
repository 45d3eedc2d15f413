import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Decision, SignupRecord } from './rules/move.js';
import type { Signup } from './rules/signup.js';
import { withId } from '../../infra/with-id.js';
import { SIGNUP_MODEL, type SignupDocument } from './signups.schema.js';

/** No event seats more people (contract.md §3). */
const MAX_SEATED = 500;
/** More mentions than this do not fit into a message's field. */
const MAX_SHOWN_WAITING = 50;

/** Statuses that hold, or held, a seat. */
const SEATED = ['confirmed', 'checked_in', 'no_show'] as const;

/** The place in the list of the seated after which the next page begins. */
export interface SeatedCursor {
  readonly created_at: Date;
  readonly id: string;
}

/** Signups as they are read, and the copying of decisions to them. Locks are in SignupLocksRepository. */
@Injectable()
export class SignupsRepository {
  constructor(@InjectModel(SIGNUP_MODEL) private readonly signups: Model<SignupDocument>) {}

  async findById(id: string): Promise<SignupRecord | null> {
    const document = await this.signups.findById(id).lean<SignupDocument>();
    return document && withId(document);
  }

  /** The signup of a member in an event, withdrawn ones included. */
  async findOwn(eventId: string, userId: string): Promise<SignupRecord | null> {
    const document = await this.signups
      .findOne({ event_id: eventId, user_id: userId })
      .lean<SignupDocument>();
    return document && withId(document);
  }

  /** Those with a seat, in the order in which they signed up. */
  async listSeated(eventId: string, after: SeatedCursor | null, limit: number): Promise<SignupRecord[]> {
    const following = after && {
      $or: [
        { created_at: { $gt: after.created_at } },
        { created_at: after.created_at, _id: { $gt: after.id } },
      ],
    };
    const documents = await this.signups
      .find({ event_id: eventId, status: { $in: [...SEATED] }, ...following })
      .sort({ created_at: 1, _id: 1 })
      .limit(limit)
      .lean<SignupDocument[]>();
    return documents.map(withId);
  }

  /** Those who wait, in order. @param after the last number of the page before; 0 for the first */
  async listWaiting(eventId: string, after: number, limit: number): Promise<SignupRecord[]> {
    const documents = await this.signups
      .find({ event_id: eventId, status: 'waitlist', waitlist_number: { $gt: after } })
      .sort({ waitlist_number: 1 })
      .limit(limit)
      .lean<SignupDocument[]>();
    return documents.map(withId);
  }

  /** What a signup message shows: those with a seat, then the first of those who wait. */
  async listShown(eventId: string): Promise<SignupRecord[]> {
    const seated = await this.listSeated(eventId, null, MAX_SEATED);
    return [...seated, ...(await this.listWaiting(eventId, 0, MAX_SHOWN_WAITING))];
  }

  /**
   * The first of those who wait in some roles (`null`: without one), in order.
   * @param before numbers drawn later than this one are left out
   */
  async firstWaiting(
    eventId: string,
    roles: readonly (string | null)[],
    before: number,
    limit: number,
  ): Promise<SignupRecord[]> {
    const documents = await this.signups
      .find({
        event_id: eventId,
        status: 'waitlist',
        role_id: { $in: [...roles] },
        waitlist_number: { $lt: before },
      })
      .sort({ waitlist_number: 1 })
      .limit(limit)
      .lean<SignupDocument[]>();
    return documents.map(withId);
  }

  /** Whether somebody's seat in an event is being decided at this moment. */
  async hasUndecided(eventId: string): Promise<boolean> {
    return (await this.signups.exists({ event_id: eventId, 'move.at': { $gt: new Date(0) } })) !== null;
  }

  /** How many wait with a lower number. */
  async countWaitingBefore(eventId: string, number: number): Promise<number> {
    return this.signups.countDocuments({
      event_id: eventId,
      status: 'waitlist',
      waitlist_number: { $lt: number },
    });
  }

  /** What a member has signed up for and not withdrawn from. */
  async listByUser(userId: string): Promise<SignupRecord[]> {
    const documents = await this.signups
      .find({ user_id: userId, status: { $in: [...SEATED, 'waitlist'] } })
      .lean<SignupDocument[]>();
    return documents.map(withId);
  }

  /** Changes what no decision depends on. */
  async annotate(
    id: string,
    fields: Partial<Pick<Signup, 'notes' | 'ship_model'>>,
  ): Promise<SignupRecord | null> {
    const document = await this.signups
      .findByIdAndUpdate(id, { $set: fields }, { returnDocument: 'after' })
      .lean<SignupDocument>();
    return document && withId(document);
  }

  /**
   * Copies decisions to their signups and frees these. Harmless when somebody else has done so: a decision is copied only
   * while the signup still has the move that it answers.
   */
  async copy(decisions: readonly Decision[]): Promise<void> {
    if (decisions.length === 0) return;
    const writes = decisions.map((decision) => ({
      updateOne: {
        filter: { _id: decision.signup_id, 'move.id': decision.move_id },
        update: { $set: outcomeOf(decision) },
      },
    }));
    await this.signups.bulkWrite(writes, { ordered: false });
  }

  /** As `copy`, for one. @returns the signup as it is now, `null` when somebody else has copied the decision before */
  async copyOne(decision: Decision): Promise<SignupRecord | null> {
    // Past Mongoose, whose casting costs as much as the write: once for every click (bench/signups.ts).
    const collection = this.signups.db.collection<SignupDocument>(this.signups.collection.name);
    const document = await collection.findOneAndUpdate(
      { _id: decision.signup_id, 'move.id': decision.move_id },
      { $set: outcomeOf(decision) },
      { returnDocument: 'after' },
    );
    return document && withId(document);
  }
}

/** What a decision makes of a signup. */
function outcomeOf({ status, role_id, waitlist_number, at }: Decision): Partial<SignupDocument> {
  const checkedIn = status === 'checked_in' ? { checked_in_at: at } : {};
  return { status, role_id, waitlist_number, ...checkedIn, move: null };
}
