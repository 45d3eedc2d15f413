import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { nextDiscordId, startApp, type TestApp, type TestUser } from '../support/app.js';
import type { Answer, ProblemBody } from '../support/client.js';
import { startDiscord, type TestDiscord, type TestGuild } from '../support/discord.js';
import { eventually } from '../support/eventually.js';
import { aScene, mirrorsOf, type Scene } from '../support/scene.js';

const CHANNEL_TYPES = { text: 0, voice: 2, category: 4, news: 5, stage: 13, forum: 15 } as const;

let discord: TestDiscord;
let app: TestApp;

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
  app = await startApp({ run: 'api,worker', env: discord.env });
});
afterEach(() => discord.control('DELETE', '/faults'));
afterAll(async () => {
  await app.close();
  await discord.close();
});

/** Registers a server as somebody, with what is true unless `fields` says otherwise. */
const register = (who: TestUser, orgId: string, guild: TestGuild, fields: object = {}) => {
  const body = { guild_id: guild.id, guild_name: 'Ours', owner_id: guild.ownerId, org_id: orgId, ...fields };
  return who.post<ProblemBody & { org_id: string }>('/discord/guilds', body);
};
const fieldsOf = ({ status, body }: Answer<ProblemBody>) => [status, body.errors?.map(({ field }) => field)];

describe('a server is registered', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await aScene(app);
  });

  it('by its owner', async () => {
    const guild = await discord.guild([], { ownerId: scene.admin.discord_id });
    expect((await register(scene.admin, scene.orgId, guild)).status).toBe(201);
  });

  it.each([
    ['Manage Server', '32', 201],
    ['Administrator', '8', 201],
    ['Manage Channels and Manage Roles', String(0x10 + 0x10000000), 403],
  ])('by a member with %s: %s → %i', async (_right, permissions, status) => {
    const roleId = nextDiscordId();
    const guild = await discord.guild([], { roles: [{ id: roleId, name: 'Special', permissions }] });
    await guild.admit(scene.admin.discord_id, [roleId]);
    expect((await register(scene.admin, scene.orgId, guild)).status).toBe(status);
  });

  it('by nobody else: neither a plain member, nor a stranger, nor a site admin', async () => {
    const guild = await discord.guild();
    const root = await app.user({ site_admin: true });
    await guild.admit(scene.admin.discord_id, []);
    for (const who of [scene.admin, root]) {
      const refused = await register(who, scene.orgId, guild);
      expect(refused).toMatchObject({ status: 403, body: { code: 'manage_server_required' } });
    }
  });

  it('only where the bot is, and with the owner and channels that Discord knows', async () => {
    const [guild, other] = [await discord.guild(), await discord.guild()];
    await guild.admit(scene.admin.discord_id);
    const nowhere = await register(scene.admin, scene.orgId, { ...guild, id: nextDiscordId() });
    expect(fieldsOf(nowhere)).toEqual([422, ['guild_id']]);
    const past64Bits = await register(scene.admin, scene.orgId, { ...guild, id: '99999999999999999999' });
    expect(fieldsOf(past64Bits)).toEqual([422, ['guild_id']]);
    const lies = {
      owner_id: scene.admin.discord_id,
      announcement_channel_id: other.channelId,
      event_channel_id: guild.channelId,
      welcome_channel_id: nextDiscordId(),
    };
    expect(fieldsOf(await register(scene.admin, scene.orgId, guild, lies))).toEqual([
      422,
      ['announcement_channel_id', 'welcome_channel_id', 'owner_id'],
    ]);
  });

  it('never while Discord cannot be asked', async () => {
    const guild = await discord.guild();
    await guild.admit(scene.admin.discord_id);
    for (const path of ['/guilds/*', '/guilds/*/members/*', '/guilds/*/channels']) {
      await discord.faults({ method: 'GET', path, status: 500, times: 1 });
      const refused = await register(scene.admin, scene.orgId, guild, { event_channel_id: guild.channelId });
      expect(refused).toMatchObject({ status: 503, body: { code: 'discord_unavailable' } });
    }
    expect((await register(scene.admin, scene.orgId, guild)).status).toBe(201);
  });
});

describe('a registered server', () => {
  it('stays with an organization while one of its admins has the right, and goes to who has it afterwards', async () => {
    const guild = await discord.guild();
    const [squatters, owners] = [await aScene(app), await aScene(app)];
    await squatters.register(guild);
    const event = await squatters.event({ title: 'Not yours' });
    await eventually(async () => {
      expect((await mirrorsOf(discord, guild, event.id)).messages).toHaveLength(1);
    });
    await guild.admit(owners.admin.discord_id);
    const early = await register(owners.admin, owners.orgId, guild);
    expect(early).toMatchObject({ status: 409, body: { code: 'guild_already_registered' } });

    await guild.admit(squatters.admin.discord_id, []);
    // Neither an unwilling admin nor a plain member of the organization holds the server for it.
    const unwilling = { role: 'admin' };
    await squatters.admin.put(`/organizations/${squatters.orgId}/members/${owners.admin.id}`, unwilling);
    const taken = await register(owners.admin, owners.orgId, guild, { event_channel_id: guild.channelId });
    expect(taken).toMatchObject({ status: 201, body: { org_id: owners.orgId } });

    const ours = await owners.event({ title: 'Our own raid' });
    await eventually(async () => {
      const [theirs, shown] = [
        await mirrorsOf(discord, guild, event.id),
        await mirrorsOf(discord, guild, ours.id),
      ];
      expect([theirs.events.length, theirs.messages.length]).toEqual([0, 0]);
      expect([shown.events.length, shown.messages.length]).toEqual([1, 1]);
    }, 20_000);
    expect((await register(squatters.admin, squatters.orgId, guild)).status).toBe(403);
  }, 60_000);

  it('takes only channels of its own that hold messages', async () => {
    const channels = Object.entries(CHANNEL_TYPES).map(([name, type]) => ({
      id: nextDiscordId(),
      name,
      type,
    }));
    const [guild, other] = [await discord.guild([], { channels }), await discord.guild()];
    const scene = await aScene(app);
    await scene.register(guild);
    const change = (body: object) => scene.admin.patch<ProblemBody>(`/discord/guilds/${guild.id}`, body);
    const fields = [
      'announcement_channel_id',
      'event_channel_id',
      'reminder_channel_id',
      'welcome_channel_id',
    ];
    for (const field of fields) {
      expect(fieldsOf(await change({ [field]: other.channelId }))).toEqual([422, [field]]);
    }
    for (const { id, name } of channels) {
      const fits = name === 'text' || name === 'news';
      const answer = await change({ event_channel_id: id });
      expect({ name, status: answer.status }).toEqual({ name, status: fits ? 200 : 422 });
    }
    expect(fieldsOf(await change({ owner_id: scene.admin.discord_id }))).toEqual([422, ['owner_id']]);
    expect((await change({ event_channel_id: null })).status).toBe(200);

    const event = await scene.event();
    const post = (channelId: string, guildId = guild.id) =>
      scene.admin.post<ProblemBody>(`/discord/events/events/${event.id}/signup-message`, {
        guild_id: guildId,
        channel_id: channelId,
      });
    expect(fieldsOf(await post(other.channelId))).toEqual([422, ['channel_id']]);
    const forum = channels.find(({ name }) => name === 'forum')?.id ?? '';
    expect(fieldsOf(await post(forum))).toEqual([422, ['channel_id']]);
    expect(fieldsOf(await post(other.channelId, other.id))).toEqual([422, ['guild_id']]);
  });

  it('lets only roles of its own stand for something', async () => {
    const [guild, other] = [await discord.guild(), await discord.guild()];
    const scene = await aScene(app);
    await scene.register(guild);
    const { roles } = await discord.control<{ roles: { id: string; managed: boolean }[] }>(
      'GET',
      `/guilds/${guild.id}`,
    );
    const botRole = roles.find(({ managed }) => managed)?.id ?? '';
    const map = (discordRoleId: string, verselinkRoleType = 'event_participant') =>
      scene.admin.post<ProblemBody>('/discord/role-mappings', {
        guild_id: guild.id,
        discord_role_id: discordRoleId,
        verselink_role_type: verselinkRoleType,
      });
    for (const roleId of [other.pilotRoleId, guild.id, botRole]) {
      expect(fieldsOf(await map(roleId))).toEqual([422, ['discord_role_id']]);
    }
    expect((await map(guild.pilotRoleId)).status).toBe(201);
    expect((await map(botRole, 'org_member')).status).toBe(201);
    await discord.faults({ method: 'GET', path: '/guilds/*', status: 503, times: 1 });
    expect((await map(guild.managerRoleId)).status).toBe(503);
  });
});

describe('the doctor of a server', () => {
  const SEND_MESSAGES = '2048';
  const HIGH = nextDiscordId();
  let scene: Scene;
  let guild: TestGuild;
  beforeAll(async () => {
    scene = await aScene(app);
    const voice = { id: nextDiscordId(), name: 'Voice', type: 2 };
    const roles = [{ id: HIGH, name: 'Council', position: 50 }];
    guild = await discord.guild([], { channels: [voice], roles });
    await scene.register(guild);
  });
  const path = () => `/discord/guilds/${guild.id}`;
  const byHand = async (method: string, route: string, body: object) => {
    const url = `${discord.env['DISCORD_API_URL'] ?? ''}/v10${route}`;
    const headers = {
      authorization: `Bot ${discord.env['DISCORD_BOT_TOKEN'] ?? ''}`,
      'content-type': 'application/json',
    };
    expect((await fetch(url, { method, headers, body: JSON.stringify(body) })).status).toBe(204);
  };
  const ofMessages = async () => {
    const { body } = await scene.admin.get<{ features: { feature: string }[] }>(`${path()}/doctor`);
    return body.features.find(({ feature }) => feature === 'signup_messages');
  };

  it('finds nothing, then names the channel and who is denied what, and mends it', async () => {
    expect(await ofMessages()).toMatchObject({ channel_name: 'events', permissions: [], remedy: null });
    await byHand('PUT', `/channels/${guild.channelId}/permissions/${guild.id}`, {
      type: 0,
      allow: '0',
      deny: SEND_MESSAGES,
    });
    expect(await ofMessages()).toMatchObject({
      permissions: ['Send Messages'],
      denials: [
        { permission: 'Send Messages', by: 'everyone', roles: [{ id: guild.id, name: '@everyone' }] },
      ],
      remedy: 'self',
    });
    const trial = () => scene.admin.post(`${path()}/doctor/trial`, { channel_id: guild.channelId });
    expect(await trial()).toMatchObject({
      status: 200,
      body: { ok: false, error: expect.stringContaining('50013') as string },
    });
    const mended = await scene.admin.post(`${path()}/doctor/mend`);
    expect(mended).toMatchObject({ status: 200, body: { state: 'seen', invite_url: null } });
    expect(await ofMessages()).toMatchObject({ permissions: [], denials: [] });
    expect((await trial()).body).toEqual({ ok: true, error: null });
    expect((await discord.read(guild.id)).channels.flatMap(({ messages }) => messages)).toEqual([]);
  });

  it('lists channels and roles to choose from, with what does not work', async () => {
    const channels = await scene.admin.get<{ items: { name: string }[] }>(`${path()}/channels`);
    expect(channels.body.items).toEqual([
      expect.objectContaining({ name: 'events', takes_messages: true, missing_permissions: [] }),
      expect.objectContaining({ name: 'Voice', takes_messages: false }),
    ]);
    const { items } = (
      await scene.admin.get<{ items: { name: string; obstacle: string | null }[] }>(`${path()}/roles`)
    ).body;
    const obstacleOf = (name: string) => items.find((role) => role.name === name)?.obstacle;
    expect(items.some(({ name }) => name === '@everyone')).toBe(false);
    expect([obstacleOf('Pilots'), obstacleOf('Council')]).toEqual([
      null,
      "The role stands above the bot's own.",
    ]);
  });

  it('says so where the bot has gone, or Discord does not answer', async () => {
    await discord.faults({ method: 'GET', path: '/guilds/*', status: 500, times: 4 });
    const away = await scene.admin.get(`${path()}/doctor`);
    expect(away.body).toEqual({ state: 'unknown', features: [], invite_url: null });
    await discord.control('DELETE', '/faults');
    const left = await discord.guild();
    const other = await aScene(app);
    await other.register(left);
    await byHand('DELETE', `/users/@me/guilds/${left.id}`, {});
    const gone = await other.admin.get(`/discord/guilds/${left.id}/doctor`);
    expect(gone.body).toMatchObject({
      state: 'absent',
      invite_url: expect.stringContaining(left.id) as string,
    });
    expect(await other.admin.get(`/discord/guilds/${left.id}/channels`)).toMatchObject({
      status: 409,
      body: { code: 'bot_not_there' },
    });
  });
});
