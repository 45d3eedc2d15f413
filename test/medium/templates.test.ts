import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp, type TestUser } from '../support/app.js';
import { startDiscord, type TestDiscord, type TestGuild } from '../support/discord.js';
import { DiscordPerson, readingOf } from '../support/discord-person.js';
import { aScene, type Scene } from '../support/scene.js';

const MANAGE_EVENTS = String(1n << 33n);

let discord: TestDiscord;
let app: TestApp;
let scene: Scene;
let guild: TestGuild;
let staff: TestUser;
let camille: DiscordPerson;
let vega: DiscordPerson;

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
  app = await startApp({ run: 'api,bot,worker', env: discord.env });
  scene = await aScene(app);
  staff = await app.user();
  const english = await app.user();
  guild = await discord.guild(
    [
      { id: staff.discord_id, username: 'camille', locale: 'fr', roles: ['Organizers'] },
      { id: english.discord_id, username: 'vega', locale: 'en-US' },
    ],
    { roles: [{ name: 'Organizers', permissions: MANAGE_EVENTS }] },
  );
  await scene.register(guild);
  for (const { id } of [staff, english]) {
    await scene.admin.put(`/organizations/${scene.orgId}/members/${id}`, { role: 'staff' });
  }
  const place = { guild_id: guild.id, channel_id: guild.channelId };
  camille = new DiscordPerson(discord, staff.discord_id, place);
  vega = new DiscordPerson(discord, english.discord_id, place);
});
afterAll(async () => {
  await app.close();
  await discord.close();
});

interface Template {
  readonly id: string;
  readonly name: string;
  readonly code?: string;
  readonly errors?: readonly { readonly field: string }[];
}

const FIELDS = {
  title: 'Convoy to Pyro',
  description: 'We meet at the station and fly out together.',
  type: 'trading',
  duration_minutes: 90,
  location: 'Ruin Station',
  visibility: 'unlisted',
  max_participants: 12,
  roles: [{ name: 'Pilot', capacity: 4, description: null, emoji: '🚀' }],
  fleet_ships: [{ ship_model: 'Hull C', required_crew: 3, notes: null }],
  banner_url: 'https://example.org/banner.png',
  role_required: true,
  answers: ['late', 'absent'],
  locked: true,
};
const START = '2042-01-07T19:00:00.000Z';
const path = (id = ''): string => `/organizations/${scene.orgId}/templates${id === '' ? '' : `/${id}`}`;

describe('templates over REST', () => {
  it('are kept, listed by name, read, changed and deleted', async () => {
    const made = await staff.post<Template>(path(), { name: 'Weekly convoy', ...FIELDS });
    expect(made).toMatchObject({ status: 201, body: { name: 'Weekly convoy', ...FIELDS } });
    await staff.post(path(), { name: 'A first one', ...FIELDS });
    const first = await staff.get<{ items: Template[]; next_cursor: string }>(`${path()}?limit=1`);
    expect(first.body.items.map(({ name }) => name)).toEqual(['A first one']);
    const next = await staff.get<{ items: Template[] }>(`${path()}?limit=1&cursor=${first.body.next_cursor}`);
    expect(next.body.items.map(({ name }) => name)).toEqual(['Weekly convoy']);
    const { id } = made.body;
    const changed = await staff.patch<Template>(path(id), { name: 'Late convoy', duration_minutes: 60 });
    expect(changed.body).toMatchObject({ ...FIELDS, name: 'Late convoy', duration_minutes: 60 });
    expect((await staff.delete(path(id))).status).toBe(204);
    expect(await staff.get(path(id))).toMatchObject({ status: 404, body: { code: 'template_not_found' } });
  });

  it('are made from an event, and make events: what is given comes before what the template says', async () => {
    const event = await scene.event({
      ...FIELDS,
      start_at_utc: START,
      signup_closes_at: '2042-01-07T17:30:00.000Z',
    });
    const made = await staff.post<Template>(path(), {
      name: 'From an event',
      event_id: event.id,
      location: null,
    });
    expect(made.body).toMatchObject({ ...FIELDS, location: null, signup_closes_before_minutes: 90 });
    const created = await staff.post('/events', {
      org_id: scene.orgId,
      template_id: made.body.id,
      title: 'This week it is Stanton',
      location: null,
      start_at_utc: '2042-02-01T19:00:00.000Z',
    });
    expect(created).toMatchObject({
      status: 201,
      body: {
        ...FIELDS,
        title: 'This week it is Stanton',
        location: null,
        start_at_utc: '2042-02-01T19:00:00.000Z',
        signup_closes_at: '2042-02-01T17:30:00.000Z',
      },
    });
  });

  it('say when signups close, but for a time that has passed when the event is made', async () => {
    const fields = { ...FIELDS, name: 'Closes early', signup_closes_before_minutes: 60 };
    const { body } = await staff.post<Template>(path(), fields);
    const event = { org_id: scene.orgId, template_id: body.id };
    const soon = await staff.post('/events', {
      ...event,
      start_at_utc: new Date(Date.now() + 30 * 60_000).toISOString(),
    });
    expect(soon).toMatchObject({ status: 201, body: { signup_closes_at: null } });
    const own = { start_at_utc: START, signup_closes_at: '2042-01-07T12:00:00.000Z' };
    expect((await staff.post('/events', { ...event, ...own })).body).toMatchObject(own);
    const changed = await staff.patch<Template>(path(body.id), { signup_closes_before_minutes: -91 });
    expect([changed.status, changed.body.errors?.[0]?.field]).toEqual([422, 'signup_closes_before_minutes']);
    const late = await staff.patch(path(body.id), { signup_closes_before_minutes: -90 });
    expect(late.body).toMatchObject({ signup_closes_before_minutes: -90 });
  });

  it('are changed only as they were seen, where a revision is named, also those that are older than revisions', async () => {
    const { body: made } = await staff.post<Template>(path(), { ...FIELDS, name: 'Seen before' });
    const connection = app.verselink.app.get<Connection>(getConnectionToken());
    await connection
      .collection('event_templates')
      .updateOne({ org_id: scene.orgId, name: made.name }, { $unset: { revision: 1 } });
    expect((await staff.get(path(made.id))).body).toMatchObject({ revision: 0 });
    const change = (location: string, seen?: string) =>
      staff.raw<Template>('PATCH', path(made.id), {
        headers: { 'content-type': 'application/json', ...(seen !== undefined && { 'if-match': seen }) },
        body: JSON.stringify({ location }),
      });
    const both = await Promise.all([change('Mine', '"0"'), change('Theirs', '"0"')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(both.map(({ body }) => body)).toContainEqual(
      expect.objectContaining({ code: 'revision_changed' }),
    );
    expect((await change('Once more', '"1"')).body).toMatchObject({ location: 'Once more', revision: 2 });
    expect((await change('Never', '"1"')).status).toBe(412);
    expect((await change('Never', '"x"')).status).toBe(412);
    expect((await change('Whatever was', '*')).body).toMatchObject({ location: 'Whatever was', revision: 3 });
    expect((await change('Not asked')).body).toMatchObject({ location: 'Not asked', revision: 4 });
  });

  it('refuse what is missing, twice the same name, roles of one name, and others than staff', async () => {
    const bare = await staff.post<Template>(path(), { name: 'Nothing else' });
    expect(bare.status).toBe(422);
    expect(bare.body.errors?.map(({ field }) => field).sort()).toEqual(
      expect.arrayContaining(['description', 'duration_minutes', 'title', 'type']),
    );
    await staff.post(path(), { name: 'Twice', ...FIELDS });
    const twice = await staff.post(path(), { name: 'TWICE', ...FIELDS });
    expect(twice).toMatchObject({ status: 409, body: { code: 'template_name_taken' } });
    const roles = [FIELDS.roles[0], FIELDS.roles[0]];
    expect((await staff.post(path(), { name: 'Roles', ...FIELDS, roles })).status).toBe(422);
    const stranger = await app.user();
    expect((await stranger.post(path(), { name: 'Not mine', ...FIELDS })).status).toBe(403);
    expect((await stranger.get(path())).status).toBe(403);
    const without = { org_id: scene.orgId, start_at_utc: START };
    const event = await staff.post<Template>('/events', without);
    const missing = new Set(event.body.errors?.map(({ field }) => field));
    expect([event.status, missing]).toEqual([
      422,
      new Set(['title', 'description', 'type', 'duration_minutes']),
    ]);
    const other = await aScene(app);
    const foreign = await other.admin.post<Template>(`/organizations/${other.orgId}/templates`, {
      name: 'Theirs',
      ...FIELDS,
    });
    const taken = await staff.post('/events', { ...without, template_id: foreign.body.id });
    expect(taken).toMatchObject({ status: 404, body: { code: 'template_not_found' } });
  });

  it('are limited in number', async () => {
    const other = await aScene(app);
    const statuses: number[] = [];
    for (let index = 0; index < 51; index += 1) {
      const body = { name: `Template ${index}`, ...FIELDS };
      statuses.push((await other.admin.post(`/organizations/${other.orgId}/templates`, body)).status);
    }
    expect(statuses.slice(0, 50).every((status) => status === 201)).toBe(true);
    expect(statuses[50]).toBe(409);
  });
});

describe('templates on Discord', () => {
  it('are saved from an event, offered as one types, and make a draft', async () => {
    const { id } = await scene.event({ ...FIELDS, title: 'Opération Éclipse' });
    const saved = await camille.command('event save-template', { event: id, name: 'Éclipse du mardi' });
    expect(readingOf(saved)).toMatchSnapshot();
    expect(await camille.choices('event from-template', { template: 'eclipse' }, 'template')).toEqual([
      'Éclipse du mardi',
    ]);
    const draft = await camille.command('event from-template', { template: 'éclipse', when: 'demain 21h' });
    expect(readingOf(draft)).toContain('Opération Éclipse');
    expect(readingOf(draft)).toContain('🚀 Pilot (0/4)');
    const other = await vega.command('event create', {
      title: 'Another title',
      when: 'tomorrow 9pm',
      template: 'Éclipse du mardi',
      place: 'Elsewhere',
    });
    expect(readingOf(other)).toContain('Another title');
    expect(readingOf(other)).toContain('Elsewhere');
    expect(readingOf(other)).toContain('🚀 Pilot (0/4)');
  });

  it('are refused in plain words, and deleted', async () => {
    const { id } = await scene.event(FIELDS);
    await vega.command('event save-template', { event: id, name: 'Once' });
    expect(readingOf(await vega.command('event save-template', { event: id, name: 'once' }))).toContain(
      'reads the same',
    );
    expect(readingOf(await vega.command('event delete-template', { template: 'once' }))).toContain(
      'is deleted',
    );
    expect(readingOf(await vega.command('event delete-template', { template: 'once' }))).toContain(
      'does not exist any more',
    );
  });
});

describe('series on Discord', () => {
  it('are made of an event, listed, left out and stopped by staff', async () => {
    const start = '2042-01-07T20:00:00.000Z';
    const { id } = await scene.event({
      ...FIELDS,
      visibility: 'public',
      start_at_utc: start,
      title: 'Convoi du mardi',
    });
    expect(await camille.choices('series create', { event: 'convoi' }, 'event')).toHaveLength(1);
    expect(readingOf(await camille.command('series create', { event: id, every: 'week' }))).toMatchSnapshot();
    expect(readingOf(await camille.command('series list'))).toMatchSnapshot();
    const dates = await camille.choices('series skip', { series: 'convoi', date: '' }, 'date');
    expect(dates[1]).toContain('14 janvier 2042');
    const skipped = await camille.command('series skip', { series: 'convoi', date: '2042-01-14' });
    expect(readingOf(skipped)).toContain('n’aura pas lieu le mardi 14 janvier 2042');
    const again = await camille.command('series create', { event: id, every: 'month' });
    expect(readingOf(again)).toContain('se répète déjà');
    expect(readingOf(await vega.command('event list'))).toContain('↻ **Convoi du mardi**');
    expect(readingOf(await camille.command('series stop', { series: 'convoi' }))).toContain(
      'ne se répète plus',
    );
    expect(readingOf(await camille.command('series list'))).toContain('Aucun événement ne se répète');
  });
});
