import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Collection, Model } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import {
  DECIDE_WITHIN_MS,
  STALE_AFTER_MS,
  isLocked,
  type LockedSignup,
  type Move,
  type SignupRecord,
} from './rules/move.js';
import type { Signup } from './rules/signup.js';
import { isDuplicateKey } from '../../infra/duplicate-key.js';
import { withId } from '../../infra/with-id.js';
import { SIGNUP_MODEL, type SignupDocument } from './signups.schema.js';

/** What a member brings when signing up. */
export type Arrival = Pick<
  Signup,
  'event_id' | 'user_id' | 'discord_id' | 'handle' | 'role_id' | 'notes' | 'ship_model' | 'source'
>;

/** What an operation asks for when it takes the lock. */
export type MoveRequest = Pick<Move, 'to' | 'role_id'>;

/**
 * The locks that keep two operations on one signup apart (features/events/rules/move.ts). Every lock is one atomic update, and its time is the
 * database's.
 */
@Injectable()
export class SignupLocksRepository {
  constructor(@InjectModel(SIGNUP_MODEL) private readonly signups: Model<SignupDocument>) {}

  /**
   * Makes a member's signup, or takes up a withdrawn one again, locked for `seat`. A signup that is there already is
   * left as it is.
   * @returns the signup, and whether it is ours to decide
   */
  async claim(arrival: Arrival): Promise<{ signup: SignupRecord; mine: boolean }> {
    const move = newMove({ to: 'seat', role_id: arrival.role_id });
    const upsert = (): Promise<SignupDocument | null> =>
      this.collection.findOneAndUpdate(
        { event_id: arrival.event_id, user_id: arrival.user_id },
        [{ $replaceWith: claimed(arrival, move) }],
        { upsert: true, returnDocument: 'after' },
      );
    const document = await upsert().catch((error: unknown) => {
      // Two first clicks raced and the other one inserted: this one finds it now.
      if (isDuplicateKey(error)) return upsert();
      throw error;
    });
    if (document === null) throw new Error('An upsert returned no signup');
    return { signup: withId(document), mine: document.move?.id === move.id };
  }

  /** Locks a signup that is still as it was read; `null` when it is not. */
  async lock(signup: SignupRecord, request: MoveRequest): Promise<LockedSignup | null> {
    const { id, status, role_id, waitlist_number } = signup;
    return this.relock({ _id: id, status, role_id, waitlist_number, move: null }, request);
  }

  /**
   * Locks people who wait, for their promotion, with one move for all.
   * @returns those of them who were still waiting as they were read and are locked now, in no particular order
   */
  async lockWaiting(waiters: readonly SignupRecord[]): Promise<LockedSignup[]> {
    const move = newMove({ to: 'promote', role_id: null });
    const stillSo = waiters.map(({ id, waitlist_number }) => ({ _id: id, waitlist_number }));
    await this.collection.updateMany({ $or: stillSo, status: 'waitlist', move: null }, [setMove(move)]);
    const documents = await this.collection
      .find({ _id: { $in: waiters.map(({ id }) => id) }, 'move.id': move.id })
      .toArray();
    return documents.map((document): SignupRecord => withId(document)).filter(isLocked);
  }

  /**
   * Takes over the lock of an operation that has crashed.
   * @returns the signup under a new lock, `null` when the old one is gone or not old enough
   */
  async takeOver(signup: LockedSignup): Promise<LockedSignup | null> {
    const { id, to, role_id } = signup.move;
    return this.relock(
      { _id: signup.id, 'move.id': id, $expr: { $lt: ['$move.at', ago(STALE_AFTER_MS)] } },
      { to, role_id },
    );
  }

  /** Signups whose operation seems to have crashed, by our own clock: `takeOver` asks the database's. */
  async listStale(limit: number): Promise<LockedSignup[]> {
    const documents = await this.collection
      .find({ 'move.at': { $lt: new Date(Date.now() - STALE_AFTER_MS) } })
      .limit(limit)
      .toArray();
    return documents.map((document): SignupRecord => withId(document)).filter(isLocked);
  }

  /**
   * Frees signups on which the event has decided nothing; one that was never decided on disappears. Only while the event
   * could not have decided otherwise in the meantime: after that, recovery does it.
   */
  async release(locked: readonly LockedSignup[]): Promise<void> {
    const [first] = locked;
    if (first === undefined) return;
    const held = {
      _id: { $in: locked.map(({ id }) => id) },
      'move.id': first.move.id,
      $expr: { $gt: ['$move.at', ago(DECIDE_WITHIN_MS)] },
    };
    await this.collection.deleteMany({ ...held, status: 'pending' });
    await this.collection.updateMany(held, { $set: { move: null } });
  }

  private async relock(filter: Record<string, unknown>, request: MoveRequest): Promise<LockedSignup | null> {
    const document = await this.collection.findOneAndUpdate(filter, [setMove(newMove(request))], {
      returnDocument: 'after',
    });
    const signup: SignupRecord | null = document && withId(document);
    return signup !== null && isLocked(signup) ? signup : null;
  }

  /** Past Mongoose, which has no say in expressions. */
  private get collection(): Collection<SignupDocument> {
    return this.signups.db.collection<SignupDocument>(this.signups.collection.name);
  }
}

type UntimedMove = Omit<Move, 'at'>;

function newMove(request: MoveRequest): UntimedMove {
  return { id: uuidv7(), ...request };
}

function setMove(move: UntimedMove): { $set: Record<string, unknown> } {
  return { $set: { move: { ...move, at: '$$NOW' } } };
}

/** What `claim` makes of what it finds: nothing yet, a withdrawn signup, or any other. */
function claimed(arrival: Arrival, move: UntimedMove): Record<string, unknown> {
  const brought = { $literal: { ...arrival, created_at: new Date(), checked_in_at: null } };
  const fresh = { $literal: { _id: uuidv7(), status: 'pending', waitlist_number: null } };
  const lock = { move: { ...move, at: '$$NOW' } };
  const isNew = { $eq: [{ $type: '$status' }, 'missing'] };
  const isWithdrawn = { $and: [{ $eq: ['$status', 'withdrawn'] }, { $eq: ['$move', null] }] };
  return {
    $switch: {
      branches: [
        { case: isNew, then: { $mergeObjects: [fresh, brought, lock] } },
        { case: isWithdrawn, then: { $mergeObjects: ['$$ROOT', brought, lock] } },
      ],
      default: '$$ROOT',
    },
  };
}

/** A moment in the past, by the database's clock. */
function ago(ms: number): Record<string, unknown> {
  return { $subtract: ['$$NOW', ms] };
}
