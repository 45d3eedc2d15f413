import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { expect } from 'vitest';
import type { Actor } from '../../src/common/actor.js';
import type { Event } from '../../src/features/events/rules/event.js';
import type { EventRecord } from '../../src/features/events/rules/event-record.js';
import { STALE_AFTER_MS } from '../../src/features/events/rules/move.js';
import { mayPromote } from '../../src/features/events/rules/seats.js';
import { CheckIn } from '../../src/features/events/check-in.js';
import { ListSignups } from '../../src/features/events/list-signups.js';
import { PromoteWaitlist } from '../../src/features/events/promote-waitlist.js';
import { RecoverSignups } from '../../src/features/events/recover-signups.js';
import { SignUp, type SignUpResult } from '../../src/features/events/sign-up.js';
import { UpdateSignup } from '../../src/features/events/update-signup.js';
import { Withdraw } from '../../src/features/events/withdraw.js';
import { EventSeatsRepository } from '../../src/features/events/event-seats.repository.js';
import { EventsRepository } from '../../src/features/events/events.repository.js';
import { EVENT_MODEL, type EventDocument } from '../../src/features/events/events.schema.js';
import { SignupLocksRepository } from '../../src/features/events/signup-locks.repository.js';
import { SignupsRepository } from '../../src/features/events/signups.repository.js';
import { SIGNUP_MODEL, type SignupDocument } from '../../src/features/events/signups.schema.js';
import { UsersRepository } from '../../src/features/users/users.repository.js';
import { anEvent } from '../factories/event.js';
import { nextDiscordId, startApp, type TestApp } from './app.js';

/** The use cases of signups on the real database, without HTTP: for crowds, races and crashes. */
export class Community {
  private readonly app: TestApp;
  readonly signUpCase: SignUp;
  readonly withdraw: Withdraw;
  readonly update: UpdateSignup;
  readonly checkIn: CheckIn;
  readonly list: ListSignups;
  readonly promote: PromoteWaitlist;
  readonly recover: RecoverSignups;
  readonly events: EventsRepository;
  readonly seats: EventSeatsRepository;
  readonly locks: SignupLocksRepository;
  readonly signups: SignupsRepository;
  private readonly eventDocuments: Model<EventDocument>;
  private readonly signupDocuments: Model<SignupDocument>;

  private constructor(app: TestApp) {
    this.app = app;
    this.signUpCase = this.get(SignUp);
    this.withdraw = this.get(Withdraw);
    this.update = this.get(UpdateSignup);
    this.checkIn = this.get(CheckIn);
    this.list = this.get(ListSignups);
    this.promote = this.get(PromoteWaitlist);
    this.recover = this.get(RecoverSignups);
    this.events = this.get(EventsRepository);
    this.seats = this.get(EventSeatsRepository);
    this.locks = this.get(SignupLocksRepository);
    this.signups = this.get(SignupsRepository);
    this.eventDocuments = this.get<Model<EventDocument>>(getModelToken(EVENT_MODEL));
    this.signupDocuments = this.get<Model<SignupDocument>>(getModelToken(SIGNUP_MODEL));
  }

  static async open(): Promise<Community> {
    return new Community(await startApp());
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** A published event of tomorrow, changed by `fields`. */
  async event(fields: Partial<Event> = {}): Promise<EventRecord> {
    const id = uuidv7();
    const start_at_utc = new Date(Date.now() + 86_400_000);
    const event = {
      ...anEvent({ id, slug: id, start_at_utc, ...fields }),
      mirror_dirty: false,
      decisions: [],
      seat_epoch: 1,
    };
    if (!(await this.events.create(event))) throw new Error('the event was not created');
    return event;
  }

  async members(count: number): Promise<Actor[]> {
    const users = this.get(UsersRepository);
    return Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const identity = { discord_id: nextDiscordId(), handle: `Pilot ${index}`, discord_locale: null };
        const { id } = await users.findOrCreateByDiscordId(identity);
        return { user_id: id, site_admin: false };
      }),
    );
  }

  signUp(actor: Actor, event: { readonly id: string }, role_id: string | null = null): Promise<SignUpResult> {
    return this.signUpCase.execute(actor, {
      event_id: event.id,
      role_id,
      notes: null,
      ship_model: null,
      source: 'discord',
    });
  }

  async read(event: { readonly id: string }): Promise<EventRecord> {
    const found = await this.events.findById(event.id);
    if (found === null) throw new Error('no such event');
    return found;
  }

  /** Every signup document of an event, as it is. */
  async documents(event: { readonly id: string }): Promise<SignupDocument[]> {
    return this.signupDocuments.find({ event_id: event.id }).sort({ _id: 1 }).lean<SignupDocument[]>();
  }

  async statusOf(event: { readonly id: string }, actor: Actor): Promise<string | null> {
    return (await this.signups.findOwn(event.id, actor.user_id))?.status ?? null;
  }

  /** Makes everything that is under way look as old as after a crash. */
  async age(): Promise<void> {
    const old = new Date(Date.now() - STALE_AFTER_MS - 1_000);
    await this.signupDocuments.collection.updateMany({ move: { $ne: null } }, { $set: { 'move.at': old } });
    await this.eventDocuments.collection.updateMany({}, { $set: { 'decisions.$[].at': old } });
  }

  /** What must be so whenever nothing is under way (design.md §3.3). */
  async audit(event: { readonly id: string }): Promise<EventRecord> {
    const now = await this.read(event);
    const documents = await this.documents(event);
    const counted = (role?: string | null) => {
      const of = documents.filter(({ role_id }) => role === undefined || role_id === role);
      const seated = of.filter(({ status }) => status === 'confirmed' || status === 'checked_in').length;
      return { confirmed: seated, waitlist: of.filter(({ status }) => status === 'waitlist').length };
    };

    expect(now.decisions, 'nothing is left to settle').toEqual([]);
    expect(documents.filter(({ move }) => move !== null)).toEqual([]);
    expect(documents.filter(({ status }) => status === 'pending')).toEqual([]);
    expect({ confirmed: now.seats.confirmed, waitlist: now.seats.waitlist }).toEqual(counted());
    expect(now.seats.checked_in).toBe(documents.filter(({ status }) => status === 'checked_in').length);
    for (const { id, capacity } of now.roles) {
      expect(now.seats.by_role[id] ?? { confirmed: 0, waitlist: 0 }).toEqual(counted(id));
      expect(counted(id).confirmed).toBeLessThanOrEqual(capacity);
    }
    expect(now.seats.confirmed).toBeLessThanOrEqual(now.max_participants ?? Infinity);
    expect(mayPromote(now), 'a seat is free and somebody waits for it').toBe(false);

    const numbers = documents.flatMap(({ waitlist_number }) => waitlist_number ?? []);
    expect(new Set(numbers).size, 'every number is drawn once').toBe(numbers.length);
    for (const { status, waitlist_number } of documents) {
      expect(waitlist_number !== null).toBe(status === 'waitlist');
    }
    return now;
  }

  get<T>(token: (abstract new (...parameters: never[]) => T) | string): T {
    return this.app.verselink.app.get<T>(token, { strict: false });
  }
}
