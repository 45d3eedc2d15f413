import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Coalescer } from '../../common/coalesce.js';
import type { EventRecord } from './rules/event-record.js';
import { OPEN_STATES } from './rules/transitions.js';
import { CHECK_IN_LEAD_MS } from './rules/check-in.js';
import type { Decision, LockedSignup } from './rules/move.js';
import { deltaOf, holdsSeat, type Place } from './rules/seats.js';
import { withId } from '../../infra/with-id.js';
import { EVENT_MODEL, type EventDocument } from './events.schema.js';
import {
  arrivals,
  mayDecide,
  movement,
  nobodyWaitsFor,
  requeue,
  roomInEvent,
  roomInRole,
  type Expression,
} from './seat-updates.js';

/** Somebody who waits for the event to decide, and the event once it has. */
interface Arriving {
  readonly signup: LockedSignup;
  event: EventRecord | null;
}

/** An event as far as its seats go, for the search of free ones. */
const SEAT_FIELDS = { roles: 1, max_participants: 1, seats: 1 } as const;

/**
 * The seats of events. Each method that decides is one atomic update and returns the event after it, with the
 * decisions of that update alone, or `null` when the event's present state refused it.
 */
@Injectable()
export class EventSeatsRepository {
  /** In a crowd, those who arrive while a write is under way are decided together in the next. */
  private readonly arriving = new Coalescer<Arriving>((eventId, batch) =>
    this.arriveTogether(eventId, batch),
  );

  constructor(@InjectModel(EVENT_MODEL) private readonly events: Model<EventDocument>) {}

  /** The event as it is, `null` when there is none. */
  async find(eventId: string): Promise<EventRecord | null> {
    const document = await this.events.findById(eventId).lean<EventDocument>();
    return document && withId(document);
  }

  /** Somebody arrives: gets a seat, or the next number of the waitlist. */
  async arrive(signup: LockedSignup): Promise<EventRecord | null> {
    const arriving: Arriving = { signup, event: null };
    await this.arriving.add(signup.event_id, arriving);
    return arriving.event;
  }

  /** Somebody gives up a seat, or a place on the waitlist. */
  async leave(signup: LockedSignup): Promise<EventRecord | null> {
    return this.moveTo(signup, { status: 'withdrawn', role_id: signup.role_id }, []);
  }

  /** Somebody who has a seat takes one in another role, if one is free and nobody waits for it. */
  async changeSeat(signup: LockedSignup): Promise<EventRecord | null> {
    const role = signup.move.role_id;
    const conditions = role === null ? [] : [roomInRole(role), nobodyWaitsFor(role)];
    return this.moveTo(signup, { status: signup.status, role_id: role }, conditions);
  }

  /** Somebody who waits joins the end of the queue for another role. */
  async requeue(signup: LockedSignup): Promise<EventRecord | null> {
    const { id, event_id, move, role_id } = signup;
    return this.decide(mayDecide(event_id, [move]), requeue(id, move, role_id));
  }

  /** Somebody who has a seat is there; only while check-in is open (features/events/rules/check-in.ts). */
  async checkIn(signup: LockedSignup): Promise<EventRecord | null> {
    const opens = { $subtract: ['$start_at_utc', CHECK_IN_LEAD_MS] };
    const isOpen = { $or: [{ $eq: ['$state', 'active'] }, { $gte: ['$$NOW', opens] }] };
    return this.moveTo(signup, { status: 'checked_in', role_id: signup.role_id }, [isOpen]);
  }

  /**
   * People who wait get seats, all or none: if there are still enough, and if nothing has happened since `event` was read that
   * can make somebody eligible who was not.
   * @param waiters locked by one and the same move
   */
  async promote(event: EventRecord, waiters: readonly LockedSignup[]): Promise<EventRecord | null> {
    const [first] = waiters;
    if (first === undefined) return null;
    const moves = waiters.map(({ role_id }) => ({
      from: { status: 'waitlist', role_id } as const,
      to: { status: 'confirmed', role_id } as const,
    }));
    const delta = deltaOf(moves);
    const roles = [...delta.by_role].map(([role, { confirmed }]) => roomInRole(role, confirmed));
    const decisions = waiters.map((waiter) =>
      decisionOn(waiter, { status: 'confirmed', role_id: waiter.role_id }),
    );
    const sameEpoch = { $eq: ['$seat_epoch', event.seat_epoch] };
    return this.decide(
      mayDecide(event.id, [first.move], [sameEpoch, roomInEvent(waiters.length), ...roles]),
      movement(delta, decisions, false),
      decisions.length,
    );
  }

  /** Takes decisions off the event that have been copied to their signups. */
  async forget(eventId: string, decisions: readonly Decision[]): Promise<void> {
    const moves = [...new Set(decisions.map(({ move_id }) => move_id))];
    await this.events.updateOne({ _id: eventId }, { $pull: { decisions: { move_id: { $in: moves } } } });
  }

  /** Events with decisions made before `before` that nobody has copied. */
  async listUnsettled(before: Date, limit: number): Promise<EventRecord[]> {
    const documents = await this.events
      // The first is the oldest: they are added at the end.
      .find({ 'decisions.0.at': { $lt: before } })
      .limit(limit)
      .lean<EventDocument[]>();
    return documents.map(withId);
  }

  /** Open events with people waiting. */
  async listWaiting(): Promise<Pick<EventRecord, 'id' | keyof typeof SEAT_FIELDS>[]> {
    const documents = await this.events
      .find({ state: { $in: [...OPEN_STATES] }, 'seats.waitlist': { $gt: 0 } }, SEAT_FIELDS)
      .lean<Pick<EventDocument, '_id' | keyof typeof SEAT_FIELDS>[]>();
    return documents.map(withId);
  }

  /** All or none; if none, each alone, since one may ask for what the event does not have. */
  private async arriveTogether(eventId: string, batch: readonly Arriving[]): Promise<void> {
    const signups = batch.map(({ signup }) => signup);
    const moves = signups.map(({ move }) => move);
    const event = await this.decide(mayDecide(eventId, moves), arrivals(signups), batch.length);
    if (event === null && batch.length > 1) {
      for (const one of batch) await this.arriveTogether(eventId, [one]);
      return;
    }
    for (const one of batch) one.event = event;
  }

  private async moveTo(
    signup: LockedSignup,
    to: Place,
    conditions: readonly Expression[],
  ): Promise<EventRecord | null> {
    const delta = deltaOf([{ from: signup, to }]);
    // A seat was given up, in the event or in a role.
    const opens = holdsSeat(signup.status) && (!holdsSeat(to.status) || signup.role_id !== to.role_id);
    return this.decide(
      mayDecide(signup.event_id, [signup.move], conditions),
      movement(delta, [decisionOn(signup, to)], opens),
    );
  }

  private async decide(
    filter: Expression,
    update: Expression | Expression[],
    decisions = 1,
  ): Promise<EventRecord | null> {
    // Past Mongoose: it has no say in expressions, and this is the hottest write of all (bench/signups.ts).
    const collection = this.events.db.collection<EventDocument>(this.events.collection.name);
    const document = await collection.findOneAndUpdate(filter, update, {
      returnDocument: 'after',
      // Those of this update, which are the last: in a crowd there are many others.
      projection: { decisions: { $slice: -decisions } },
    });
    return document && withId(document);
  }
}

function decisionOn(signup: LockedSignup, to: Place): Decision {
  return {
    signup_id: signup.id,
    move_id: signup.move.id,
    status: to.status,
    role_id: to.role_id,
    waitlist_number: null,
    at: new Date(),
  };
}
