import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTERNAL_SECRET, nextDiscordId, startApp, type TestApp, type TestUser } from '../support/app.js';
import { startDiscord, type DiscordGuild, type TestDiscord, type TestGuild } from '../support/discord.js';
import { startProgram } from '../support/process.js';
import { aScene } from '../support/scene.js';

interface EventRow {
  readonly id: string;
  readonly event_type: string;
  readonly discord_id: string;
  readonly guild_id: string | null;
  readonly command: string | null;
  readonly success: boolean | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly processed_at: string | null;
  readonly error: string | null;
}

let discord: TestDiscord;
let backend: TestApp;
let bot: TestApp;
let admin: TestUser;
let guild: TestGuild;
let owner: TestUser;

beforeAll(async () => {
  discord = await startDiscord();
  backend = await startApp({ run: 'api,worker', env: discord.env });
  const { databases } = backend;
  const env = {
    ...discord.env,
    BACKEND_INTERNAL_URL: backend.url,
    DISCORD_MESSAGE_CONTENT_INTENT: 'true',
  };
  bot = await startApp({ run: 'bot', env, databases });
  admin = await backend.user({ site_admin: true });
  guild = await discord.guild([{ username: 'ada' }, { username: 'bob' }]);
  const scene = await aScene(backend);
  await scene.register(guild);
  owner = scene.admin;
}, 60_000);
afterAll(async () => {
  await bot.stop();
  await backend.close();
  await discord.close();
});

const list = async (query: string): Promise<readonly EventRow[]> => {
  const { status, body } = await admin.get<{ items: EventRow[] }>(`/discord/bot-events?${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.items;
};
/** Waits until an event is there and everything that follows from it is done. */
const processed = async (query: string): Promise<EventRow> => {
  await expect
    .poll(async () => (await list(query))[0]?.processed_at, { timeout: 20_000, interval: 100 })
    .toBeTypeOf('string');
  const [event] = await list(query);
  if (event === undefined) throw new Error('no event');
  return event;
};
const contents = async (): Promise<string[]> => {
  const { channels } = await discord.read(guild.id);
  return channels.flatMap(({ messages }) => messages.map(({ content }) => content));
};
const settings = (body: object) => owner.patch(`/discord/guilds/${guild.id}`, body);
const join = (userId: string, body: object = { username: 'newbie' }) =>
  discord.control('PUT', `/guilds/${guild.id}/members/${userId}`, body);

describe('what the bot reports', () => {
  it('reports that a member joined, and welcomes nobody where nobody asked for it', async () => {
    const member = nextDiscordId();
    await join(member);
    const event = await processed(`discord_id=${member}`);
    expect(event).toMatchObject({
      event_type: 'member_joined',
      guild_id: guild.id,
      metadata: { guild_id: guild.id, guild_name: 'Test server', username: 'newbie' },
      error: null,
    });
    expect((await contents()).join()).not.toContain(member);
  });

  it('welcomes a new member where the server wants it, pinging only them', async () => {
    const changed = await settings({
      welcome_enabled: true,
      welcome_channel_id: guild.channelId,
      welcome_message: 'Salut {user}, bienvenue sur {server} ! @everyone',
    });
    expect(changed).toMatchObject({ status: 200, body: { welcome_enabled: true } });
    const member = nextDiscordId();
    await join(member);
    await processed(`discord_id=${member}&event_type=member_joined`);
    const { channels } = await discord.read(guild.id);
    const welcomes = channels
      .flatMap(({ messages }) => messages)
      .filter(({ content }) => content.includes(member)) as unknown as {
      content: string;
      mention_everyone: boolean;
      mentions: { id: string }[];
    }[];
    expect(welcomes).toHaveLength(1);
    expect(welcomes[0]).toMatchObject({
      content: `Salut <@${member}>, bienvenue sur Test server ! @everyone`,
      mention_everyone: false,
      mentions: [{ id: member }],
    });
  });

  it('says plainly when a welcome cannot be sent', async () => {
    await discord.faults({ path: '/channels/*/messages', status: 404, code: 10003, times: 1 });
    const member = nextDiscordId();
    await join(member);
    expect((await processed(`discord_id=${member}`)).error).toMatch(/10003/);
    const query = `type=bot_event&guild_id=${guild.id}&status=failed`;
    const { body } = await admin.get<{ error_message: string }[]>(`/discord/jobs?${query}`);
    expect(body.map(({ error_message }) => error_message)).toEqual([expect.stringContaining('10003')]);
    await settings({ welcome_enabled: false });
  });

  it('reports that a member left', async () => {
    const member = nextDiscordId();
    await join(member);
    await processed(`discord_id=${member}&event_type=member_joined`);
    await discord.control('DELETE', `/guilds/${guild.id}/members/${member}`);
    expect(await processed(`discord_id=${member}&event_type=member_left`)).toMatchObject({
      guild_id: guild.id,
      metadata: { reason: 'left' },
    });
  });

  it('reports which roles a member got and lost', async () => {
    const server = await discord.control<DiscordGuild & { roles: { id: string }[] }>('POST', '/guilds', {
      name: 'With roles',
      members: [{ username: 'carl', roles: ['Old'] }],
      channels: [{ name: 'general', type: 0 }],
      roles: [{ name: 'Old' }, { name: 'New' }],
    });
    const roleIds = server.roles.filter(({ id }) => id !== server.id).map(({ id }) => id);
    const carl = server.members.find(({ user }) => user.username === 'carl')?.user.id ?? '';
    await discord.control('PUT', `/guilds/${server.id}/members/${carl}`, { roles: ['New'] });
    const event = await processed(`discord_id=${carl}&event_type=role_updated`);
    const { added_roles, removed_roles } = event.metadata as {
      added_roles: string[];
      removed_roles: string[];
    };
    expect([added_roles.length, removed_roles.length]).toEqual([1, 1]);
    expect(roleIds).toEqual(expect.arrayContaining([...added_roles, ...removed_roles]));
    expect(event.guild_id).toBe(server.id);
  });

  it('reports which command was used and how it ended, after the member has their answer', async () => {
    const [ada = ''] = guild.memberIds;
    const use = (name: string, options?: object) =>
      discord.control<{ failed: string | null }>('POST', '/interactions/command', {
        guild_id: guild.id,
        channel_id: guild.channelId,
        user_id: ada,
        name,
        ...(options && { options }),
      });
    expect((await use('my events')).failed).toBeNull();
    expect(await processed(`discord_id=${ada}&command=/my events`)).toMatchObject({
      event_type: 'command_used',
      command: 'my events',
      success: true,
      metadata: { command: '/my events', channel_id: guild.channelId, guild_id: guild.id },
    });
    expect((await use('event show', { event: 'no-such-event' })).failed).toBeNull();
    expect(await processed(`discord_id=${ada}&command=event show`)).toMatchObject({ success: false });
  });

  it('counts messages only where the server switched it on, and never what they say', async () => {
    const [ada = '', bob = ''] = guild.memberIds;
    const write = (userId: string, content: string) =>
      discord.control('POST', '/messages', { channel_id: guild.channelId, user_id: userId, content });
    await write(ada, 'before it was switched on');
    expect((await settings({ message_tracking_enabled: true })).status).toBe(200);
    // The bot hears of the setting within ten seconds.
    await expect
      .poll(
        async () => {
          await write(bob, 'Hello there');
          return (await list(`discord_id=${bob}&event_type=message_sent`)).length;
        },
        { timeout: 25_000, interval: 1_000 },
      )
      .toBeGreaterThan(0);
    const [event] = await list(`discord_id=${bob}&event_type=message_sent`);
    expect(event?.metadata).toEqual({
      guild_id: guild.id,
      channel_id: guild.channelId,
      message_length: 11,
      has_attachments: false,
    });
    expect(await list(`discord_id=${ada}&event_type=message_sent`)).toEqual([]);
  }, 40_000);

  it('answers members as ever while the backend is away', async () => {
    await bot.stop();
    const lonely = startProgram('src/main.js', {
      ...discord.env,
      NODE_ENV: 'test',
      RUN: 'bot',
      INTERNAL_PORT: '0',
      BACKEND_INTERNAL_URL: 'http://127.0.0.1:9',
      MONGODB_URI: backend.databases.mongodbUri,
      REDIS_URL: backend.databases.redisUrl,
      INTERNAL_API_SECRET: INTERNAL_SECRET,
    });
    await lonely.printed('Connected to Discord');
    const [ada = ''] = guild.memberIds;
    const answer = await discord.control<{ failed: string | null; data: { content: string } | null }>(
      'POST',
      '/interactions/command',
      { guild_id: guild.id, channel_id: guild.channelId, user_id: ada, name: 'my events' },
    );
    lonely.child.kill('SIGKILL');
    await lonely.exitCode();
    expect(answer.failed).toBeNull();
    expect(answer.data?.content).not.toContain('erreur');
  });
});
