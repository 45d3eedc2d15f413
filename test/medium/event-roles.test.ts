import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EventRoleTriggers } from '../../src/features/role-mappings/event-role-triggers.js';
import { INTERNAL_SECRET, startApp, type TestApp, type TestUser } from '../support/app.js';
import { Client } from '../support/client.js';
import { startDiscord, type DiscordMessage, type TestDiscord } from '../support/discord.js';
import { aRolesStage, type RolesStage } from '../support/roles-stage.js';

// Roles that stand for a seat in an event: given when it is got, taken when it is lost or the event is over.

const SOON = { timeout: 20_000 };

let discord: TestDiscord;
let app: TestApp;
let stage: RolesStage;

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
  app = await startApp({ run: 'api,bot,worker', env: discord.env });
});
afterAll(async () => {
  await app.close();
  await discord.close();
});
beforeEach(async () => {
  stage = await aRolesStage(app, discord);
});

const signUp = async (who: TestUser, eventId: string, body: object = {}) => {
  expect((await who.post(`/events/${eventId}/signups`, body)).status).toBe(201);
};
const withdraw = (who: TestUser, eventId: string) => who.delete(`/events/${eventId}/signups/me`);
const becomes = (who: TestUser, roles: readonly string[] | null) =>
  expect.poll(() => stage.held(who), SOON).toEqual(roles);
const jobsOf = async (eventId: string) => {
  const root = await app.user({ site_admin: true });
  const path = `/discord/jobs?type=manage_roles&event_id=${eventId}&limit=100`;
  return (await root.get<{ status: string; guild_id: string; error_message: string | null }[]>(path)).body;
};
/** What the bot reports to the backend. */
const report = async (eventType: string): Promise<void> => {
  const { status } = await new Client(app.url, INTERNAL_SECRET).post('/internal/event/notify', {
    event_type: eventType,
    discord_id: stage.nova.discord_id,
    metadata: { guild_id: stage.guild.id },
  });
  expect(status).toBe(200);
};
/** Waits until at least so many jobs of an event were written, and all of them are done. */
const allDone = async (eventId: string, atLeast: number): Promise<void> => {
  await expect.poll(async () => (await jobsOf(eventId)).length, SOON).toBeGreaterThanOrEqual(atLeast);
  await expect
    .poll(async () => (await jobsOf(eventId)).every(({ status }) => status === 'completed'), SOON)
    .toBe(true);
};
const matchAll = () => app.verselink.app.get(EventRoleTriggers, { strict: false }).matchAll();

it('gives the role of any event with a seat and takes it with the last one', async () => {
  await stage.map({});
  const [raid, race] = [await stage.scene.event(), await stage.scene.event({ title: 'Race night' })];
  await signUp(stage.nova, raid.id);
  await signUp(stage.nova, race.id);
  await allDone(race.id, 1);
  await becomes(stage.nova, [stage.roleId]);
  const jobs = (await jobsOf(raid.id)).length;
  await withdraw(stage.nova, raid.id);
  await allDone(raid.id, jobs + 1);
  expect(await stage.held(stage.nova)).toEqual([stage.roleId]);
  await stage.scene.admin.post(`/events/${race.id}/cancel`);
  await becomes(stage.nova, []);
});

it('gives the role of one event alone, and not to who waits until they are promoted', async () => {
  const raid = await stage.scene.event({ max_participants: 1 });
  await stage.map({ verselink_entity_id: raid.id });
  const other = await stage.scene.event();
  const zed = await app.user({ handle: 'Zed' });
  await stage.guild.admit(zed.discord_id, []);
  await signUp(zed, raid.id);
  await signUp(stage.nova, raid.id);
  await signUp(stage.nova, other.id);
  await becomes(zed, [stage.roleId]);
  expect(await stage.held(stage.nova)).toEqual([]);
  await withdraw(zed, raid.id);
  await becomes(stage.nova, [stage.roleId]);
  await becomes(zed, []);
});

it('follows a change of the role in the event', async () => {
  const raid = await stage.scene.event({
    roles: [
      { name: 'Tank', capacity: 2 },
      { name: 'Medic', capacity: 2 },
    ],
  });
  const [tank, medic] = raid.roles;
  await stage.map({ verselink_role_type: 'event_role', verselink_entity_id: tank?.id });
  await signUp(stage.nova, raid.id, { role_id: tank?.id });
  await becomes(stage.nova, [stage.roleId]);
  await stage.nova.patch(`/events/${raid.id}/signups/me`, { role_id: medic?.id });
  await becomes(stage.nova, []);
});

it('reaches everybody seated already when the role is mapped, and takes it when the mapping goes', async () => {
  const raid = await stage.scene.event();
  await signUp(stage.nova, raid.id);
  const mappingId = await stage.map({});
  await becomes(stage.nova, [stage.roleId]);
  await stage.scene.admin.delete(`/discord/role-mappings/${mappingId}`);
  await becomes(stage.nova, []);
});

it('never takes what a person gave, and leaves giving and taking where the mapping says so', async () => {
  await stage.map({});
  const raid = await stage.scene.event();
  await stage.hold(stage.nova, stage.roleId);
  await signUp(stage.nova, raid.id);
  await allDone(raid.id, 1);
  await stage.scene.admin.post(`/events/${raid.id}/cancel`);
  await allDone(raid.id, 2);
  expect(await stage.held(stage.nova)).toEqual([stage.roleId]);

  const keeping = await aRolesStage(app, discord);
  await keeping.map({ auto_remove: false });
  const race = await keeping.scene.event();
  await signUp(keeping.nova, race.id);
  await expect.poll(() => keeping.held(keeping.nova), SOON).toEqual([keeping.roleId]);
  await keeping.scene.admin.post(`/events/${race.id}/cancel`);
  await allDone(race.id, 2);
  expect(await keeping.held(keeping.nova)).toEqual([keeping.roleId]);
});

it('gives the role when somebody joins the server, and again when they come back', async () => {
  await stage.map({});
  const raid = await stage.scene.event();
  await stage.leave(stage.nova);
  await signUp(stage.nova, raid.id);
  await allDone(raid.id, 1);
  await stage.hold(stage.nova);
  await report('member_joined');
  await becomes(stage.nova, [stage.roleId]);
  await stage.leave(stage.nova);
  await report('member_left');
  await stage.hold(stage.nova);
  await report('member_joined');
  await becomes(stage.nova, [stage.roleId]);
});

it('gives back what somebody took by hand when no report came through', async () => {
  await stage.map({});
  const raid = await stage.scene.event();
  await signUp(stage.nova, raid.id);
  await becomes(stage.nova, [stage.roleId]);
  await stage.hold(stage.nova);
  await matchAll();
  await becomes(stage.nova, [stage.roleId]);
});

describe('a role of an event’s own', () => {
  const own = async () => (await stage.roles()).filter(({ name }) => name === 'Night raid');

  it('is made where the server’s setting says so, given to who has a seat, and removed with the event', async () => {
    stage = await aRolesStage(app, discord, { settings: { auto_manage_roles: true } });
    const raid = await stage.scene.event();
    await signUp(stage.nova, raid.id);
    await expect.poll(own, SOON).toHaveLength(1);
    const [made] = await own();
    await becomes(stage.nova, [made?.id ?? '']);
    await stage.scene.admin.patch(`/events/${raid.id}`, { title: 'Night raid, again' });
    await allDone(raid.id, 2);
    expect(await own()).toHaveLength(1);
    await stage.scene.admin.post(`/events/${raid.id}/cancel`);
    await expect.poll(own, SOON).toEqual([]);
    await allDone(raid.id, 3);
  });

  it.each([
    [true, { create_roles: true }, {}],
    [false, { create_roles: false }, { auto_manage_roles: true }],
  ])('follows what staff choose for the event: %s', async (isMade, body, settings) => {
    stage = await aRolesStage(app, discord);
    const raid = await stage.scene.event();
    const path = `/discord/events/events/create/${raid.id}`;
    expect((await stage.scene.admin.post(path, body)).status).toBe(202);
    await stage.scene.admin.patch(`/discord/guilds/${stage.guild.id}`, settings);
    await allDone(raid.id, isMade ? 1 : 2);
    await expect.poll(async () => (await own()).length, SOON).toBe(isMade ? 1 : 0);
  });
});

describe('a mapping', () => {
  it.each([
    ['an event of nobody', { verselink_entity_id: '01900000-0000-7000-8000-000000000000' }],
    ['a role without its id', { verselink_role_type: 'event_role' }],
    ['a role of no event', { verselink_role_type: 'event_role', verselink_entity_id: 'tank' }],
  ])('is refused for %s', async (_what, fields) => {
    const { status, body } = await stage.scene.admin.post<{ errors: { field: string }[] }>(
      '/discord/role-mappings',
      {
        guild_id: stage.guild.id,
        discord_role_id: stage.roleId,
        verselink_role_type: 'event_participant',
        ...fields,
      },
    );
    expect(status).toBe(422);
    expect(body.errors.map(({ field }) => field)).toEqual(['verselink_entity_id']);
  });
});

describe('a role above the bot', () => {
  const told = async (): Promise<string[]> => {
    const path = `/users/${stage.scene.admin.discord_id}/dms`;
    return (await discord.control<DiscordMessage[]>('GET', path)).map(({ content }) => content);
  };
  it('fails in the job, is told once, and is given when the bot stands above it', async () => {
    stage = await aRolesStage(app, discord, { position: 60, roles: [{ name: 'Captains', position: 70 }] });
    await stage.map({});
    const raid = await stage.scene.event();
    await signUp(stage.nova, raid.id);
    await expect
      .poll(async () => (await jobsOf(raid.id)).at(0), SOON)
      .toMatchObject({ status: 'failed', guild_id: stage.guild.id });
    const zed = await app.user({ handle: 'Zed' });
    await stage.guild.admit(zed.discord_id, []);
    await signUp(zed, raid.id);
    await expect.poll(async () => (await jobsOf(raid.id)).length, SOON).toBeGreaterThan(1);
    await expect.poll(told, SOON).toHaveLength(1);
    expect((await told())[0]).toContain('Raiders');
    expect((await discord.requests()).filter(({ status }) => status === 403)).toEqual([]);

    const botId = discord.env['DISCORD_CLIENT_ID'] ?? '';
    const own = (await stage.held({ discord_id: botId })) ?? [];
    await discord.control('PUT', `/guilds/${stage.guild.id}/members/${botId}`, {
      username: 'VerseLink',
      roles: [...own, 'Captains'],
    });
    await becomes(stage.nova, [stage.roleId]);
    await becomes(zed, [stage.roleId]);
    await expect.poll(told, SOON).toHaveLength(2);
  });
});
