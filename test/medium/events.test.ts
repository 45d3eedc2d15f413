import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventView } from '../../src/rest-api/events/event.view.js';
import { startApp, type TestApp, type TestUser } from '../support/app.js';
import type { ProblemBody } from '../support/client.js';

/** An event as clients see it. */
interface EventBody {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly state: string;
  readonly revision: number;
  readonly start_at_utc: string;
  readonly max_participants: number | null;
  readonly roles: readonly { readonly id: string; readonly name: string; readonly capacity: number }[];
}
interface List {
  readonly items: EventBody[];
  readonly next_cursor: string | null;
}

const HOUR = 3_600_000;
const later = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();

let app: TestApp;
let staff: TestUser;
let member: TestUser;
let stranger: TestUser;
let root: TestUser;
let orgId: string;

beforeAll(async () => {
  app = await startApp();
  [staff, member, stranger, root] = await Promise.all([
    app.user({ handle: 'Staff' }),
    app.user({ handle: 'Member' }),
    app.user({ handle: 'Stranger' }),
    app.user({ handle: 'Root', site_admin: true }),
  ]);
  orgId = await organization('MAIN');
  await staff.put(`/organizations/${orgId}/members/${member.id}`, { role: 'member' });
});
afterAll(() => app.close());

async function organization(tag: string): Promise<string> {
  const answer = await staff.post<{ id: string }>('/organizations', { name: 'Squadron', tag });
  expect(answer.status).toBe(201);
  return answer.body.id;
}

function body(fields: object = {}): object {
  return {
    org_id: orgId,
    title: 'Raid on Jumptown',
    description: 'Bring a medical gun and friends.',
    type: 'raid',
    start_at_utc: later(24),
    duration_minutes: 90,
    ...fields,
  };
}

async function create(fields: object = {}): Promise<EventBody> {
  const answer = await staff.post<EventBody>('/events', body(fields));
  expect(answer.body).toMatchObject({ title: expect.any(String) as string });
  expect(answer.status).toBe(201);
  return answer.body;
}

describe('POST /events', () => {
  it('answers with the whole event in the shape of the contract', async () => {
    const start_at_utc = later(48);
    const answer = await staff.post<EventBody>(
      '/events',
      body({
        title: '  Opération Éclair!  ',
        start_at_utc,
        location: 'Daymar',
        max_participants: 40,
        roles: [
          { name: 'Pilot', capacity: 10, emoji: '🚀' },
          { name: 'Medic', capacity: 2, description: 'Keeps us alive' },
        ],
        fleet_ships: [{ ship_model: 'Carrack', required_crew: 6 }],
        banner_url: 'https://example.org/banner.png',
      }),
    );
    expect(answer.status).toBe(201);
    const uuid = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/) as string;
    const iso = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string;
    expect(answer.body).toEqual({
      id: uuid,
      org_id: orgId,
      slug: 'operation-eclair',
      title: 'Opération Éclair!',
      description: 'Bring a medical gun and friends.',
      type: 'raid',
      state: 'published',
      visibility: 'public',
      start_at_utc,
      duration_minutes: 90,
      location: 'Daymar',
      max_participants: 40,
      roles: [
        {
          id: uuid,
          name: 'Pilot',
          capacity: 10,
          description: null,
          emoji: '🚀',
          confirmed_count: 0,
          waitlist_count: 0,
        },
        {
          id: uuid,
          name: 'Medic',
          capacity: 2,
          description: 'Keeps us alive',
          emoji: null,
          confirmed_count: 0,
          waitlist_count: 0,
        },
      ],
      fleet_ships: [{ ship_model: 'Carrack', required_crew: 6, notes: null }],
      banner_url: 'https://example.org/banner.png',
      revision: 1,
      confirmed_count: 0,
      waitlist_count: 0,
      checkin_count: 0,
      created_by: staff.id,
      created_at: iso,
      updated_at: iso,
    });
    const read = await member.get<EventBody>(`/events/${answer.body.id}`);
    expect(read.body).toEqual(answer.body);
  });

  it('answers with what the description of the API says', async () => {
    const event = plainToInstance(EventView, await create({ roles: [{ name: 'Gunner', capacity: 1 }] }));
    Object.assign(event, { start_at_utc: new Date(), created_at: new Date(), updated_at: new Date() });
    expect(await validate(event, { whitelist: true, forbidNonWhitelisted: true })).toEqual([]);
  });

  it('gives every event a slug of its own', async () => {
    const events = await Promise.all([1, 2, 3, 4].map(() => create({ title: 'The same title' })));
    expect(new Set(events.map(({ slug }) => slug)).size).toBe(4);
    expect(events.some(({ slug }) => slug === 'the-same-title')).toBe(true);
    expect((await create({ title: '日本語のイベント' })).slug).toMatch(/^event/);
  });

  it.each<[string, object, string]>([
    ['a title of 4', { title: 'Raid' }, 'title'],
    ['a title of blanks', { title: '        ' }, 'title'],
    ['a title of 201', { title: 'x'.repeat(201) }, 'title'],
    ['a title that is no text', { title: { $gt: '' } }, 'title'],
    ['a description of 9', { description: 'x'.repeat(9) }, 'description'],
    ['a description of 5001', { description: 'x'.repeat(5001) }, 'description'],
    ['an unknown type', { type: 'picnic' }, 'type'],
    ['a start in the past', { start_at_utc: later(-1) }, 'start_at_utc'],
    ['a start now', { start_at_utc: new Date().toISOString() }, 'start_at_utc'],
    ['a start without an offset', { start_at_utc: '2099-01-07T12:00:00' }, 'start_at_utc'],
    ['a start without a time', { start_at_utc: '2099-01-07' }, 'start_at_utc'],
    ['a day that does not exist', { start_at_utc: '2099-02-30T12:00:00Z' }, 'start_at_utc'],
    ['a start that is a number', { start_at_utc: 4_102_444_800_000 }, 'start_at_utc'],
    ['a duration of 14', { duration_minutes: 14 }, 'duration_minutes'],
    ['a duration of 1441', { duration_minutes: 1441 }, 'duration_minutes'],
    ['half a minute', { duration_minutes: 15.5 }, 'duration_minutes'],
    ['a duration that is a text', { duration_minutes: '90' }, 'duration_minutes'],
    ['an unknown visibility', { visibility: 'secret' }, 'visibility'],
    ['room for nobody', { max_participants: 0 }, 'max_participants'],
    ['room for 501', { max_participants: 501 }, 'max_participants'],
    ['a role without seats', { roles: [{ name: 'Pilot', capacity: 0 }] }, 'roles.0.capacity'],
    ['a role with 101 seats', { roles: [{ name: 'Pilot', capacity: 101 }] }, 'roles.0.capacity'],
    ['a role without a name', { roles: [{ capacity: 1 }] }, 'roles.0.name'],
    ['a role with an id', { roles: [{ id: 'x', name: 'Pilot', capacity: 1 }] }, 'roles.0.id'],
    ['an emoji that is none', { roles: [{ name: 'Pilot', capacity: 1, emoji: 'rocket' }] }, 'roles.0.emoji'],
    [
      'two roles of one name',
      {
        roles: [
          { name: 'Pilot', capacity: 1 },
          { name: 'pilot', capacity: 1 },
        ],
      },
      'roles.1.name',
    ],
    [
      'a ship without crew',
      { fleet_ships: [{ ship_model: 'Aurora', required_crew: 0 }] },
      'fleet_ships.0.required_crew',
    ],
    [
      'a ship with 51',
      { fleet_ships: [{ ship_model: 'Idris', required_crew: 51 }] },
      'fleet_ships.0.required_crew',
    ],
    ['roles that are no list', { roles: { length: 1 } }, 'roles'],
    ['a banner that is no address', { banner_url: 'javascript:alert(1)' }, 'banner_url'],
    ['a state to come', { state: 'active' }, 'state'],
    ['an organization that is no id', { org_id: 'main' }, 'org_id'],
    ['an unknown field', { colour: 'red' }, 'colour'],
    ['a field of ours', { revision: 7 }, 'revision'],
  ])('refuses %s', async (_what, fields, field) => {
    const answer = await staff.post<ProblemBody>('/events', body(fields));
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body.errors?.map((error) => error.field)).toContain(field);
  });

  it.each([
    ['the least', { title: 'Title', description: 'x'.repeat(10), duration_minutes: 15, max_participants: 1 }],
    [
      'the most',
      {
        title: 'x'.repeat(200),
        description: 'x'.repeat(5000),
        duration_minutes: 1440,
        max_participants: 500,
      },
    ],
    ['nothing that may be left out', { location: null, max_participants: null, banner_url: null }],
    ['an offset other than UTC', { start_at_utc: '2099-01-07T12:00:00+01:00' }],
  ])('takes %s', async (_what, fields) => {
    expect((await staff.post('/events', body(fields))).status).toBe(201);
  });

  it('is for the staff of the organization', async () => {
    expect((await member.post<ProblemBody>('/events', body())).body).toMatchObject({
      status: 403,
      code: 'org_role_required',
    });
    expect((await stranger.post('/events', body())).status).toBe(403);
    expect((await app.anyone.post('/events', body())).status).toBe(401);
    expect((await root.post('/events', body())).status).toBe(201);
    const nowhere = body({ org_id: '01900000-0000-7000-8000-000000000000' });
    expect((await staff.post<ProblemBody>('/events', nowhere)).body).toMatchObject({
      status: 404,
      code: 'organization_not_found',
    });
  });
});

describe('who sees an event', () => {
  it.each<[string, object, number[]]>([
    ['public', {}, [200, 200, 200, 200]],
    ['unlisted', { visibility: 'unlisted' }, [200, 200, 200, 200]],
    ['private', { visibility: 'private' }, [200, 200, 404, 200]],
    ['draft', { state: 'draft' }, [200, 404, 404, 200]],
  ])('%s: staff, member, stranger, site admin', async (_kind, fields, expected) => {
    const { id } = await create(fields);
    const answers = await Promise.all(
      [staff, member, stranger, root].map((user) => user.get(`/events/${id}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual(expected);
    expect((await app.anyone.get(`/events/${id}`)).status).toBe(401);
  });

  it('says 404 for an id that does not exist, or cannot', async () => {
    for (const id of ['01900000-0000-7000-8000-000000000000', 'nonsense', '%24gt']) {
      expect((await staff.get<ProblemBody>(`/events/${id}`)).body).toMatchObject({ code: 'event_not_found' });
    }
  });
});

describe('GET /events', () => {
  let elsewhere: string;
  let ids: Record<string, string>;

  beforeAll(async () => {
    elsewhere = await organization('LIST');
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
        async ([name, fields]) => [name, (await create({ org_id: elsewhere, ...fields })).id] as const,
      ),
    );
    ids = Object.fromEntries(events);
  });

  async function names(user: TestUser, query = ''): Promise<string[]> {
    const answer = await user.get<List>(`/events?org_id=${elsewhere}${query}`);
    expect(answer.status).toBe(200);
    const byId = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
    return answer.body.items.map(({ id }) => byId.get(id) ?? id);
  }

  it('shows to each what they may find, by start', async () => {
    expect(await names(staff)).toEqual(['first', 'second', 'third', 'draft']);
    expect(await names(member)).toEqual(['first', 'second', 'third']);
    expect(await names(stranger)).toEqual(['first', 'second']);
    expect(await names(root)).toEqual(['first', 'second', 'third', 'unlisted', 'draft']);
    expect((await app.anyone.get('/events')).status).toBe(401);
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
    const org = await organization('PAGE');
    const start_at_utc = '2091-01-01T00:00:00Z';
    const made = await Promise.all(Array.from({ length: 7 }, () => create({ org_id: org, start_at_utc })));
    const seen: string[] = [];
    let cursor: string | null = '';
    for (let page = 0; cursor !== null; page++) {
      const next: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const answer: { body: List } = await stranger.get<List>(`/events?org_id=${org}&limit=3${next}`);
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

describe('PATCH /events/{id}', () => {
  it('changes what is there, and raises the revision', async () => {
    const event = await create({ location: 'Daymar', roles: [{ name: 'Pilot', capacity: 3 }] });
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

  it('keeps the roles that it names, by id or by name', async () => {
    const event = await create({
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
    [{ start_at_utc: later(-1) }, 'start_at_utc'],
    [{ title: 'Raid' }, 'title'],
    [{ title: null }, 'title'],
    [{ max_participants: 501 }, 'max_participants'],
    [{ org_id: '01900000-0000-7000-8000-000000000000' }, 'org_id'],
    [{ state: 'published' }, 'state'],
    [{ roles: [{ id: '01900000-0000-7000-8000-000000000000', name: 'X', capacity: 1 }] }, 'roles.0.id'],
  ])('refuses %j', async (changes, field) => {
    const { id } = await create();
    const answer = await staff.patch<ProblemBody>(`/events/${id}`, changes);
    expect(answer.status).toBe(422);
    expect(answer.body.errors?.map((error) => error.field)).toContain(field);
  });

  it('is for the staff, and hides what one may not see', async () => {
    const { id } = await create();
    const hidden = await create({ visibility: 'private' });
    expect((await member.patch(`/events/${id}`, { title: 'Mine now' })).status).toBe(403);
    expect((await stranger.patch(`/events/${hidden.id}`, { title: 'Mine now' })).status).toBe(404);
  });

  it('moves the start of a running event anywhere, and nothing of one that is over', async () => {
    const { id } = await create();
    await staff.post(`/events/${id}/start`);
    expect((await staff.patch(`/events/${id}`, { start_at_utc: later(-1) })).status).toBe(200);
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
      const event = await create({ state: 'draft' });
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
    const { id } = await create();
    const answers = await Promise.all([1, 2, 3, 4].map(() => staff.post(`/events/${id}/cancel`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('are for the staff', async () => {
    const { id } = await create();
    expect((await member.post(`/events/${id}/cancel`)).status).toBe(403);
    expect((await stranger.post(`/events/${id}/start`)).status).toBe(403);
  });
});

describe('GET /events/{id}/ics', () => {
  it('is a calendar file', async () => {
    const event = await create({
      title: 'Raid; with, commas',
      start_at_utc: '2090-05-01T20:00:00Z',
      location: 'Hurston',
    });
    const answer = await app.anyone.get<string>(`/events/${event.id}/ics`);
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
    await staff.post(`/events/${event.id}/cancel`);
    expect((await app.anyone.get<string>(`/events/${event.id}/ics`)).body).toContain('STATUS:CANCELLED');
  });

  it('is as visible as the event', async () => {
    const hidden = await create({ visibility: 'private' });
    const draft = await create({ state: 'draft' });
    const unlisted = await create({ visibility: 'unlisted' });
    const statusOf = async (user: TestUser | TestApp['anyone'], { id }: EventBody) =>
      (await user.get(`/events/${id}/ics`)).status;
    expect(await statusOf(app.anyone, unlisted)).toBe(200);
    expect(await statusOf(app.anyone, hidden)).toBe(404);
    expect(await statusOf(stranger, hidden)).toBe(404);
    expect(await statusOf(member, hidden)).toBe(200);
    expect(await statusOf(member, draft)).toBe(404);
    expect(await statusOf(staff, draft)).toBe(200);
  });
});
