import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApp, TestUser } from '../support/app.js';
import type { ProblemBody } from '../support/client.js';
import { EventsApi, type EventBody, type List } from '../support/events-api.js';

let api: EventsApi;
let staff: TestUser;
let member: TestUser;
let stranger: TestUser;
let root: TestUser;

beforeAll(async () => {
  api = await EventsApi.open();
  ({ staff, member, stranger, root } = api.people);
});
afterAll(() => api.close());

describe('who sees an event', () => {
  it.each<[string, object, number[]]>([
    ['public', {}, [200, 200, 200, 200]],
    ['unlisted', { visibility: 'unlisted' }, [200, 200, 200, 200]],
    ['private', { visibility: 'private' }, [200, 200, 404, 200]],
    ['draft', { state: 'draft' }, [200, 404, 404, 200]],
  ])('%s: staff, member, stranger, site admin', async (_kind, fields, expected) => {
    const { id } = await api.create(fields);
    const answers = await Promise.all(
      [staff, member, stranger, root].map((user) => user.get(`/events/${id}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual(expected);
    expect((await api.app.anyone.get(`/events/${id}`)).status).toBe(401);
  });

  it('says 404 for an id that does not exist, or cannot', async () => {
    for (const id of ['01900000-0000-7000-8000-000000000000', 'nonsense', '%24gt']) {
      expect((await staff.get<ProblemBody>(`/events/${id}`)).body).toMatchObject({ code: 'event_not_found' });
    }
  });
});

it('says what one may do with an event now', async () => {
  const draft = await api.create({ state: 'draft' });
  const open = await api.create({});
  const actsOf = async (user: TestUser, id: string) =>
    (await user.get<{ acts: string[] }>(`/events/${id}`)).body.acts;
  expect(await actsOf(staff, draft.id)).toEqual(expect.arrayContaining(['publish', 'delete', 'duplicate']));
  expect(await actsOf(staff, open.id)).toEqual(expect.arrayContaining(['start', 'cancel', 'change_signups']));
  expect(await actsOf(staff, open.id)).not.toContain('publish');
  for (const user of [member, stranger]) expect(await actsOf(user, open.id)).toEqual([]);
});

it('lists the whole roster at once, with notes for those who organize', async () => {
  const { id } = await api.create({ max_participants: 1 });
  await member.post(`/events/${id}/signups`, { notes: 'I come later.' });
  await stranger.post(`/events/${id}/signups`, {});
  const rosterFor = async (user: TestUser) =>
    (await user.get<List<{ user_id: string; status: string; notes: string | null }>>(`/events/${id}/roster`))
      .body.items;
  expect(await rosterFor(staff)).toMatchObject([
    { user_id: member.id, status: 'confirmed', notes: 'I come later.' },
    { user_id: stranger.id, status: 'waitlist' },
  ]);
  expect(await rosterFor(stranger)).toMatchObject([{ notes: null }, {}]);
});

describe('GET /events', () => {
  let elsewhere: string;
  let ids: Record<string, string>;

  beforeAll(async () => {
    elsewhere = await api.organization('LIST');
    await staff.put(`/organizations/${elsewhere}/members/${member.id}`, { role: 'member' });
    const made: [string, object][] = [
      ['second', { start_at_utc: '2090-01-02T00:00:00Z' }],
      ['first', { start_at_utc: '2090-01-01T00:00:00Z', type: 'mining' }],
      ['third', { start_at_utc: '2090-01-03T00:00:00Z', visibility: 'private' }],
      ['unlisted', { start_at_utc: '2090-01-04T00:00:00Z', visibility: 'unlisted' }],
      ['draft', { start_at_utc: '2090-01-05T00:00:00Z', state: 'draft' }],
    ];
    const events = await Promise.all(
      made.map(
        async ([name, fields]) => [name, (await api.create({ org_id: elsewhere, ...fields })).id] as const,
      ),
    );
    ids = Object.fromEntries(events);
  });

  async function names(user: TestUser, query = ''): Promise<string[]> {
    const answer = await user.get<List<EventBody>>(`/events?org_id=${elsewhere}${query}`);
    expect(answer.status).toBe(200);
    const byId = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
    return answer.body.items.map(({ id }) => byId.get(id) ?? id);
  }

  it('shows to each what they may find, by start', async () => {
    expect(await names(staff)).toEqual(['first', 'second', 'third', 'draft']);
    expect(await names(member)).toEqual(['first', 'second', 'third']);
    expect(await names(stranger)).toEqual(['first', 'second']);
    expect(await names(root)).toEqual(['first', 'second', 'third', 'unlisted', 'draft']);
    expect((await api.app.anyone.get('/events')).status).toBe(401);
  });

  it('filters', async () => {
    expect(await names(staff, '&state=draft')).toEqual(['draft']);
    expect(await names(staff, '&type=mining')).toEqual(['first']);
    expect(await names(staff, '&from=2090-01-02T00:00:00Z&to=2090-01-03T00:00:00Z')).toEqual([
      'second',
      'third',
    ]);
  });

  it('comes in pages that neither skip nor repeat, also among equal starts', async () => {
    const org = await api.organization('PAGE');
    const startAtUtc = '2091-01-01T00:00:00Z';
    const made = await Promise.all(
      Array.from({ length: 7 }, () => api.create({ org_id: org, start_at_utc: startAtUtc })),
    );
    const seen: string[] = [];
    let cursor: string | null = '';
    for (let page = 0; cursor !== null; page++) {
      const next: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const answer: { body: List<EventBody> } = await stranger.get<List<EventBody>>(
        `/events?org_id=${org}&limit=3${next}`,
      );
      seen.push(...answer.body.items.map(({ id }) => id));
      cursor = answer.body.next_cursor;
      expect(page).toBeLessThan(3);
    }
    expect(seen).toEqual(made.map(({ id }) => id).sort());
  });

  it.each([
    'limit=0',
    'limit=101',
    'cursor=abc',
    'state=open',
    'state[$ne]=draft',
    'from=yesterday',
    'sort=title',
  ])('refuses %s', async (query) => {
    expect((await staff.get(`/events?${query}`)).status).toBe(422);
  });
});

describe('GET /events/{id}/ics', () => {
  it('is a calendar file', async () => {
    const event = await api.create({
      title: 'Raid; with, commas',
      start_at_utc: '2090-05-01T20:00:00Z',
      location: 'Hurston',
    });
    const answer = await api.app.anyone.get<string>(`/events/${event.id}/ics`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain('raid-with-commas');
    const lines = answer.body.replaceAll('\r\n ', '').split('\r\n');
    for (const line of [
      'BEGIN:VCALENDAR',
      `UID:${event.id}@verselink`,
      'DTSTART:20900501T200000Z',
      'DTEND:20900501T213000Z',
      'SUMMARY:Raid\\; with\\, commas',
      'LOCATION:Hurston',
      'STATUS:CONFIRMED',
    ]) {
      expect(lines).toContain(line);
    }
    expect(answer.body.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(answer.body).not.toContain('METHOD');
    const sequenceOf = (content: string) => Number(/^SEQUENCE:(\d+)/m.exec(content)?.[1]);
    await member.post(`/events/${event.id}/signups`, {});
    const signedUp = await api.app.anyone.get<string>(`/events/${event.id}/ics`);
    expect(sequenceOf(signedUp.body)).toBe(sequenceOf(answer.body));
    await staff.post(`/events/${event.id}/cancel`);
    const cancelled = await api.app.anyone.get<string>(`/events/${event.id}/ics`);
    expect(cancelled.body).toContain('STATUS:CANCELLED');
    expect(sequenceOf(cancelled.body)).toBeGreaterThan(sequenceOf(answer.body));
  });

  it('of a private event is opened by its key, until that is revoked, and by no other', async () => {
    const hidden = await api.create({ visibility: 'private' });
    const other = await api.create({ visibility: 'private' });
    const keyOf = async ({ id }: EventBody) =>
      (await member.get<{ key: string; url: string }>(`/events/${id}/ics-key`)).body;
    const { key, url } = await keyOf(hidden);
    expect(url.endsWith(`/events/${hidden.id}/ics?key=${key}`)).toBe(true);
    const statusWith = async ({ id }: EventBody, shown: string) =>
      (await api.app.anyone.get(`/events/${id}/ics?key=${shown}`)).status;
    expect(await statusWith(hidden, key)).toBe(200);
    expect(await statusWith(other, key)).toBe(404);
    expect(await statusWith(hidden, `${key}x`)).toBe(404);
    const draft = await api.create({ state: 'draft' });
    const ofDraft = (await staff.get<{ key: string }>(`/events/${draft.id}/ics-key`)).body.key;
    expect(await statusWith(draft, ofDraft)).toBe(404);

    expect((await member.delete(`/events/${hidden.id}/ics-key`)).status).toBe(403);
    expect((await stranger.get(`/events/${hidden.id}/ics-key`)).status).toBe(404);
    expect((await staff.delete(`/events/${hidden.id}/ics-key`)).status).toBe(204);
    expect(await statusWith(hidden, key)).toBe(404);
    expect(await statusWith(hidden, (await keyOf(hidden)).key)).toBe(200);
  });

  it('is as visible as the event', async () => {
    const hidden = await api.create({ visibility: 'private' });
    const draft = await api.create({ state: 'draft' });
    const unlisted = await api.create({ visibility: 'unlisted' });
    const statusOf = async (user: TestUser | TestApp['anyone'], { id }: EventBody) =>
      (await user.get(`/events/${id}/ics`)).status;
    expect(await statusOf(api.app.anyone, unlisted)).toBe(200);
    expect(await statusOf(api.app.anyone, hidden)).toBe(404);
    expect(await statusOf(stranger, hidden)).toBe(404);
    expect(await statusOf(member, hidden)).toBe(200);
    expect(await statusOf(member, draft)).toBe(404);
    expect(await statusOf(staff, draft)).toBe(200);
  });
});
