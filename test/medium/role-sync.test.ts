import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MembershipsService } from '../../src/features/role-mappings/memberships.service.js';
import type { QueueName } from '../../src/queue/kinds.js';
import { INTERNAL_SECRET, nextDiscordId, startApp, type TestApp, type TestUser } from '../support/app.js';
import { Client } from '../support/client.js';
import { startDiscord, type TestDiscord, type TestGuild } from '../support/discord.js';
import { eventually } from '../support/eventually.js';
import { aScene, type Scene } from '../support/scene.js';

let discord: TestDiscord;
let app: TestApp;
let scene: Scene;
let guild: TestGuild;
let role: string;
let nova: TestUser;

beforeAll(async () => {
  discord = await startDiscord();
  app = await startApp({ run: 'api,worker', env: discord.env });
});

afterAll(async () => {
  await app.close();
  await discord.close();
});

/** An organization whose server has a role that stands for membership; Nova is on the server and has it not. */
beforeEach(async () => {
  scene = await aScene(app);
  nova = await app.user({ handle: 'Nova' });
  role = nextDiscordId();
  guild = await discord.guild([{ id: nova.discord_id, username: 'nova' }], {
    roles: [{ id: role, name: 'Pilot' }],
  });
  await scene.register(guild);
  const mapped = await scene.admin.post('/discord/role-mappings', {
    guild_id: guild.id,
    discord_role_id: role,
    verselink_role_type: 'org_member',
  });
  expect(mapped.status).toBe(201);
});

const hold = (user: TestUser, ...roles: string[]) =>
  discord.control('PUT', `/guilds/${guild.id}/members/${user.discord_id}`, { roles });

const leave = (user: TestUser) => discord.control('DELETE', `/guilds/${guild.id}/members/${user.discord_id}`);

async function report(eventType: string, user: TestUser, metadata: object = {}): Promise<void> {
  const answer = await new Client(app.url, INTERNAL_SECRET).post('/internal/event/notify', {
    event_type: eventType,
    discord_id: user.discord_id,
    metadata: { guild_id: guild.id, ...metadata },
  });
  expect(answer.status).toBe(200);
}

async function membership(): Promise<Record<string, string>> {
  const { body } = await scene.admin.get<{ items: { user_id: string; role: string }[] }>(
    `/organizations/${scene.orgId}/members`,
  );
  const others = body.items.filter(({ user_id }) => user_id !== scene.admin.id);
  return Object.fromEntries(others.map(({ user_id, role: held }) => [user_id, held]));
}

const becomes = (expected: Record<string, string>) =>
  eventually(async () => {
    expect(await membership()).toEqual(expected);
  });

const compareAll = () => app.verselink.app.get(MembershipsService, { strict: false }).compareAll();

/** Waits until everything that was reported has been worked on. */
async function allReportsDone(): Promise<void> {
  await eventually(async () => {
    const root = await app.user({ handle: 'Root', site_admin: true });
    const { body } = await root.get<{ items: { processed_at: string | null }[] }>(
      `/discord/bot-events?guild_id=${guild.id}`,
    );
    expect(body.items.every(({ processed_at }) => processed_at !== null)).toBe(true);
  });
}

describe('a report', () => {
  it('has the roles compared, whatever it says of them and in whatever order it comes', async () => {
    await hold(nova, 'Pilot');
    await report('role_updated', nova, { removed_roles: [role] });
    await becomes({ [nova.id]: 'member' });

    await hold(nova);
    await report('role_updated', nova, { added_roles: [role] });
    await becomes({});
  });

  it('of who left takes the membership that a role gave; of who joined gives it', async () => {
    await hold(nova, 'Pilot');
    await report('member_joined', nova);
    await becomes({ [nova.id]: 'member' });
    await leave(nova);
    await report('member_left', nova);
    await becomes({});
  });

  it('takes no membership that a person gave', async () => {
    const members = `/organizations/${scene.orgId}/members/${nova.id}`;
    await scene.admin.put(members, { role: 'member' });
    await hold(nova, 'Pilot');
    await report('role_updated', nova);
    await allReportsDone();
    await hold(nova);
    await report('role_updated', nova);
    await allReportsDone();
    expect(await membership()).toEqual({ [nova.id]: 'member' });
  });

  it('takes no membership that a role gave and a person confirmed', async () => {
    await hold(nova, 'Pilot');
    await report('role_updated', nova);
    await becomes({ [nova.id]: 'member' });
    await scene.admin.put(`/organizations/${scene.orgId}/members/${nova.id}`, { role: 'staff' });
    await hold(nova);
    await report('role_updated', nova);
    await allReportsDone();
    expect(await membership()).toEqual({ [nova.id]: 'staff' });
  });

  it('is tried again while Discord is away', async () => {
    await hold(nova, 'Pilot');
    await discord.faults({ method: 'GET', path: `/guilds/${guild.id}/members/`, status: 503, times: 1 });
    await report('role_updated', nova);
    await expect.poll(membership, { timeout: 20_000 }).toEqual({ [nova.id]: 'member' });
  });
});

describe('a role that stands for staff', () => {
  const map = async (roleId: string) => {
    const mapped = await scene.admin.post<{ id: string }>('/discord/role-mappings', {
      guild_id: guild.id,
      discord_role_id: roleId,
      verselink_role_type: 'org_staff',
    });
    expect(mapped.status).toBe(201);
    return mapped.body.id;
  };
  const create = (user: TestUser) =>
    user.post('/events', {
      org_id: scene.orgId,
      title: 'Night raid',
      description: 'A raid on a bunker, at night.',
      type: 'raid',
      start_at_utc: '2035-01-01T12:00:00.000Z',
      duration_minutes: 60,
    });

  it('makes its holders staff as soon as it is mapped, and no longer than it is', async () => {
    await hold(nova, 'Pilots');
    expect((await create(nova)).status).toBe(403);
    const mapping = await map(guild.pilotRoleId);
    await becomes({ [nova.id]: 'staff' });
    expect((await create(nova)).status).toBe(201);
    await scene.admin.delete(`/discord/role-mappings/${mapping}`);
    await becomes({});
    expect((await create(nova)).status).toBe(403);
  });

  it('raises who is a member otherwise, and leaves them what they were when it is lost', async () => {
    await scene.admin.put(`/organizations/${scene.orgId}/members/${nova.id}`, { role: 'member' });
    await map(guild.pilotRoleId);
    await hold(nova, 'Pilots');
    await report('role_updated', nova);
    await becomes({ [nova.id]: 'staff' });
    await hold(nova);
    await report('role_updated', nova);
    await becomes({ [nova.id]: 'member' });
  });

  it('takes nothing from staff whom a person made', async () => {
    await map(guild.pilotRoleId);
    await hold(nova, 'Pilots');
    await report('role_updated', nova);
    await becomes({ [nova.id]: 'staff' });
    await scene.admin.put(`/organizations/${scene.orgId}/members/${nova.id}`, { role: 'staff' });
    await hold(nova);
    await report('role_updated', nova);
    await allReportsDone();
    expect(await membership()).toEqual({ [nova.id]: 'staff' });
  });

  it('goes with its server', async () => {
    await map(guild.pilotRoleId);
    await hold(nova, 'Pilots');
    await report('role_updated', nova);
    await becomes({ [nova.id]: 'staff' });
    await scene.admin.delete(`/discord/guilds/${guild.id}`);
    await becomes({});
  });
});

describe('the daily comparison', () => {
  it('repairs what no report told', async () => {
    await hold(nova, 'Pilot');
    await compareAll();
    expect(await membership()).toEqual({ [nova.id]: 'member' });
    await hold(nova);
    await compareAll();
    expect(await membership()).toEqual({});
  });

  it('takes what came from a mapping that is gone, and leaves what a person gave', async () => {
    const orion = await app.user({ handle: 'Orion' });
    await scene.admin.put(`/organizations/${scene.orgId}/members/${orion.id}`, { role: 'member' });
    await hold(nova, 'Pilot');
    await compareAll();
    expect(await membership()).toEqual({ [nova.id]: 'member', [orion.id]: 'member' });
    await scene.admin.delete(`/discord/guilds/${guild.id}`);
    await compareAll();
    expect(await membership()).toEqual({ [orion.id]: 'member' });
  });

  it('takes nothing while the bot is shut out of the server', async () => {
    await hold(nova, 'Pilot');
    await compareAll();
    await discord.control('DELETE', `/guilds/${guild.id}`);
    await compareAll();
    expect(await membership()).toEqual({ [nova.id]: 'member' });
  });

  it('has one schedule, however many processes set it up', async () => {
    const connection = new Redis(app.databases.redisUrl, { maxRetriesPerRequest: null });
    const name: QueueName = 'verselink';
    const queue = new Queue(name, { connection });
    const other = await startApp({ run: 'worker', env: discord.env, databases: app.databases });
    // It ran once, at the first start; that more processes set it up does not make it run again.
    const schedules = (await queue.getJobSchedulers()).filter(({ key }) => key === 'compare_memberships');
    expect(schedules).toMatchObject([{ every: 86_400_000, iterationCount: 2 }]);
    expect(schedules[0]?.next).toBeGreaterThan(Date.now() + 86_000_000);
    await other.stop();
    await queue.close();
    connection.disconnect();
  });
});
