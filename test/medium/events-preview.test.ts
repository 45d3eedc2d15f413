import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  UNDOABLE_ACT_MODEL,
  type UndoableActDocument,
} from '../../src/features/events/undoable-acts.schema.js';
import { startApp, type TestApp } from '../support/app.js';
import { startDiscord, type TestDiscord, type TestGuild } from '../support/discord.js';
import { aScene, mirrorsOf, type Scene } from '../support/scene.js';

interface Preview {
  readonly guild_id: string;
  readonly locale: string;
  readonly message: { readonly embeds: readonly object[]; readonly components: readonly object[] };
  readonly scheduled_event: object;
  readonly warnings: readonly { code: string; limit: number | null; from: string | null }[];
  readonly limits: readonly { readonly field: string; readonly length: number; readonly limit: number }[];
  readonly names: readonly object[];
}

let discord: TestDiscord;
let app: TestApp;
let scene: Scene;
let french: TestGuild;
let english: TestGuild;

beforeAll(async () => {
  discord = await startDiscord();
  app = await startApp({ run: 'api,bot,worker', env: discord.env });
  scene = await aScene(app);
  [french, english] = [await discord.guild(), await discord.guild()];
  for (const guild of [french, english]) await scene.register(guild);
  await scene.admin.patch(`/discord/guilds/${english.id}`, { locale: 'en', event_channel_id: null });
});
afterAll(async () => {
  await app.close();
  await discord.close();
});

const event = (fields: object = {}) => ({
  org_id: scene.orgId,
  title: 'Convoi vers Pyro',
  description: 'On se retrouve à la station.',
  type: 'trading',
  start_at_utc: new Date(Date.now() + 86_400_000).toISOString(),
  duration_minutes: 60,
  location: 'Ruin Station',
  max_participants: 10,
  roles: [{ name: 'Pilote', capacity: 2, emoji: '🚀' }],
  ...fields,
});

const preview = (body: object) => scene.admin.post<{ items: Preview[] }>('/events/preview', body);

it('is what is posted then, and saves nothing', async () => {
  const body = event();
  const { status, body: previews } = await preview({ ...body, guild_ids: [french.id] });
  expect(status).toBe(200);
  const [shown] = previews.items;
  expect(shown).toMatchObject({ guild_id: french.id, locale: 'fr', warnings: [] });
  const listed = await scene.admin.get<{ items: object[] }>(`/events?org_id=${scene.orgId}`);
  expect(listed.body.items).toEqual([]);

  const { id } = await scene.event(body);
  // Of another id; and Discord writes times its own way.
  const anyId = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value)
        .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
        .replaceAll(/000\+00:00/g, 'Z'),
    );
  await expect
    .poll(
      async () => {
        const { messages, events } = await mirrorsOf(discord, french, id);
        return anyId([messages[0]?.embeds, events[0]]);
      },
      { timeout: 20_000 },
    )
    .toMatchObject([anyId(shown?.message.embeds), anyId(shown?.scheduled_event)]);
});

it('is made for each server in its language, or in the one that is asked for', async () => {
  const { items } = (await preview(event())).body;
  expect(items.map(({ guild_id, locale }) => [guild_id, locale])).toEqual([
    [french.id, 'fr'],
    [english.id, 'en'],
  ]);
  expect(JSON.stringify(items[1]?.message)).toContain('Sign up');
  expect(items[1]?.warnings).toEqual([{ code: 'no_channel', limit: null, from: null }]);
  const asked = (await preview(event({ locale: 'en' }))).body.items;
  expect(asked.map(({ locale }) => locale)).toEqual(['en', 'en']);
});

it('warns of what Discord cuts', async () => {
  const long = event({
    title: 'T'.repeat(150),
    description: 'd'.repeat(2_000),
    location: 'l'.repeat(150),
    start_at_utc: new Date(Date.now() + 6 * 365 * 86_400_000).toISOString(),
    roles: Array.from({ length: 20 }, (_, n) => ({ name: `Équipage ${n}`, capacity: 2 })),
    guild_ids: [french.id],
    locale: 'en',
  });
  const [shown] = (await preview(long)).body.items;
  const counted = [
    ['title_cut', 100],
    ['scheduled_description_cut', 1_000],
    ['description_cut', 800],
    ['place_cut', 100],
    ['many_roles', 12],
  ].map(([code, limit]) => ({ code, limit, from: null }));
  const [from, ...others] = shown?.warnings.filter((warning) => warning.code === 'too_far') ?? [];
  expect(others).toEqual([]);
  expect(from?.limit).toBeNull();
  expect(new Date(from?.from ?? '').getTime()).toBeGreaterThan(Date.now());
  expect(shown?.warnings).toEqual([...counted, from]);
});

it('counts limits, and names whom the message mentions by id alone', async () => {
  const me = await scene.admin.get<{ handle: string }>('/users/me');
  const said = `See <@${scene.admin.discord_id}> and <@&${french.id}>.`;
  const [shown] = (await preview(event({ description: said, guild_ids: [french.id] }))).body.items;
  expect(shown?.limits).toContainEqual({ field: 'scheduled_event.name', length: 16, limit: 100 });
  expect(shown?.limits).toContainEqual({ field: 'message.description', length: said.length, limit: 1_500 });
  expect(shown?.names).toContainEqual({ kind: 'user', id: scene.admin.discord_id, name: me.body.handle });
  expect(shown?.names).toContainEqual({ kind: 'role', id: french.id, name: '@everyone' });
});

it('says of an edit what it changes on each server, and who is told, and changes nothing', async () => {
  const [muted, keen] = [await app.user(), await app.user()];
  const { id } = await scene.event();
  for (const member of [muted, keen]) await member.post(`/events/${id}/signups`, {});
  await keen.patch('/users/me', { dm_opt_in: true });
  const before = await scene.admin.get<{ revision: number }>(`/events/${id}`);
  const ask = (body: object, headers = {}) =>
    scene.admin.raw<{ items: (Preview & { changes: object })[]; fields: string[]; notices: object[] }>(
      'POST',
      `/events/${id}/preview`,
      { body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } },
    );
  const moved = await ask({ location: 'Levski' });
  expect(moved.body).toMatchObject({
    event: { id, location: 'Levski' },
    fields: ['location'],
    notices: [{ kind: 'change', people: 2, direct: 1 }],
  });
  const changes = moved.body.items.map((item) => [item.guild_id, item.changes]);
  expect(changes).toEqual([
    [french.id, { message: true, scheduled_event: ['location'] }],
    [english.id, { message: false, scheduled_event: ['location'] }],
  ]);
  expect((await ask({ location: 'Daymar' })).body).toMatchObject({ fields: [], notices: [] });
  expect((await ask({ title: 'Later' }, { 'if-match': '"99"' })).status).toBe(412);
  expect((await muted.post(`/events/${id}/preview`, { title: 'My own raid' })).status).toBe(403);
  expect((await scene.admin.get(`/events/${id}`)).body).toEqual(before.body);
});

it('is for staff, of servers of the organization, and of events that could be made', async () => {
  const stranger = await app.user();
  expect((await stranger.post('/events/preview', event())).status).toBe(403);
  const foreign = await preview(event({ guild_ids: [french.id, '100000000000000001'] }));
  expect(foreign).toMatchObject({ status: 422, body: { errors: [{ field: 'guild_ids.1' }] } });
  const past = await preview(event({ start_at_utc: '2020-01-01T00:00:00Z' }));
  expect(past).toMatchObject({ status: 422, body: { errors: [{ field: 'start_at_utc' }] } });
});

interface ActBody {
  readonly id: string;
  readonly kind: string;
  readonly refusal: { readonly code: string } | null;
}

it('takes back an organizer’s act, and says before which messages, roles and notices that touches', async () => {
  const [nova, vega] = [await app.user({ handle: 'Nova' }), await app.user({ handle: 'Vega' })];
  const { id } = await scene.event({ max_participants: 1 });
  const path = `/events/${id}`;
  for (const one of [nova, vega]) await one.post(`${path}/signups`, {});
  const mapping = { guild_id: french.id, verselink_role_type: 'event_participant' };
  const mapped = await scene.admin.post('/discord/role-mappings', {
    ...mapping,
    discord_role_id: french.pilotRoleId,
  });
  expect(mapped.status).toBe(201);
  const acts = async () => (await scene.admin.get<{ items: ActBody[] }>(`${path}/undo`)).body.items;
  const plan = async (act: ActBody | undefined) =>
    (await scene.admin.get<ActBody>(`${path}/undo/${act?.id ?? ''}`)).body;
  const undo = (act: ActBody | undefined, headers = {}) =>
    scene.admin.raw<{ code?: string }>('POST', `${path}/undo`, {
      body: JSON.stringify({ act_id: act?.id }),
      headers: { 'content-type': 'application/json', ...headers },
    });
  const statuses = async () => {
    const { body } = await scene.admin.get<{ items: { handle: string; status: string }[] }>(
      `${path}/signups`,
    );
    return body.items.map(({ handle, status }) => `${handle} ${status}`);
  };
  expect(await acts()).toEqual([]);

  // The seat went to who waited for it, and stays theirs.
  await scene.admin.delete(`${path}/signups/${nova.id}`);
  const [removed] = await acts();
  expect(removed).toMatchObject({
    kind: 'signup',
    ...{
      handle: 'Nova',
      actor_handle: 'Organizer',
      before: { status: 'confirmed' },
      after: { status: 'withdrawn' },
    },
    refusal: { code: 'undo_no_seat' },
  });
  expect(await plan(removed)).toMatchObject({ servers: [], roles: [], notices: [] });
  expect(await undo(removed)).toMatchObject({ status: 409, body: { code: 'undo_no_seat' } });

  await scene.admin.patch(path, { max_participants: 2, location: 'Levski' });
  const [edited] = await acts();
  expect(edited).toMatchObject({
    kind: 'event',
    fields: { max_participants: 1, location: 'Daymar' },
    refusal: null,
  });
  expect(await plan(edited)).toMatchObject({
    servers: [
      { guild_id: french.id, message: true, scheduled_event: ['location'] },
      { guild_id: english.id, message: false, scheduled_event: ['location'] },
    ],
    roles: [],
    notices: [{ kind: 'change', people: 1 }],
  });
  // With a seat more the first act can be taken back.
  expect(await plan(removed)).toMatchObject({
    servers: [{ guild_id: french.id, message: true, scheduled_event: [] }],
    roles: [{ guild_id: french.id, added: 1, removed: 0 }],
    notices: [],
  });
  expect((await undo(removed, { 'if-match': '"1"' })).status).toBe(412);
  expect((await undo(removed, { 'if-match': '"2"' })).status).toBe(200);
  expect(await statuses()).toEqual(['Nova confirmed', 'Vega confirmed']);
  expect(await undo(removed)).toMatchObject({ status: 409, body: { code: 'already_undone' } });
  expect(await undo(edited)).toMatchObject({ status: 409, body: { code: 'capacity_below_confirmed' } });
  await vega.delete(`${path}/signups/me`);
  expect((await undo(edited)).body).toMatchObject({ id, max_participants: 1, location: 'Daymar' });
  expect(await acts()).toEqual([]);
  const timeline = await scene.admin.get<{ items: { action: string }[] }>(`${path}/timeline?limit=4`);
  expect(timeline.body.items.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['event.undone', 'signup.undone']),
  );

  await scene.admin.post(`${path}/signups`, { user_id: vega.id });
  await scene.admin.patch(`${path}/signups/${nova.id}`, { status: 'withdrawn' });
  const [out] = await acts();
  const kept = app.verselink.app.get<Model<UndoableActDocument>>(getModelToken(UNDOABLE_ACT_MODEL), {
    strict: false,
  });
  await kept.updateOne({ _id: out?.id ?? '' }, { $set: { until: new Date() } });
  expect(await undo(out)).toMatchObject({ status: 409, body: { code: 'undo_over' } });
  expect(await acts()).not.toContainEqual(expect.objectContaining({ id: out?.id }));
  expect((await nova.get(`${path}/undo`)).status).toBe(403);
  // No one is put back into an event after they are gone.
  expect((await nova.delete('/users/me')).status).toBe(204);
  expect((await undo(out)).status).toBe(404);
});
