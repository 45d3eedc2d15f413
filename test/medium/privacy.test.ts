import { getConnectionToken } from '@nestjs/mongoose';
import { createConnection, type Connection } from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ErasureDocument } from '../../src/features/privacy/erasures.schema.js';
import { PrivacyService } from '../../src/features/privacy/privacy.service.js';
import { INTERNAL_SECRET, startApp, type TestApp, type TestUser } from '../support/app.js';
import type { ProblemBody } from '../support/client.js';
import { startDiscord, type TestDiscord, type TestGuild } from '../support/discord.js';
import { aScene, mirrorsOf, type EventBody, type Scene } from '../support/scene.js';
import { leaveTraces } from '../support/traces.js';

let app: TestApp;
let discord: TestDiscord;
let connection: Connection;
let scene: Scene;
let guild: TestGuild;

beforeAll(async () => {
  discord = await startDiscord();
  app = await startApp({ run: 'api,bot,worker', env: discord.env });
  connection = await createConnection(app.databases.mongodbUri).asPromise();
  scene = await aScene(app);
  guild = await discord.guild();
  await scene.register(guild);
});
afterAll(async () => {
  await connection.close();
  await app.close();
  await discord.close();
});

let people = 0;

/** Somebody who has left traces everywhere, on an event to come and on one that is over. */
async function known(
  name: string,
): Promise<{ user: TestUser; handle: string; coming: EventBody; over: EventBody }> {
  const handle = `${name}${String(++people)}`;
  const user = await app.user({ handle });
  await scene.admin.put(`/organizations/${scene.orgId}/members/${user.id}`, { role: 'member' });
  const coming = await scene.event({ max_participants: 1, co_organizer_ids: [user.id] });
  const over = await scene.event();
  for (const { id } of [coming, over]) {
    await user.post(`/events/${id}/signups`, { notes: `I am ${handle}.`, ship_model: 'Red Hull C' });
  }
  // One that is over before a server shows it is never shown.
  await expect.poll(() => shownFor(over)).toContain(handle);
  await scene.admin.post(`/events/${over.id}/start`);
  await scene.admin.post(`/events/${over.id}/complete`);
  await fetch(`${app.url}/internal/event/notify`, {
    method: 'POST',
    headers: { authorization: `Bearer ${INTERNAL_SECRET}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      event_type: 'command_used',
      discord_id: user.discord_id,
      metadata: { command: 'my', by: handle },
    }),
  });
  return { user, handle, coming, over };
}

/** Everything in the database, but what is under way. */
async function everything(): Promise<string> {
  const collections = (await connection.db?.collections()) ?? [];
  const contents = collections
    .filter(({ collectionName }) => collectionName !== 'erasures')
    .map((collection) => collection.find().toArray());
  return JSON.stringify(await Promise.all(contents));
}

/** After which nothing is known of who it was. */
async function lastLook(): Promise<void> {
  await connection.collection('erasures').updateMany({}, { $set: { requested_at: new Date(0) } });
  await app.verselink.app.get(PrivacyService, { strict: false }).sweep();
}

const shownFor = async ({ id }: EventBody) =>
  JSON.stringify((await mirrorsOf(discord, guild, id)).messages.map(({ embeds }) => embeds));

it('an export has everything that is held about somebody, and nothing of others', async () => {
  const { user, handle, coming, over } = await known('Cassiopeia');
  const { body } = await user.get<Record<string, unknown[]>>('/users/me/export');
  expect(body).toMatchObject({
    profile: { handle, discord_id: user.discord_id },
    memberships: [{ org_id: scene.orgId, role: 'member' }],
    signups: { events_organized: [{ id: coming.id }] },
    reports: [{ event_type: 'command_used', metadata: { by: handle } }],
  });
  const { signups } = body['signups'] as unknown as { signups: { event_id: string }[] };
  expect(signups.map(({ event_id }) => event_id).sort()).toEqual([coming.id, over.id].sort());
  expect(JSON.stringify(body)).not.toContain(scene.admin.discord_id);
});

it('erasing an account leaves nothing of the person anywhere, and counts as they were', async () => {
  const { user, handle, coming, over } = await known('Andromeda');
  await user.post(`/events/${coming.id}/announcements`, { message: 'Bring water to the blue door.' });
  const waiting = await app.user({ handle: 'Next' });
  expect((await waiting.post(`/events/${coming.id}/signups`)).body).toMatchObject({ status: 'waitlist' });
  await expect.poll(() => shownFor(coming)).toContain(handle);
  await expect.poll(() => shownFor(over)).toContain(handle);

  expect((await user.delete('/users/me')).status).toBe(204);
  expect((await user.get('/users/me')).status).toBe(401);

  const rows = async (event: EventBody) =>
    (
      await scene.admin.get<{ items: { user_id: string; handle: string; status: string }[] }>(
        `/events/${event.id}/signups`,
      )
    ).body.items;
  const seated = (await rows(coming)).filter(({ status }) => status === 'confirmed');
  expect(seated).toMatchObject([{ user_id: waiting.id }]);
  expect(await rows(over)).toMatchObject([{ handle: '', status: 'confirmed' }]);
  expect((await scene.admin.get(`/events/${over.id}`)).body).toMatchObject({ confirmed_count: 1 });

  await expect.poll(() => shownFor(coming)).not.toContain(handle);
  await expect.poll(() => shownFor(over)).not.toContain(handle);
  await lastLook();
  expect(await connection.collection('erasures').countDocuments()).toBe(0);
  const left = await everything();
  for (const trace of [user.id, user.discord_id, handle, 'Red Hull C']) {
    expect(left.includes(trace), trace).toBe(trace === 'Red Hull C' && left.includes('Cassiopeia'));
  }
  expect(left).not.toContain('blue door');
  expect(left).toContain('account.erased');
});

it('takes nothing of somebody whose Discord id only begins with the same digits', async () => {
  const user = await app.user({ handle: 'Orion' });
  const other = `${user.discord_id}9`;
  const jobs = connection.collection<{ _id: string }>('discord_jobs');
  const deliveries = connection.collection<{ _id: string }>('webhook_deliveries');
  await jobs.insertOne({ _id: other, ...{ dedupe_key: `roles/${other}`, status: 'completed' } });
  await deliveries.insertOne({ _id: other, ...{ body: `{"discord_id":"${other}"}` } });
  expect((await user.delete('/users/me')).status).toBe(204);
  await lastLook();
  expect([
    await jobs.countDocuments({ _id: other }),
    await deliveries.countDocuments({ _id: other }),
  ]).toEqual([1, 1]);
  for (const each of [jobs, deliveries]) await each.deleteOne({ _id: other });
});

it('every field that names people is erased, and shown in the export where no other one shows the same', async () => {
  const user = await app.user({ handle: 'Vega' });
  const models = app.verselink.app.get<Connection>(getConnectionToken(), { strict: false });
  // Rosters are looked at above. Who owns an organization is not erased. The rest goes last, with the account.
  const traces = await leaveTraces(models, user, ['events', 'organizations', 'users', 'erasures']);

  const held = JSON.stringify((await user.get('/users/me/export')).body);
  const unshown = traces.filter(({ marks }) => !marks.some((mark) => held.includes(mark)));
  expect(unshown.map(({ place }) => place).sort()).toEqual([
    // What each of these is about is shown by the room that it comes from.
    'discord_jobs.dedupe_key',
    'discord_jobs.error_message',
    'event_notices.user_ids',
    'join_requests.decided_by',
    'payouts.created_by',
    'plan_subscriptions.tellings',
    'undoable_acts.actor_id',
    'webhook_deliveries.body',
  ]);

  expect((await user.delete('/users/me')).status).toBe(204);
  await lastLook();
  const collections = await Promise.all(
    ((await connection.db?.collections()) ?? []).map(async (collection) => ({
      name: collection.collectionName,
      text: JSON.stringify(await collection.find().toArray()),
    })),
  );
  const naming = collections.filter(({ text }) => text.includes(user.id) || text.includes(user.discord_id));
  expect(naming.map(({ name }) => name)).toEqual([]);
});

it('is refused to the owner of an organization, until it is given away', async () => {
  const refused = await scene.admin.delete<ProblemBody>('/users/me');
  expect(refused.body).toMatchObject({ status: 409, code: 'owns_organizations' });
});

it('leaves no organization without an owner that was given away at that very moment', async () => {
  const other = await aScene(app);
  const heir = await app.user({ handle: 'Cygnus' });
  await other.admin.put(`/organizations/${other.orgId}/members/${heir.id}`, { role: 'member' });
  // It is begun before they own anything, and carried out after.
  await connection.collection<ErasureDocument>('erasures').insertOne({
    _id: heir.id,
    discord_id: heir.discord_id,
    tombstone: '01980000-0000-7000-8000-00000000beef',
    requested_at: new Date(0),
  });
  const transferred = await other.admin.post(`/organizations/${other.orgId}/transfer`, { user_id: heir.id });
  expect(transferred.status).toBe(200);
  await app.verselink.app.get(PrivacyService, { strict: false }).sweep();
  const { body } = await other.admin.get(`/organizations/${other.orgId}`);
  expect(body).toMatchObject({ owner_id: other.admin.id });
});

it('is ended by the sweep when the process died meanwhile', async () => {
  const { user, handle } = await known('Lyra');
  await connection.collection<ErasureDocument>('erasures').insertOne({
    _id: user.id,
    discord_id: user.discord_id,
    tombstone: '01980000-0000-7000-8000-00000000dead',
    requested_at: new Date(0),
  });
  await app.verselink.app.get(PrivacyService, { strict: false }).sweep();
  expect((await user.get('/users/me')).status).toBe(401);
  expect(await everything()).not.toContain(handle);
});
