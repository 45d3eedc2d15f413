import { expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../src/common/actor.js';
import { EventWriter } from '../../src/features/events/event-writer.js';
import { EventsRepository } from '../../src/features/events/events.repository.js';
import { EventsService } from '../../src/features/events/events.service.js';
import { RosterRepository } from '../../src/features/events/roster.repository.js';
import type { EventRecord, EventWithRoster } from '../../src/features/events/rules/event-record.js';
import {
  countSeats,
  firstFree,
  NO_SEATS,
  SHIP_POSTS,
  takenOf,
  waitlistOf,
  wishesOf,
} from '../../src/features/events/rules/roster.js';
import { holdersOf, seatsFor } from '../../src/features/events/rules/ships.js';
import type { SignupState } from '../../src/features/events/signup-state.js';
import { SignupsService } from '../../src/features/events/signups.service.js';
import { StaffSignups } from '../../src/features/events/staff-signups.service.js';
import { UsersRepository } from '../../src/features/users/users.repository.js';
import { anEventWithRoster } from '../factories/event.js';
import { nextDiscordId, startApp, type TestApp } from './app.js';

/** An event's services on the real database, without HTTP: for crowds, races and crashes. */
export class Community {
  private readonly app: TestApp;
  readonly service: EventsService;
  readonly signups: SignupsService;
  readonly staff: StaffSignups;
  readonly writer: EventWriter;
  readonly events: EventsRepository;
  readonly rosters: RosterRepository;

  private constructor(app: TestApp) {
    this.app = app;
    this.service = this.get(EventsService);
    this.signups = this.get(SignupsService);
    this.staff = this.get(StaffSignups);
    this.writer = this.get(EventWriter);
    this.events = this.get(EventsRepository);
    this.rosters = this.get(RosterRepository);
  }

  /** @param beside another one, whose databases this one shares: a second process, as far as events go */
  static async open(beside?: Community): Promise<Community> {
    return new Community(await startApp(beside === undefined ? {} : { databases: beside.app.databases }));
  }

  /** For programs of their own that share them. */
  get databases(): TestApp['databases'] {
    return this.app.databases;
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** A published event of tomorrow, changed by `fields`. */
  async event(fields: Partial<EventRecord> = {}): Promise<EventRecord> {
    const id = uuidv7();
    const startAtUtc = fields.start_at_utc ?? new Date(Date.now() + 86_400_000);
    const event = anEventWithRoster([], {
      id,
      slug: id,
      start_at_utc: startAtUtc,
      due_at: startAtUtc,
      ...fields,
    });
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

  signUp(actor: Actor, event: { readonly id: string }, roleId: string | null = null): Promise<SignupState> {
    const nothing = { notes: null, ship_model: null };
    return this.signups.signUp(actor, { event_id: event.id, role_id: roleId, source: 'discord', ...nothing });
  }

  /** The event as the database has it. */
  async read(event: { readonly id: string }): Promise<EventWithRoster> {
    const found = await this.rosters.find(event.id);
    if (found === null) throw new Error('no such event');
    return found;
  }

  async statusOf(event: { readonly id: string }, actor: Actor): Promise<string | null> {
    const { roster } = await this.read(event);
    return roster.find(({ user_id }) => user_id === actor.user_id)?.status ?? null;
  }

  /** What must be so at any moment. @returns the event as the database has it */
  async audit(event: { readonly id: string }): Promise<EventWithRoster> {
    const now = await this.read(event);
    expectLawful(now);
    return now;
  }

  get<T>(token: (abstract new (...parameters: never[]) => T) | string): T {
    return this.app.verselink.app.get<T>(token, { strict: false });
  }
}

/** A roster that is never oversold, counts what is so, and leaves no seat empty while someone entitled to it waits. */
function expectLawful(event: EventWithRoster): void {
  const { roster, seats, roles, max_participants } = event;
  expect(seats).toEqual(countSeats(roster, roles));
  expect(takenOf(seats)).toBeLessThanOrEqual(max_participants ?? Infinity);
  for (const { id, capacity } of roles)
    expect(takenOf(seats.by_role[id] ?? NO_SEATS)).toBeLessThanOrEqual(capacity);
  expect(waitlistOf(roster).filter((entry) => firstFree(event, wishesOf(entry)) !== undefined)).toEqual([]);
  for (const ship of event.fleet_ships) {
    for (const post of SHIP_POSTS)
      expect(holdersOf(roster, ship, post).length).toBeLessThanOrEqual(seatsFor(ship, post));
  }
  const orders = roster.map(({ order }) => order);
  expect(new Set(orders).size, 'every number is drawn once').toBe(orders.length);
  expect(new Set(roster.map(({ user_id }) => user_id)).size, 'one entry for each person').toBe(roster.length);
}
