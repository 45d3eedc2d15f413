import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestUser } from '../support/app.js';
import type { ProblemBody } from '../support/client.js';
import { SignupsApi, type SignupRowBody } from '../support/signups-api.js';

/** What staff do with other people's signups. */
let api: SignupsApi;

beforeAll(async () => {
  api = await SignupsApi.open(3);
});
afterAll(() => api.close());

const place = (eventId: string, userId: string, body: object) =>
  api.events.people.staff.patch<SignupRowBody & ProblemBody>(`/events/${eventId}/signups/${userId}`, body);

describe('staff', () => {
  it('sign somebody up, within the seats', async () => {
    const { staff } = api.events.people;
    const event = await api.events.create({ max_participants: 1 });
    const sign = (index: number) =>
      staff.post<SignupRowBody & ProblemBody>(`/events/${event.id}/signups`, { user_id: api.user(index).id });
    expect(await sign(0)).toMatchObject({
      status: 201,
      body: { user_id: api.user(0).id, status: 'confirmed' },
    });
    expect(await sign(1)).toMatchObject({
      status: 201,
      body: { status: 'waitlist', position_in_waitlist: 1 },
    });
    expect(await sign(0)).toMatchObject({ status: 409, body: { code: 'already_signed_up' } });
    const nowhere = { user_id: '01900000-0000-7000-8000-000000000000' };
    expect((await staff.post(`/events/${event.id}/signups`, nowhere)).status).toBe(404);
  });

  it('withdraw somebody, and the next one gets the seat', async () => {
    const { staff } = api.events.people;
    const event = await api.events.create({ max_participants: 1 });
    for (const index of [0, 1]) await api.signUp(api.user(index), event);
    const answer = await staff.delete(`/events/${event.id}/signups/${api.user(0).id}`);
    expect(answer).toMatchObject({ status: 200, body: { status: 'withdrawn' } });
    expect(await api.rows(event)).toMatchObject([{ user_id: api.user(1).id, status: 'confirmed' }]);
  });

  it('move somebody to another role, and mark them', async () => {
    const event = await api.events.create({
      roles: [
        { name: 'Pilot', capacity: 1 },
        { name: 'Medic', capacity: 1 },
      ],
    });
    const [pilot, medic] = event.roles.map(({ id }) => id);
    await api.signUp(api.user(0), event, { role_id: pilot });
    await api.signUp(api.user(1), event, { role_id: medic });
    expect(await place(event.id, api.user(0).id, { role_id: medic })).toMatchObject({
      status: 409,
      body: { code: 'role_full' },
    });
    expect((await place(event.id, api.user(1).id, { status: 'no_show' })).body.code).toBe('not_started');
    await api.events.people.staff.post(`/events/${event.id}/start`);
    const marked = await place(event.id, api.user(1).id, { status: 'no_show' });
    expect(marked).toMatchObject({ status: 200, body: { status: 'no_show' } });
    const moved = await place(event.id, api.user(0).id, { role_id: medic });
    expect(moved).toMatchObject({ status: 200, body: { role_id: medic, status: 'confirmed' } });
    expect((await place(event.id, api.user(2).id, { status: 'confirmed' })).body.code).toBe(
      'signup_not_found',
    );
  });

  it('alone may do so', async () => {
    const event = await api.events.create();
    await api.signUp(api.user(0), event);
    const path = `/events/${event.id}/signups/${api.user(0).id}`;
    expect((await api.user(1).patch(path, { status: 'withdrawn' })).status).toBe(403);
    expect((await api.user(1).delete(path)).status).toBe(403);
    expect((await api.user(1).post(`/events/${event.id}/signups`, { user_id: api.user(0).id })).status).toBe(
      403,
    );
  });

  it('note after the end who did not come, and correct it', async () => {
    const { staff } = api.events.people;
    const event = await api.events.create();
    await api.signUp(api.user(0), event);
    await staff.post(`/events/${event.id}/start`);
    await staff.post(`/events/${event.id}/complete`);
    const user = api.user(0).id;
    const missed = await place(event.id, user, { status: 'no_show' });
    expect(missed).toMatchObject({ status: 200, body: { status: 'no_show' } });
    expect(await place(event.id, user, { status: 'confirmed' })).toMatchObject({ status: 200 });
    expect((await place(event.id, user, { status: 'withdrawn' })).body.code).toBe('event_closed');
  });

  it('decide about the same signup at once: the first one counts, and the other one is told', async () => {
    const event = await api.events.create({ approval_required: true, max_participants: 1 });
    await api.signUp(api.user(0), event);
    const { id } = api.user(0);
    const answers = await Promise.all([
      place(event.id, id, { approved: true }),
      place(event.id, id, { approved: false }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('not_pending');
    const [row] = await api.rows(event);
    expect(row?.status).toBe(answers[0].status === 200 ? 'confirmed' : undefined);
  });

  it('make room and promote at once: nobody has two seats, and none is given twice', async () => {
    const event = await api.events.create({ max_participants: 1 });
    for (const n of [0, 1, 2]) await api.signUp(api.user(n), event);
    await Promise.all([
      place(event.id, api.user(0).id, { status: 'withdrawn' }),
      place(event.id, api.user(0).id, { status: 'withdrawn' }),
      place(event.id, api.user(2).id, { status: 'confirmed' }),
      place(event.id, api.user(1).id, { status: 'confirmed' }),
    ]);
    const seats = (await api.rows(event)).map(({ status }) => status).sort();
    expect(seats).toEqual(['confirmed', 'waitlist']);
  });

  it('change nothing of an event that is over', async () => {
    const { staff } = api.events.people;
    const event = await api.events.create();
    await api.signUp(api.user(0), event);
    await staff.post(`/events/${event.id}/cancel`);
    expect((await place(event.id, api.user(0).id, { status: 'withdrawn' })).body.code).toBe('event_closed');
  });
});

describe('why a signup is as it is', () => {
  interface Why {
    readonly signup: SignupRowBody;
    readonly seat: readonly {
      readonly code: string;
      readonly role_id: string | null;
      readonly detail: string;
    }[];
    readonly notices: readonly {
      readonly kind: string;
      readonly code: string;
      readonly due_at: string | null;
    }[];
  }

  it('is told by the rules of seats and reminders: to staff, and to the member', async () => {
    const { staff } = api.events.people;
    const event = await api.events.create({
      roles: [
        { name: 'Pilot', capacity: 1 },
        { name: 'Medic', capacity: 1 },
      ],
      start_at_utc: new Date(Date.now() + 7 * 86_400_000).toISOString(),
    });
    const [pilot = '', medic = ''] = event.roles.map(({ id }) => id);
    await api.user(1).patch('/users/me', { dm_opt_in: true });
    await api.signUp(api.user(0), event, { role_id: pilot });
    await api.signUp(api.user(1), event, { role_ids: [pilot, medic] });
    await api.signUp(api.user(2), event, { role_id: pilot });
    const why = (who: TestUser, index: number) =>
      who.get<Why & ProblemBody>(`/events/${event.id}/signups/${api.user(index).id}/why`);

    const seated = (await why(staff, 1)).body;
    expect(seated.seat).toMatchObject([
      { code: 'seated', role_id: medic },
      { code: 'role_full', role_id: pilot, detail: 'All seats of Pilot are taken or held: 1 of 1.' },
    ]);
    expect(seated.notices).toMatchObject([{ kind: 'reminder', code: 'not_due' }]);
    expect(seated.notices[0]?.due_at).not.toBeNull();
    const waiting = (await why(api.user(2), 2)).body;
    expect(waiting.seat.map(({ code }) => code)).toEqual(['in_queue', 'role_full']);
    expect(waiting.notices).toMatchObject([{ kind: 'reminder', code: 'no_seat' }]);

    await api.user(1).patch('/users/me', { dm_opt_in: false });
    await api.withdraw(api.user(0), event);
    const later = (await why(staff, 1)).body;
    expect(later.notices).toMatchObject([{ kind: 'reminder', code: 'opted_out' }]);
    await staff.delete(`/events/${event.id}/signups/${api.user(2).id}`);
    expect((await why(staff, 1)).body.seat[1]).toMatchObject({ code: 'role_filled_first', role_id: pilot });
    expect((await why(staff, 0)).body.seat).toMatchObject([{ code: 'withdrawn' }]);
    expect((await why(api.user(0), 1)).status).toBe(403);
  });
});
