import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestUser } from '../support/app.js';
import type { ProblemBody } from '../support/client.js';
import { EventsApi, inHours, type EventBody } from '../support/events-api.js';

let api: EventsApi;
let staff: TestUser;
let member: TestUser;
let stranger: TestUser;

beforeAll(async () => {
  api = await EventsApi.open();
  ({ staff, member, stranger } = api.people);
});
afterAll(() => api.close());

describe('PATCH /events/{id}', () => {
  it('changes what is there, and raises the revision', async () => {
    const event = await api.create({ location: 'Daymar', roles: [{ name: 'Pilot', capacity: 3 }] });
    const answer = await staff.patch<EventBody>(`/events/${event.id}`, {
      title: 'Another title',
      location: null,
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      title: 'Another title',
      location: null,
      slug: event.slug,
      revision: event.revision + 1,
      roles: event.roles,
    });
  });

  it('takes roles back as GET gives them', async () => {
    const { id } = await api.create({ roles: [{ name: 'Pilot', capacity: 3 }] });
    const { roles } = (await staff.get<EventBody>(`/events/${id}`)).body;
    const answer = await staff.patch<EventBody>(`/events/${id}`, { roles });
    expect(answer).toMatchObject({ status: 200, body: { roles } });
  });

  it('deletes drafts alone', async () => {
    const draft = await api.create({ state: 'draft' });
    const published = await api.create();
    expect((await stranger.delete(`/events/${draft.id}`)).status).toBe(404);
    expect((await staff.delete(`/events/${draft.id}`)).status).toBe(204);
    expect((await staff.get(`/events/${draft.id}`)).status).toBe(404);
    expect(await staff.delete<ProblemBody>(`/events/${published.id}`)).toMatchObject({
      status: 409,
      body: { code: 'not_a_draft' },
    });
  });

  it('keeps the reason of a cancellation', async () => {
    const { id } = await api.create();
    const reason = 'The carrier is in the repair dock.';
    const answer = await staff.post<EventBody>(`/events/${id}/cancel`, { reason });
    expect(answer).toMatchObject({ status: 200, body: { state: 'cancelled', cancel_reason: reason } });
  });

  it('refuses an edit of what has been changed since, with If-Match', async () => {
    const { id, revision } = await api.create();
    const edit = (seen: number | string, title: string) =>
      staff.raw<ProblemBody>('PATCH', `/events/${id}`, {
        body: JSON.stringify({ title }),
        headers: { 'content-type': 'application/json', 'if-match': `"${seen}"` },
      });
    expect((await edit(revision, 'First title')).status).toBe(200);
    expect(await edit(revision, 'Second title')).toMatchObject({
      status: 412,
      body: { code: 'revision_changed' },
    });
    expect((await edit('none of ours', 'Third title')).status).toBe(412);
    expect((await edit(revision + 1, 'Fourth title')).status).toBe(200);
  });

  it('keeps the roles that it names, by id or by name', async () => {
    const event = await api.create({
      roles: [
        { name: 'Pilot', capacity: 3 },
        { name: 'Medic', capacity: 1 },
      ],
    });
    const [pilot, medic] = event.roles;
    const roles = [
      { id: pilot?.id, name: 'Ace', capacity: 4 },
      { name: 'medic', capacity: 2 },
      { name: 'Pilot', capacity: 1 },
    ];
    const answer = await staff.patch<EventBody>(`/events/${event.id}`, { roles });
    expect(answer.body.roles.map(({ id }) => id).slice(0, 2)).toEqual([pilot?.id, medic?.id]);
    expect(answer.body.roles[2]?.id).not.toBe(pilot?.id);
  });

  it.each<[object, string]>([
    [{ start_at_utc: inHours(-1) }, 'start_at_utc'],
    [{ title: 'Raid' }, 'title'],
    [{ title: null }, 'title'],
    [{ max_participants: 501 }, 'max_participants'],
    [{ org_id: '01900000-0000-7000-8000-000000000000' }, 'org_id'],
    [{ state: 'published' }, 'state'],
    [{ roles: [{ id: '01900000-0000-7000-8000-000000000000', name: 'X', capacity: 1 }] }, 'roles.0.id'],
  ])('refuses %j', async (changes, field) => {
    const { id } = await api.create();
    const answer = await staff.patch<ProblemBody>(`/events/${id}`, changes);
    expect(answer.status).toBe(422);
    expect(answer.body.errors?.map((error) => error.field)).toContain(field);
  });

  it('is for the staff, and hides what one may not see', async () => {
    const { id } = await api.create();
    const hidden = await api.create({ visibility: 'private' });
    expect((await member.patch(`/events/${id}`, { title: 'Mine now' })).status).toBe(403);
    expect((await stranger.patch(`/events/${hidden.id}`, { title: 'Mine now' })).status).toBe(404);
  });

  it('moves the start of no running event, and nothing of one that is over', async () => {
    const { id } = await api.create();
    await staff.post(`/events/${id}/start`);
    expect(
      (await staff.patch<ProblemBody>(`/events/${id}`, { start_at_utc: inHours(2) })).body,
    ).toMatchObject({
      status: 409,
      code: 'event_started',
    });
    await staff.post(`/events/${id}/complete`);
    expect((await staff.patch<ProblemBody>(`/events/${id}`, { title: 'Too late' })).body).toMatchObject({
      status: 409,
      code: 'event_closed',
    });
  });
});

describe('the states of an event', () => {
  const steps = ['publish', 'start', 'complete', 'cancel'] as const;
  const paths: [string, string[], Record<string, string>][] = [
    ['draft', [], { publish: 'published', cancel: 'cancelled' }],
    ['published', ['publish'], { start: 'active', cancel: 'cancelled' }],
    ['active', ['publish', 'start'], { complete: 'completed', cancel: 'cancelled' }],
    ['completed', ['publish', 'start', 'complete'], {}],
    ['cancelled', ['cancel'], {}],
  ];

  it.each(paths)('%s', async (state, path, legal) => {
    for (const step of steps) {
      const event = await api.create({ state: 'draft' });
      for (const before of path) await staff.post(`/events/${event.id}/${before}`);
      const answer = await staff.post<EventBody & ProblemBody>(`/events/${event.id}/${step}`);
      if (legal[step] === undefined) {
        expect(answer.body).toMatchObject({ status: 409, code: 'illegal_transition' });
        expect((await staff.get<EventBody>(`/events/${event.id}`)).body.state).toBe(state);
      } else {
        expect(answer.status).toBe(200);
        expect(answer.body).toMatchObject({ state: legal[step], revision: event.revision + path.length + 1 });
      }
    }
  });

  it('are changed by one of two who race', async () => {
    const { id } = await api.create();
    const answers = await Promise.all([1, 2, 3, 4].map(() => staff.post(`/events/${id}/cancel`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('are for the staff', async () => {
    const { id } = await api.create();
    expect((await member.post(`/events/${id}/cancel`)).status).toBe(403);
    expect((await stranger.post(`/events/${id}/start`)).status).toBe(403);
  });
});
