import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readApiSchema } from '../support/api-schema.js';
import type { TestUser } from '../support/app.js';
import { type EventsApi, type List } from '../support/events-api.js';
import { SignupsApi, type SignupRowBody } from '../support/signups-api.js';

let api: SignupsApi;
let events: EventsApi;
let staff: TestUser;

beforeAll(async () => {
  api = await SignupsApi.open(8);
  events = api.events;
  staff = events.people.staff;
});
afterAll(() => api.close());

describe('POST signups', () => {
  it('answers with the row of the contract', async () => {
    const event = await events.create({ roles: [{ name: 'Pilot', capacity: 2 }] });
    const roleId = event.roles[0]?.id;
    const answer = await api.signUp(api.user(0), event, {
      role_id: roleId,
      notes: 'Late by 5',
      ship_model: 'Cutlass Black',
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/) as string,
      user_id: api.user(0).id,
      discord_id: api.user(0).discord_id,
      handle: 'Pilot 0',
      role_id: roleId,
      role_name: 'Pilot',
      role_ids: [],
      offer_expires_at: null,
      status: 'confirmed',
      position_in_waitlist: null,
      notes: 'Late by 5',
      ship_model: 'Cutlass Black',
      ship_id: null,
      ship_post: null,
      source: 'web',
      created_at: expect.stringMatching(/Z$/) as string,
      checked_in_at: null,
    });
    expect((await readApiSchema(events.app)).faults('SignupView', answer.body)).toBeNull();
    expect(await events.read(event)).toMatchObject({
      revision: event.revision,
      confirmed_count: 1,
      waitlist_count: 0,
      roles: [{ confirmed_count: 1, waitlist_count: 0 }],
    });
  });

  it('works without a body', async () => {
    const event = await events.create();
    expect((await api.user(0).post(`/events/${event.id}/signups`)).status).toBe(201);
  });

  it('puts those who come late on the waitlist, and tells their position', async () => {
    const event = await events.create({ max_participants: 1 });
    await api.signUp(api.user(0), event);
    expect((await api.signUp(api.user(1), event)).body).toMatchObject({
      status: 'waitlist',
      position_in_waitlist: 1,
    });
    expect((await api.signUp(api.user(2), event)).body).toMatchObject({
      status: 'waitlist',
      position_in_waitlist: 2,
    });
    await api.withdraw(api.user(0), event);
    expect(await api.rows(event)).toMatchObject([
      { user_id: api.user(1).id, status: 'confirmed', position_in_waitlist: null },
      { user_id: api.user(2).id, status: 'waitlist', position_in_waitlist: 1 },
    ]);
  });

  it('refuses the second signup', async () => {
    const event = await events.create();
    await api.signUp(api.user(0), event);
    expect((await api.signUp(api.user(0), event)).body).toMatchObject({
      status: 409,
      code: 'already_signed_up',
    });
    expect(await events.read(event)).toMatchObject({ confirmed_count: 1 });
  });

  it('takes someone back who had withdrawn, at the end', async () => {
    const event = await events.create({ max_participants: 1 });
    const first = await api.signUp(api.user(0), event, { notes: 'first' });
    await api.signUp(api.user(1), event);
    await api.withdraw(api.user(0), event);
    const again = await api.signUp(api.user(0), event, { notes: 'again' });
    expect(again.body).toMatchObject({
      id: first.body.id,
      status: 'waitlist',
      notes: 'again',
      position_in_waitlist: 1,
    });
    expect(again.body.created_at > first.body.created_at).toBe(true);
  });

  it.each<[string, object, string]>([
    ['a role of another event', { role_id: '01900000-0000-7000-8000-000000000000' }, 'role_id'],
    ['a role that is no id', { role_id: { $ne: null } }, 'role_id'],
    ['notes of 501', { notes: 'x'.repeat(501) }, 'notes'],
    ['an answer that is none', { status: 'waitlist' }, 'status'],
    ['an unknown field', { seat: 1 }, 'seat'],
  ])('refuses %s', async (_what, body, field) => {
    const event = await events.create();
    const answer = await api.signUp(api.user(0), event, body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors?.map((error) => error.field)).toContain(field);
    expect(await api.rows(event)).toEqual([]);
  });

  it('is for events that one sees and that are open', async () => {
    const draft = await events.create({ state: 'draft' });
    const hidden = await events.create({ visibility: 'private' });
    expect((await api.signUp(api.user(0), draft)).body).toMatchObject({
      status: 404,
      code: 'event_not_found',
    });
    expect((await api.signUp(api.user(0), hidden)).body).toMatchObject({
      status: 404,
      code: 'event_not_found',
    });
    expect((await api.signUp(staff, draft)).body).toMatchObject({ status: 409, code: 'event_closed' });
    const open = await events.create();
    await staff.post(`/events/${open.id}/start`);
    expect((await api.signUp(api.user(0), open)).status).toBe(201);
    await staff.post(`/events/${open.id}/complete`);
    expect((await api.signUp(api.user(1), open)).body).toMatchObject({ status: 409, code: 'event_closed' });
    expect((await api.withdraw(api.user(0), open)).body).toMatchObject({ status: 409, code: 'event_closed' });
    expect((await events.app.anyone.post(`/events/${open.id}/signups`, {})).status).toBe(401);
  });
});

describe('DELETE signups/me', () => {
  it('answers with the row, withdrawn, once', async () => {
    const event = await events.create();
    await api.signUp(api.user(0), event);
    const answer = await api.withdraw(api.user(0), event);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ status: 'withdrawn', user_id: api.user(0).id });
    expect((await api.withdraw(api.user(0), event)).body).toMatchObject({
      status: 409,
      code: 'not_signed_up',
    });
    expect((await api.withdraw(api.user(1), event)).body).toMatchObject({
      status: 409,
      code: 'not_signed_up',
    });
    expect(await events.read(event)).toMatchObject({ confirmed_count: 0 });
    expect(await api.rows(event)).toEqual([]);
  });

  it('lets one leave an event that one sees no more, and nobody learn of it', async () => {
    const event = await events.create();
    await api.signUp(api.user(0), event);
    await staff.patch(`/events/${event.id}`, { visibility: 'private' });
    expect((await api.withdraw(api.user(1), event)).body).toMatchObject({
      status: 404,
      code: 'event_not_found',
    });
    expect((await api.withdraw(api.user(0), event)).status).toBe(200);
    expect((await api.withdraw(api.user(0), event)).status).toBe(404);
  });
});

describe('GET signups', () => {
  it('lists those with a seat as they came, then those who wait, in pages', async () => {
    const event = await events.create({ max_participants: 3 });
    for (const index of [4, 2, 6, 1, 7, 0, 3]) await api.signUp(api.user(index), event);
    const seen: SignupRowBody[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const next: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const answer: { body: List<SignupRowBody> } = await api
        .user(5)
        .get<List<SignupRowBody>>(`/events/${event.id}/signups?limit=2${next}`);
      expect(answer.body.items.length).toBeLessThanOrEqual(2);
      seen.push(...answer.body.items);
      cursor = answer.body.next_cursor;
    }
    expect(seen.map(({ handle }) => handle)).toEqual([4, 2, 6, 1, 7, 0, 3].map((index) => `Pilot ${index}`));
    expect(seen.map(({ position_in_waitlist }) => position_in_waitlist)).toEqual([
      null,
      null,
      null,
      1,
      2,
      3,
      4,
    ]);
  });

  it('is for those who see the event', async () => {
    const hidden = await events.create({ visibility: 'private' });
    expect((await api.user(0).get(`/events/${hidden.id}/signups`)).status).toBe(404);
    expect((await staff.get(`/events/${hidden.id}/signups`)).status).toBe(200);
    expect((await staff.get(`/events/${hidden.id}/signups?cursor=abc`)).status).toBe(422);
  });
});
