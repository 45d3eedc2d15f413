import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVENT_MODEL } from '../../src/features/events/event.schema.js';
import { EventsRepository } from '../../src/features/events/events.repository.js';
import type { TestUser } from '../support/app.js';
import type { ProblemBody } from '../support/client.js';
import { type EventBody, type EventsApi } from '../support/events-api.js';
import { SignupsApi } from '../support/signups-api.js';

let api: SignupsApi;
let events: EventsApi;
let staff: TestUser;

beforeAll(async () => {
  api = await SignupsApi.open(8);
  events = api.events;
  staff = events.people.staff;
});
afterAll(() => api.close());

describe('PATCH signups/me', () => {
  const roles = [
    { name: 'Pilot', capacity: 1 },
    { name: 'Medic', capacity: 1 },
  ];

  it('changes notes and ship, and leaves out what is left out', async () => {
    const event = await events.create();
    await api.signUp(api.user(0), event, { notes: 'a', ship_model: 'b' });
    expect((await api.change(api.user(0), event, { notes: null })).body).toMatchObject({
      notes: null,
      ship_model: 'b',
    });
    expect((await api.rows(event))[0]).toMatchObject({ notes: null, ship_model: 'b' });
    expect((await api.change(api.user(1), event, { notes: 'x' })).body).toMatchObject({
      code: 'not_signed_up',
    });
  });

  it('moves a seat to a free one, and gives the old one to who waits', async () => {
    const event = await events.create({ roles });
    const [pilot, medic] = event.roles.map(({ id }) => id);
    await api.signUp(api.user(0), event, { role_id: pilot });
    await api.signUp(api.user(1), event, { role_id: pilot });
    const moved = await api.change(api.user(0), event, { role_id: medic });
    expect(moved.body).toMatchObject({ status: 'confirmed', role_id: medic, role_name: 'Medic' });
    expect(await api.rows(event)).toMatchObject([
      { user_id: api.user(0).id, status: 'confirmed' },
      { user_id: api.user(1).id, status: 'confirmed', role_id: pilot },
    ]);
  });

  it('keeps the seat when the other role is full', async () => {
    const event = await events.create({ roles });
    const [pilot, medic] = event.roles.map(({ id }) => id);
    await api.signUp(api.user(0), event, { role_id: pilot });
    await api.signUp(api.user(1), event, { role_id: medic });
    expect((await api.change(api.user(0), event, { role_id: medic })).body).toMatchObject({
      status: 409,
      code: 'role_full',
    });
    expect((await api.rows(event))[0]).toMatchObject({ role_id: pilot, status: 'confirmed' });
    expect((await api.change(api.user(0), event, { role_id: pilot })).status).toBe(200);
    expect((await api.change(api.user(0), event, { role_id: null })).body).toMatchObject({
      role_id: null,
      role_name: null,
    });
  });

  it('sends one who waits to the end of the other queue, or to a free seat', async () => {
    const event = await events.create({ roles });
    const [pilot, medic] = event.roles.map(({ id }) => id);
    await api.signUp(api.user(0), event, { role_id: pilot });
    await api.signUp(api.user(1), event, { role_id: pilot });
    await api.signUp(api.user(2), event, { role_id: pilot });
    expect((await api.change(api.user(1), event, { role_id: medic })).body).toMatchObject({
      status: 'confirmed',
    });
    await api.signUp(api.user(3), event, { role_id: medic });
    expect((await api.change(api.user(2), event, { role_id: medic })).body).toMatchObject({
      status: 'waitlist',
      position_in_waitlist: 2,
    });
  });
});

describe('PATCH of the limits', () => {
  it('gives added seats to those who wait, at once, in order', async () => {
    const event = await events.create({ max_participants: 1 });
    for (const index of [0, 1, 2, 3]) await api.signUp(api.user(index), event);
    const answer = await staff.patch<EventBody>(`/events/${event.id}`, { max_participants: 3 });
    expect(answer.body).toMatchObject({ confirmed_count: 3, waitlist_count: 1 });
    expect((await api.rows(event)).map(({ user_id }) => user_id)).toEqual(
      [0, 1, 2, 3].map((index) => api.user(index).id),
    );
    expect(
      (await staff.patch<EventBody>(`/events/${event.id}`, { max_participants: null })).body,
    ).toMatchObject({
      confirmed_count: 4,
      waitlist_count: 0,
    });
  });

  it('takes no seat away', async () => {
    const event = await events.create({ roles: [{ name: 'Pilot', capacity: 3 }], max_participants: 3 });
    const role = { id: event.roles[0]?.id, name: 'Pilot' };
    for (const index of [0, 1]) await api.signUp(api.user(index), event, { role_id: role.id });
    const refusals: [object, string][] = [
      [{ max_participants: 1 }, 'capacity_below_confirmed'],
      [{ roles: [{ ...role, capacity: 1 }] }, 'capacity_below_confirmed'],
      [{ roles: [] }, 'role_in_use'],
      [{ roles: [{ name: 'Gunner', capacity: 3 }] }, 'role_in_use'],
    ];
    for (const [body, code] of refusals) {
      expect((await staff.patch<ProblemBody>(`/events/${event.id}`, body)).body).toMatchObject({
        status: 409,
        code,
      });
    }
    const least = { max_participants: 2, roles: [{ ...role, capacity: 2 }] };
    expect((await staff.patch(`/events/${event.id}`, least)).status).toBe(200);
  });
});

describe('POST checkin', () => {
  it('notes who is there, once', async () => {
    const event = await events.create();
    await api.signUp(api.user(0), event);
    expect((await api.checkIn(api.user(0), event)).body).toMatchObject({
      status: 409,
      code: 'check_in_closed',
    });
    await staff.post(`/events/${event.id}/start`);
    const answer = await api.checkIn(api.user(0), event);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      status: 'checked_in',
      checked_in_at: expect.stringMatching(/Z$/) as string,
    });
    expect((await api.checkIn(api.user(0), event)).body).toMatchObject({
      status: 409,
      code: 'already_checked_in',
    });
    expect(await events.read(event)).toMatchObject({ confirmed_count: 1, checkin_count: 1 });
    await api.withdraw(api.user(0), event);
    expect(await events.read(event)).toMatchObject({ confirmed_count: 0, checkin_count: 0 });
  });

  it('opens an hour before the start', async () => {
    const soon = await events.create({ start_at_utc: new Date(Date.now() + 59 * 60_000).toISOString() });
    await api.signUp(api.user(0), soon);
    expect((await api.checkIn(api.user(0), soon)).status).toBe(200);
    const later = await events.create({ start_at_utc: new Date(Date.now() + 61 * 60_000).toISOString() });
    await api.signUp(api.user(0), later);
    expect((await api.checkIn(api.user(0), later)).body).toMatchObject({ code: 'check_in_closed' });
  });

  it('is for those who have a seat', async () => {
    const event = await events.create({ max_participants: 1 });
    await api.signUp(api.user(0), event);
    await api.signUp(api.user(1), event);
    await staff.post(`/events/${event.id}/start`);
    expect((await api.checkIn(api.user(1), event)).body).toMatchObject({
      status: 409,
      code: 'not_confirmed',
    });
    expect((await api.checkIn(api.user(2), event)).body).toMatchObject({
      status: 409,
      code: 'not_signed_up',
    });
    await staff.post(`/events/${event.id}/cancel`);
    expect((await api.checkIn(api.user(0), event)).body).toMatchObject({ status: 409, code: 'event_closed' });
  });
});

it('marks the event for what follows in the same write, with every change of a seat', async () => {
  const repository = events.app.verselink.app.get(EventsRepository, { strict: false });
  const event = await events.create({ max_participants: 1 });
  const steps = [
    () => api.signUp(api.user(0), event),
    () => api.signUp(api.user(1), event),
    () => staff.patch(`/events/${event.id}`, { title: 'Another title' }),
    () => api.withdraw(api.user(0), event),
    () => staff.post(`/events/${event.id}/start`),
    () => api.checkIn(api.user(1), event),
  ];
  for (const step of steps) {
    const before = await repository.findById(event.id);
    await repository.settleEffects(event.id, before?.revision ?? 0);
    await step();
    const after = await repository.findById(event.id);
    expect(after?.effects_due).toBe(true);
    expect(after?.revision).toBeGreaterThan(before?.revision ?? 0);
  }
});

describe('GET /users/me/signups', () => {
  interface OwnBody {
    readonly items: {
      event: { id: string; state: string };
      signup: { status: string; position_in_waitlist: number | null };
    }[];
    readonly next_cursor: string | null;
  }
  const read = async (who: TestUser, query = '') =>
    (await who.get<OwnBody>(`/users/me/signups${query}`)).body;

  it('tells of what is to come, in its order and page by page, with the place in the queue; then of what is over', async () => {
    const who = api.user(7);
    const soon = await events.create({ max_participants: 1, start_at_utc: '2042-01-01T12:00:00.000Z' });
    const later = await events.create({ start_at_utc: '2042-01-02T12:00:00.000Z' });
    const left = await events.create();
    await api.signUp(api.user(6), soon);
    for (const event of [later, soon, left]) await api.signUp(who, event);
    await api.withdraw(who, left);
    await staff.post(`/events/${later.id}/cancel`);

    const first = await read(who, '?limit=1');
    expect(first.items).toMatchObject([
      {
        event: { id: soon.id },
        signup: { status: 'waitlist', position_in_waitlist: 1 },
        acts: ['answer', 'withdraw'],
      },
    ]);
    const second = await read(who, `?limit=1&cursor=${first.next_cursor ?? ''}`);
    expect(second).toMatchObject({
      items: [{ event: { id: later.id, state: 'cancelled' }, acts: [] }],
      next_cursor: null,
    });
    expect(await read(who, '?period=past')).toEqual({ items: [], next_cursor: null });

    const model = events.app.verselink.app.get<Model<unknown>>(getModelToken(EVENT_MODEL), { strict: false });
    for (const [days, { id }] of [soon, later].entries()) {
      const start = new Date(Date.now() - (days + 1) * 86_400_000);
      await model.updateOne({ _id: id }, { $set: { start_at_utc: start } });
    }
    expect((await read(who)).items).toEqual([]);
    expect((await read(who, '?period=past')).items.map(({ event }) => event.id)).toEqual([soon.id, later.id]);
    const page = await read(who, '?period=past&limit=1');
    expect((await read(who, `?period=past&cursor=${page.next_cursor ?? ''}`)).items).toMatchObject([
      { event: { id: later.id } },
    ]);
  });
});
