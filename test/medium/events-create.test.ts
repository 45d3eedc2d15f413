import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readApiSchema } from '../support/api-schema.js';
import type { TestUser } from '../support/app.js';
import type { ProblemBody } from '../support/client.js';
import { EventsApi, inHours, type EventBody } from '../support/events-api.js';

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

describe('POST /events', () => {
  it('answers with the whole event in the shape of the contract', async () => {
    const startAtUtc = inHours(48);
    const answer = await staff.post<EventBody>(
      '/events',
      api.body({
        title: '  Opération Éclair!  ',
        start_at_utc: startAtUtc,
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
      org_id: api.orgId,
      slug: 'operation-eclair',
      title: 'Opération Éclair!',
      description: 'Bring a medical gun and friends.',
      type: 'raid',
      signup_role_ids: [],
      members_only: false,
      co_organizer_ids: [],
      role_required: false,
      approval_required: false,
      offer_minutes: null,
      reminder_offsets_minutes: null,
      series_id: null,
      occurrence_on: null,
      answers: [],
      signup_closes_at: null,
      locked: false,
      late_count: 0,
      tentative_count: 0,
      absent_count: 0,
      state: 'published',
      visibility: 'public',
      start_at_utc: startAtUtc,
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
          offered_count: 0,
        },
        {
          id: uuid,
          name: 'Medic',
          capacity: 2,
          description: 'Keeps us alive',
          emoji: null,
          confirmed_count: 0,
          waitlist_count: 0,
          offered_count: 0,
        },
      ],
      fleet_ships: [{ id: uuid, ship_model: 'Carrack', required_crew: 6, notes: null }],
      banner_url: 'https://example.org/banner.png',
      cancel_reason: null,
      revision: 1,
      confirmed_count: 0,
      waitlist_count: 0,
      offered_count: 0,
      pending_count: 0,
      checkin_count: 0,
      created_by: staff.id,
      created_at: iso,
      updated_at: iso,
    });
    const read = await member.get<EventBody>(`/events/${answer.body.id}`);
    // Only who asks for the event is told what they may do with it.
    expect(read.body).toEqual({ ...answer.body, acts: [] });
  });

  it('answers with what the description of the API says', async () => {
    const event = await api.create({ roles: [{ name: 'Gunner', capacity: 1 }] });
    expect((await readApiSchema(api.app)).faults('EventView', event)).toBeNull();
  });

  it('gives every event a slug of its own', async () => {
    const events = await Promise.all([1, 2, 3, 4].map(() => api.create({ title: 'The same title' })));
    expect(new Set(events.map(({ slug }) => slug)).size).toBe(4);
    expect(events.some(({ slug }) => slug === 'the-same-title')).toBe(true);
    expect((await api.create({ title: '日本語のイベント' })).slug).toMatch(/^event/);
  });

  it.each<[string, object, string]>([
    ['a title of 4', { title: 'Raid' }, 'title'],
    ['a title of blanks', { title: '        ' }, 'title'],
    ['a title of 201', { title: 'x'.repeat(201) }, 'title'],
    ['a title that is no text', { title: { $gt: '' } }, 'title'],
    ['a description of 9', { description: 'x'.repeat(9) }, 'description'],
    ['a description of 5001', { description: 'x'.repeat(5001) }, 'description'],
    ['an unknown type', { type: 'picnic' }, 'type'],
    ['a start in the past', { start_at_utc: inHours(-1) }, 'start_at_utc'],
    ['a start now', { start_at_utc: new Date().toISOString() }, 'start_at_utc'],
    ['a start without an offset', { start_at_utc: '2099-01-07T12:00:00' }, 'start_at_utc'],
    ['a start without a time', { start_at_utc: '2099-01-07' }, 'start_at_utc'],
    ['a day that does not exist', { start_at_utc: '2099-02-30T12:00:00Z' }, 'start_at_utc'],
    ['a start after this century', { start_at_utc: '9999-12-31T23:59:59-14:00' }, 'start_at_utc'],
    ['roles in a list of a list', { roles: [[]] }, 'roles.0'],
    ['a ship in a list of a list', { fleet_ships: [[{ ship_model: 'Polaris' }]] }, 'fleet_ships.0'],
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
    const answer = await staff.post<ProblemBody>('/events', api.body(fields));
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
    expect((await staff.post('/events', api.body(fields))).status).toBe(201);
  });

  it('is for the staff of the organization', async () => {
    expect((await member.post<ProblemBody>('/events', api.body())).body).toMatchObject({
      status: 403,
      code: 'org_role_required',
    });
    expect((await stranger.post('/events', api.body())).status).toBe(403);
    expect((await api.app.anyone.post('/events', api.body())).status).toBe(401);
    expect((await root.post('/events', api.body())).status).toBe(201);
    const nowhere = api.body({ org_id: '01900000-0000-7000-8000-000000000000' });
    expect((await staff.post<ProblemBody>('/events', nowhere)).body).toMatchObject({
      status: 404,
      code: 'organization_not_found',
    });
  });
});
