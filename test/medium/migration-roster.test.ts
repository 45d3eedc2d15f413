import { createConnection, type Connection } from 'mongoose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EVENT_MODEL, eventSchema, type EventDocument } from '../../src/features/events/event.schema.js';
import { countSeats } from '../../src/features/events/rules/roster.js';
import { anOldEvent, anOldMove, anOldSignup } from '../factories/old-event.js';
import { startApp, type TestApp } from '../support/app.js';
import { openDatabases, type TestDatabases } from '../support/databases.js';
import { insertOld } from '../support/old-data.js';

let databases: TestDatabases;
let connection: Connection;
let app: TestApp | undefined;

beforeEach(async () => {
  databases = await openDatabases();
  connection = await createConnection(databases.mongodbUri, { autoIndex: false }).asPromise();
});
afterEach(async () => {
  await app?.stop();
  await connection.close();
  await databases.drop();
});

async function start(): Promise<TestApp> {
  app = await startApp({ databases });
  return app;
}

async function eventOf(_id: string): Promise<EventDocument> {
  const event = await connection.collection<EventDocument>('events').findOne({ _id });
  if (event === null) throw new Error(`no event ${_id}`);
  return event;
}

describe('the roster migration', () => {
  it('keeps 500 people where they were, in their order', async () => {
    const roles = [
      { id: 'pilot', name: 'Pilot', capacity: 30, description: null, emoji: null },
      { id: 'medic', name: 'Medic', capacity: 10, description: null, emoji: null },
    ];
    const seated = Array.from({ length: 40 }, (_, index) =>
      anOldSignup('crowd', index, { role_id: index < 30 ? 'pilot' : 'medic', notes: `note ${index}` }),
    );
    // Those who came first wait longest: a change of role sent them to the end of the queue.
    const waiting = Array.from({ length: 400 }, (_, index) =>
      anOldSignup('crowd', 40 + index, {
        status: 'waitlist',
        role_id: 'pilot',
        waitlist_number: 900 - index,
      }),
    );
    const withdrawn = Array.from({ length: 60 }, (_, index) =>
      anOldSignup('crowd', 440 + index, { status: 'withdrawn', ship_model: 'Carrack' }),
    );
    const old = anOldEvent({ _id: 'crowd', roles, max_participants: 40, revision: 512 });
    await insertOld(connection, [old], [...withdrawn, ...waiting, ...seated]);
    await start();

    const event = await eventOf('crowd');
    expect(event).toMatchObject({
      title: 'Raid',
      signup_role_ids: [],
      cancel_reason: null,
      revision: 512,
      edition: 512,
      shown: 512,
      // Events to come are announced anew by a later migration, so that reminders are made.
      effects_due: true,
      next_order: 501,
      due_at: new Date(old.start_at_utc.getTime() - 30 * 60_000),
      seats: {
        confirmed: 40,
        waitlist: 400,
        checked_in: 0,
        by_role: { pilot: { confirmed: 30, waitlist: 400 }, medic: { confirmed: 10, waitlist: 0 } },
      },
    });
    for (const gone of ['decisions', 'seat_epoch', 'mirror_dirty', 'next_number']) {
      expect({ ...event, ...event.seats }).not.toHaveProperty(gone);
    }
    await connection.model(EVENT_MODEL, eventSchema).hydrate(event).validate();
    const ordered = event.roster.toSorted((one, other) => one.order - other.order);
    const users = (status: string) =>
      ordered.filter((entry) => entry.status === status).map(({ user_id }) => user_id);
    expect(users('confirmed')).toEqual(seated.map(({ user_id }) => user_id));
    expect(users('waitlist')).toEqual(waiting.map(({ user_id }) => user_id).reverse());
    expect(users('withdrawn')).toEqual(withdrawn.map(({ user_id }) => user_id));
    expect(event.roster.find(({ user_id }) => user_id === 'user-00007')).toMatchObject({
      id: 'signup-crowd-00007',
      notes: 'note 7',
      source: 'discord',
      created_at: seated[7]?.created_at,
      change: 'signed_up',
    });
    expect(await connection.collection('event_signups_before_roster').countDocuments()).toBe(500);
    const indexes = await connection.collection('events').indexes();
    expect(indexes.map(({ name }) => name)).not.toContain('state_1');
  });

  it('finishes what was under way: decisions are kept, what was not decided is carried out', async () => {
    const [at, later] = [new Date('2026-02-01T00:00:10Z'), new Date('2026-02-01T00:00:20Z')];
    const decision = { role_id: null, waitlist_number: null, at };
    const old = anOldEvent({
      _id: 'busy',
      max_participants: 4,
      mirror_dirty: true,
      decisions: [
        { ...decision, signup_id: 'signup-busy-00001', move_id: 'seat-1', status: 'confirmed' },
        { ...decision, signup_id: 'signup-busy-00002', move_id: 'leave-2', status: 'withdrawn' },
        // Copied already: its signup has moved on.
        { ...decision, signup_id: 'signup-busy-00003', move_id: 'seat-3', status: 'withdrawn' },
      ],
    });
    await insertOld(
      connection,
      [old],
      [
        anOldSignup('busy', 1, { status: 'pending', move: anOldMove('seat', { id: 'seat-1', at: later }) }),
        anOldSignup('busy', 2, { move: anOldMove('leave', { id: 'leave-2' }) }),
        anOldSignup('busy', 3, { status: 'checked_in', checked_in_at: at }),
        anOldSignup('busy', 4, { move: anOldMove('leave', { id: 'leave-4' }) }),
        anOldSignup('busy', 5, { status: 'waitlist', waitlist_number: 1, move: anOldMove('promote') }),
        anOldSignup('busy', 6, { status: 'pending', move: anOldMove('seat', { id: 'seat-6', at }) }),
        anOldSignup('busy', 7, { status: 'pending', move: anOldMove('seat', { id: 'seat-7' }) }),
        anOldSignup('busy', 8, { status: 'withdrawn', move: null }),
      ],
    );
    await start();
    const event = await eventOf('busy');
    const statuses = Object.fromEntries(event.roster.map(({ user_id, status }) => [user_id, status]));
    expect(statuses).toEqual({
      'user-00001': 'confirmed',
      'user-00002': 'withdrawn',
      'user-00003': 'checked_in',
      'user-00004': 'withdrawn',
      'user-00005': 'confirmed',
      'user-00006': 'waitlist',
      'user-00007': 'confirmed',
      'user-00008': 'withdrawn',
    });
    expect(event.seats).toEqual(countSeats(event.roster, event.roles));
    // Mirrors have to catch up, and compare what they show with a number that has not gone back.
    expect(event).toMatchObject({ effects_due: true, effects_revision: 7, shown: 8, revision: 8 });
  });

  it('lets the clock act, and drops a signup that came too late', async () => {
    const started = new Date(Date.now() - 3_600_000);
    await insertOld(
      connection,
      [anOldEvent({ _id: 'over', start_at_utc: started, duration_minutes: 30 })],
      [anOldSignup('over', 1), anOldSignup('over', 2, { status: 'pending', move: anOldMove('seat') })],
    );
    await start();
    const event = await eventOf('over');
    expect(event).toMatchObject({ state: 'completed', due_at: null, effects_due: true });
    expect(event.roster.map(({ user_id }) => user_id)).toEqual(['user-00001']);
  });

  it('shows the same through the API', async () => {
    const user = '01900000-0000-7000-8000-0000000000cc';
    const id = '01900000-0000-7000-8000-000000000001';
    await insertOld(connection, [anOldEvent({ _id: id })], [anOldSignup(id, 1, { user_id: user })]);
    const app = await start();
    const answer = await (await app.user()).get(`/events/${id}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ id, title: 'Raid', revision: 7 });
  });
});
