import type { Collection, Connection } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';

/** A design to compare with: signs people up for an event with `seats` seats and no roles. */
export interface Design {
  readonly name: string;
  /** Makes an event. @returns its id */
  open(seats: number): Promise<string>;
  signUp(eventId: string, userId: string): Promise<unknown>;
  /** Confirmed documents, and what the counter says. */
  count(eventId: string): Promise<{ confirmed: number; counter: number }>;
}

interface BareEvent {
  readonly _id: string;
  readonly seats: number;
  readonly confirmed: number;
  readonly waitlist: number;
}

interface BareSignup {
  readonly _id: string;
  readonly event_id: string;
  readonly user_id: string;
  readonly status: 'confirmed' | 'waitlist';
}

/** What both designs below share: two bare collections with the same unique index. */
abstract class BareDesign implements Design {
  abstract readonly name: string;
  protected readonly events: Collection<BareEvent>;
  protected readonly signups: Collection<BareSignup>;

  constructor(connection: Connection, prefix: string) {
    this.events = connection.collection<BareEvent>(`${prefix}_events`);
    this.signups = connection.collection<BareSignup>(`${prefix}_signups`);
  }

  async open(seats: number): Promise<string> {
    await this.signups.createIndex({ event_id: 1, user_id: 1 }, { unique: true }, {});
    const _id = uuidv7();
    await this.events.insertOne({ _id, seats, confirmed: 0, waitlist: 0 });
    return _id;
  }

  abstract signUp(eventId: string, userId: string): Promise<unknown>;

  async count(eventId: string): Promise<{ confirmed: number; counter: number }> {
    const confirmed = await this.signups.countDocuments({ event_id: eventId, status: 'confirmed' });
    return { confirmed, counter: (await this.events.findOne({ _id: eventId }))?.confirmed ?? 0 };
  }

  protected insert(event_id: string, user_id: string, status: BareSignup['status']): Promise<boolean> {
    return this.signups.insertOne({ _id: uuidv7(), event_id, user_id, status }).then(
      () => true,
      () => false,
    );
  }
}

/** The floor: read, compare, insert, increment. */
export class ReadThenWrite extends BareDesign {
  readonly name = 'read, compare, insert, increment';

  async signUp(eventId: string, userId: string): Promise<void> {
    const event = await this.events.findOne({ _id: eventId });
    if (event === null) throw new Error('no such event');
    const status = event.confirmed < event.seats ? 'confirmed' : 'waitlist';
    if (!(await this.insert(eventId, userId, status))) return;
    await this.events.updateOne({ _id: eventId }, { $inc: { [status]: 1 } });
  }
}

/** A conditional counter first, then the document; taken back when the member was signed up already. */
export class CounterFirst extends BareDesign {
  readonly name = 'counter first, then the document';

  async signUp(eventId: string, userId: string): Promise<void> {
    const seated = await this.events.updateOne(
      { _id: eventId, $expr: { $lt: ['$confirmed', '$seats'] } },
      { $inc: { confirmed: 1 } },
    );
    const status = seated.modifiedCount === 1 ? 'confirmed' : 'waitlist';
    if (status === 'waitlist') await this.events.updateOne({ _id: eventId }, { $inc: { waitlist: 1 } });
    if (await this.insert(eventId, userId, status)) return;
    await this.events.updateOne({ _id: eventId }, { $inc: { [status]: -1 } });
  }
}
