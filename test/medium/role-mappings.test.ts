import { createConnection } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MembershipsService } from '../../src/features/role-mappings/memberships.service.js';
import { INTERNAL_SECRET, nextDiscordId, startApp, type TestApp, type TestUser } from '../support/app.js';
import { Client } from '../support/client.js';
import { openDatabases } from '../support/databases.js';
import { startDiscord, type TestDiscord, type TestGuild } from '../support/discord.js';
import { aScene, type Scene } from '../support/scene.js';

interface MappingBody {
  readonly id: string;
  readonly guild_id: string;
}

let discord: TestDiscord;
let app: TestApp;

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
  app = await startApp({ run: 'api,worker', env: discord.env });
});
afterAll(async () => {
  await app.close();
  await discord.close();
});

const map = (who: TestUser, guild: TestGuild, fields: object = {}) =>
  who.post<MappingBody>('/discord/role-mappings', {
    guild_id: guild.id,
    discord_role_id: guild.pilotRoleId,
    verselink_role_type: 'org_member',
    ...fields,
  });

const mappedIds = async (who: TestUser, guild: TestGuild): Promise<string[]> => {
  const list = `/discord/role-mappings?guild_id=${guild.id}`;
  const { status, body } = await who.get<{ items: MappingBody[] }>(list);
  expect(status).toBe(200);
  return body.items.map(({ id }) => id);
};

it('has 250 mappings of a server at most', async () => {
  const [scene, guild] = [await aScene(app), await discord.guild()];
  await scene.register(guild);
  const { body } = await map(scene.admin, guild);
  const connection = await createConnection(app.databases.mongodbUri).asPromise();
  const mappings = connection.collection<{ _id: string }>('discord_role_mappings');
  const row = await mappings.findOne({ _id: body.id });
  const more = Array.from({ length: 249 }, (_, index) => ({
    ...row,
    _id: `${body.id}-${String(index)}`,
    verselink_entity_id: String(index),
  }));
  await mappings.insertMany(more);
  await connection.close();
  expect(await map(scene.admin, guild, { verselink_role_type: 'org_staff' })).toMatchObject({
    status: 409,
    body: { code: 'limit_reached' },
  });
});

describe('the list', () => {
  it('shows an admin their own servers, and a site admin those of every organization, page by page', async () => {
    const scenes = [await aScene(app), await aScene(app)];
    const ids: string[] = [];
    for (const scene of scenes) {
      const guild = await discord.guild();
      await scene.register(guild);
      ids.push((await map(scene.admin, guild)).body.id);
    }
    const own = await scenes[0]?.admin.get<{ items: MappingBody[] }>('/discord/role-mappings');
    expect(own?.body.items.map(({ id }) => id)).toEqual(ids.slice(0, 1));

    const root = await app.user({ site_admin: true });
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await root.get<{ items: MappingBody[]; next_cursor: string | null }>(
        `/discord/role-mappings?limit=1${page}`,
      );
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.next_cursor;
    }
    expect(seen).toEqual(expect.arrayContaining(ids));
  });
});

describe('a server that leaves its organization', () => {
  let scene: Scene;
  let guild: TestGuild;
  let mappingId: string;
  beforeEach(async () => {
    scene = await aScene(app);
    guild = await discord.guild();
    await scene.register(guild);
    const { status, body } = await map(scene.admin, guild);
    expect(status).toBe(201);
    mappingId = body.id;
  });

  it('loses its mappings, also when it comes back', async () => {
    await scene.admin.delete(`/discord/guilds/${guild.id}`);
    const root = await app.user({ site_admin: true });
    const all = await root.get<{ items: MappingBody[] }>('/discord/role-mappings?limit=100');
    expect(all.body.items.map(({ id }) => id)).not.toContain(mappingId);
    expect((await scene.admin.get(`/discord/role-mappings/${mappingId}`)).status).toBe(404);

    await expect
      .poll(() =>
        scene.register(guild).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    expect(await mappedIds(scene.admin, guild)).toEqual([]);
    expect(
      (await scene.admin.patch(`/discord/role-mappings/${mappingId}`, { auto_assign: false })).status,
    ).toBe(404);
    // The same again is no repeat.
    const again = await map(scene.admin, guild);
    expect(again.status).toBe(201);
    expect(await mappedIds(scene.admin, guild)).toEqual([again.body.id]);
  });

  it('brings none of them to the organization that takes it over, and makes nobody its member by them', async () => {
    const nova = await app.user({ handle: 'Nova' });
    await guild.admit(nova.discord_id, [guild.pilotRoleId]);
    await guild.admit(scene.admin.discord_id, []);
    const owners = await aScene(app);
    await owners.register(guild);
    expect(await mappedIds(owners.admin, guild)).toEqual([]);
    for (const who of [scene.admin, owners.admin]) {
      expect((await who.get(`/discord/role-mappings/${mappingId}`)).status).toBe(404);
    }
    await app.verselink.app.get(MembershipsService, { strict: false }).compareAll();
    const { body } = await owners.admin.get<{ items: { user_id: string }[] }>(
      `/organizations/${owners.orgId}/members`,
    );
    expect(body.items.map(({ user_id }) => user_id)).toEqual([owners.admin.id]);
  });
});

describe('mappings from before they were tied to a registration', () => {
  it('are kept where the server stayed, and dropped where it went', async () => {
    const databases = await openDatabases();
    const connection = await createConnection(databases.mongodbUri, { autoIndex: false }).asPromise();
    const [early, registered, late] = [new Date(1_000), new Date(2_000), new Date(3_000)];
    const mapping = (guildId: string, createdAt: Date) => ({
      guild_id: guildId,
      created_at: createdAt,
      discord_role_id: guildId,
    });
    await connection.collection('discord_guilds').insertMany([
      { guild_id: 'stayed', created_at: registered, removed_at: null },
      { guild_id: 'changed hands', created_at: registered, removed_at: null },
      { guild_id: 'left', created_at: registered, removed_at: late },
    ]);
    await connection
      .collection('discord_role_mappings')
      .insertMany([mapping('stayed', late), mapping('changed hands', early), mapping('left', late)]);
    await (await startApp({ databases })).stop();
    const kept = await connection.collection('discord_role_mappings').find().toArray();
    expect(kept).toMatchObject([{ guild_id: 'stayed', registered_at: registered }]);
    await connection.close();
    await databases.drop();
  });
});

it('takes a main server that the bot is not in for a fault of configuration, not for a member who is away', async () => {
  const bot = await startApp({ run: 'bot', env: { ...discord.env, MAIN_GUILD_ID: nextDiscordId() } });
  const answer = await new Client(bot.internalUrl, INTERNAL_SECRET).post('/internal/roles/update', {
    discord_id: nextDiscordId(),
    add_roles: [nextDiscordId()],
  });
  expect(answer).toMatchObject({
    status: 503,
    body: { detail: expect.stringContaining('MAIN_GUILD_ID') as string },
  });
  await bot.close();
});
