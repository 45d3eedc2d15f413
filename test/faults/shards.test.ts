import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  INTERNAL_SECRET,
  JWT_SECRET,
  nextDiscordId,
  startApp,
  type TestApp,
  type TestUser,
} from '../support/app.js';
import { Client } from '../support/client.js';
import { openDatabases } from '../support/databases.js';
import {
  startDiscord,
  type Acknowledged,
  type DiscordMessage,
  type TestDiscord,
  type TestGuild,
} from '../support/discord.js';
import { eventually } from '../support/eventually.js';
import { openProxy } from '../support/tcp-proxy.js';
import { type Program, startProgram } from '../support/process.js';
import { aScene, mirrorsOf, type Scene } from '../support/scene.js';

// Several processes with `bot` at once: who is connected, and that everything happens once. Wants `npm run build`.

interface Health {
  readonly status: string;
  readonly gateway?: string;
}

/** A process of the bot. */
interface Bot {
  readonly program: Program;
  readonly internal: Client;
}

let discord: TestDiscord;
let backend: TestApp;
let scene: Scene;
let siteAdmin: TestUser;
const bots: Bot[] = [];

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { identifyWindowMs: 1 } });
  backend = await startApp({ run: 'api,worker', env: discord.env });
  scene = await aScene(backend);
  siteAdmin = await backend.user({ site_admin: true });
}, 60_000);
afterAll(async () => {
  await stopBots();
  await backend.close();
  await discord.close();
});

async function startBot(env: Record<string, string> = {}): Promise<Bot> {
  const program = startProgram('src/main.js', {
    ...discord.env,
    NODE_ENV: 'test',
    RUN: 'bot',
    INTERNAL_PORT: '0',
    BACKEND_INTERNAL_URL: backend.url,
    MONGODB_URI: backend.databases.mongodbUri,
    REDIS_URL: backend.databases.redisUrl,
    JWT_SECRET,
    INTERNAL_API_SECRET: INTERNAL_SECRET,
    ...env,
  });
  await program.printed('Running bot');
  const port = /Internal API running on port (\d+)/.exec(program.output.stdout)?.[1] ?? '';
  const bot = { program, internal: new Client(`http://127.0.0.1:${port}`, INTERNAL_SECRET) };
  bots.push(bot);
  return bot;
}

async function stop({ program }: Bot, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  program.child.kill(signal);
  await program.exitCode();
}

async function stopBots(): Promise<void> {
  await Promise.all(bots.splice(0).map((bot) => stop(bot)));
}

/** `connected`, `standby` or `away`, in words of health. */
async function roleOf({ internal }: Bot): Promise<string> {
  const { status, gateway } = (await internal.get<Health>('/internal/health')).body;
  expect((await internal.get('/health/ready')).status).toBe(status === 'healthy' ? 200 : 503);
  return gateway ?? (status === 'healthy' ? 'connected' : 'away');
}

const healthOf = async ({ internal }: Bot) => (await internal.get<Health>('/internal/health')).body.status;

const rolesOf = async (...asked: readonly Bot[]) => (await Promise.all(asked.map(roleOf))).sort();

/** Takes the one that is connected from the list. */
async function takeHolder(): Promise<Bot> {
  const roles = await Promise.all(bots.map(roleOf));
  const [holder] = bots.splice(roles.indexOf('connected'), 1);
  if (holder === undefined) throw new Error('none is connected');
  return holder;
}

/** A server whose events the given members can sign up for, and the message of a new event there. */
async function aGuild(count: number, id?: string): Promise<TestGuild> {
  const members = Array.from({ length: count }, (_, index) => ({ username: `pilot${String(index)}` }));
  const guild = await discord.guild(members, id === undefined ? {} : { id });
  await scene.register(guild);
  return guild;
}

async function anEvent(guild: TestGuild): Promise<{ id: string; message: DiscordMessage }> {
  const { id } = await scene.event();
  return eventually(async () => {
    const [message] = (await mirrorsOf(discord, guild, id)).messages;
    if (message === undefined) throw new Error('the event has no message yet');
    return { id, message };
  });
}

const clickAll = (message: DiscordMessage, memberIds: readonly string[], label: string) =>
  Promise.all(memberIds.map((member) => discord.click(message, member, label)));

/** First answers to interactions, with what Discord said of them. */
async function callbacks(): Promise<number[]> {
  const requests = await discord.requests();
  return requests.filter(({ path }) => path.endsWith('/callback')).map(({ status }) => status);
}

/** What was said; of an answer that takes longer, once it is there. */
const contentsOf = (answers: readonly Acknowledged[]) =>
  Promise.all(
    answers.map(({ interaction_id }) =>
      eventually(async () => {
        const now = await discord.control<Acknowledged>('GET', `/interactions/${interaction_id}`);
        const content = now.message?.content ?? now.data?.content ?? String(now.failed);
        if (content === '') throw new Error('there is no answer yet');
        return content;
      }),
    ),
  );

async function reportsOf(member: string, type: string): Promise<number> {
  const query = `discord_id=${member}&event_type=${type}`;
  return (await siteAdmin.get<{ items: unknown[] }>(`/discord/bot-events?${query}`)).body.items.length;
}

/** Waits until a report of everybody is there, and for as long again; then tells how many there are of each. */
async function reportsOfAll(members: readonly string[], type: string): Promise<number[]> {
  const counts = () => Promise.all(members.map((member) => reportsOf(member, type)));
  await expect.poll(async () => Math.min(...(await counts())), { timeout: 15_000 }).toBeGreaterThan(0);
  // One more report of each comes last: by then a second one of those before would be there.
  const last = nextDiscordId();
  const guild = await discord.guild();
  await discord.control('PUT', `/guilds/${guild.id}/members/${last}`, { username: 'last' });
  await expect.poll(() => reportsOf(last, 'member_joined'), { timeout: 15_000 }).toBe(1);
  return counts();
}

describe('one shard, three processes', () => {
  afterAll(stopBots);

  it('is connected in one, and the others say that they stand by', async () => {
    const three = [await startBot(), await startBot(), await startBot()];
    await expect
      .poll(() => rolesOf(...three), { timeout: 10_000 })
      .toEqual(['connected', 'standby', 'standby']);
  });

  it('answers 40 clicks 40 times', async () => {
    const guild = await aGuild(40);
    const { id, message } = await anEvent(guild);
    const before = (await callbacks()).length;
    const answers = await clickAll(message, guild.memberIds, "S'inscrire");
    expect((await contentsOf(answers)).filter((content) => content.startsWith('✅'))).toHaveLength(40);
    const statuses = (await callbacks()).slice(before);
    expect(statuses).toHaveLength(40);
    expect(statuses.every((status) => status < 300)).toBe(true);
    const { body } = await scene.admin.get<{ confirmed_count: number }>(`/events/${id}`);
    expect(body.confirmed_count).toBe(40);
  });

  it('hands over at once when the process stops in order', async () => {
    await stop(await takeHolder());
    await expect.poll(() => rolesOf(...bots), { timeout: 8_000 }).toEqual(['connected', 'standby']);
  });

  it('goes over to a spare within 15 s of a kill, and no click counts twice', async () => {
    const guild = await aGuild(60);
    const { id, message } = await anEvent(guild);
    const before = (await callbacks()).length;
    const holder = await takeHolder();
    const clicks: Promise<Acknowledged>[] = [];
    for (const member of guild.memberIds) {
      clicks.push(discord.click(message, member, "S'inscrire"));
      if (clicks.length === 20) await stop(holder, 'SIGKILL');
    }
    await expect.poll(() => rolesOf(...bots), { timeout: 15_000 }).toEqual(['connected']);
    const answers = await Promise.all(clicks);
    const answered = answers.filter(({ failed }) => failed === null);
    expect((await callbacks()).length - before).toBe(answered.length);
    const again = await clickAll(message, guild.memberIds, "S'inscrire");
    expect(again.map(({ failed }) => failed)).toEqual(again.map(() => null));
    const { body } = await scene.admin.get<{ confirmed_count: number }>(`/events/${id}`);
    expect(body.confirmed_count).toBe(60);
  }, 60_000);

  it('does nothing any more when a process wakes up that slept through its lease', async () => {
    const guild = await aGuild(20);
    const { message } = await anEvent(guild);
    const sleeper = await takeHolder();
    sleeper.program.child.kill('SIGSTOP');
    const spare = await startBot();
    await expect.poll(() => roleOf(spare), { timeout: 20_000 }).toBe('connected');
    const before = (await callbacks()).length;
    // Discord tells both; the one that sleeps reads it when it wakes up.
    const answers = await clickAll(message, guild.memberIds, "S'inscrire");
    sleeper.program.child.kill('SIGCONT');
    bots.push(sleeper);
    await expect.poll(() => rolesOf(...bots), { timeout: 15_000 }).toEqual(['connected', 'standby']);
    expect((await contentsOf(answers)).filter((content) => content.startsWith('✅'))).toHaveLength(20);
    expect((await callbacks()).length - before).toBe(20);
  }, 60_000);
});

describe('while Redis is away', () => {
  afterAll(stopBots);

  it('who is connected goes on, a spare says that it could not take over, and both go on afterwards', async () => {
    const url = new URL(backend.databases.redisUrl);
    const proxy = await openProxy(() => ({ host: url.hostname, port: Number(url.port) }));
    const behind = { REDIS_URL: `redis://127.0.0.1:${String(proxy.port)}${url.pathname}` };
    await startBot(behind);
    await startBot(behind);
    await expect.poll(() => rolesOf(...bots), { timeout: 15_000 }).toEqual(['connected', 'standby']);
    const guild = await aGuild(5);
    const { message } = await anEvent(guild);
    proxy.cut();
    const redis = new Redis(backend.databases.redisUrl);
    // The lease has run out, and nobody could renew it.
    await expect.poll(() => redis.exists('gateway:shard:0'), { timeout: 20_000 }).toBe(0);
    redis.disconnect();
    expect(await Promise.all(bots.map(healthOf))).toEqual(expect.arrayContaining(['healthy', 'unhealthy']));
    const before = (await callbacks()).length;
    const answers = await clickAll(message, guild.memberIds, "S'inscrire");
    expect((await contentsOf(answers)).filter((content) => content.startsWith('✅'))).toHaveLength(5);
    expect((await callbacks()).length - before).toBe(5);
    await proxy.restore();
    await expect.poll(() => rolesOf(...bots), { timeout: 20_000 }).toEqual(['connected', 'standby']);
    const again = await clickAll(message, guild.memberIds, 'Se désinscrire');
    expect(again.map(({ failed }) => failed)).toEqual(again.map(() => null));
    proxy.cut();
  }, 90_000);
});

describe('two shards', () => {
  afterEach(stopBots);

  // Discord counts servers by the time in their ids, which the last 22 bits are not.
  const idOnShard = (shard: bigint) =>
    String(((BigInt(nextDiscordId()) << 23n) % 2n ** 62n) + (shard << 22n));

  it.each([1, 2])(
    'are held by %i processes, and each server is answered once',
    async (processes) => {
      const SHARDS = { DISCORD_SHARDS: '2' };
      for (let n = 0; n < processes; n++) await startBot(SHARDS);
      const guilds = [await aGuild(10, idOnShard(0n)), await aGuild(10, idOnShard(1n))];
      await expect.poll(() => rolesOf(...bots), { timeout: 15_000 }).toEqual(bots.map(() => 'connected'));
      for (const guild of guilds) {
        const { message } = await anEvent(guild);
        const before = (await callbacks()).length;
        const answers = await clickAll(message, guild.memberIds, "S'inscrire");
        expect(answers.map(({ failed }) => failed)).toEqual(answers.map(() => null));
        expect((await callbacks()).length - before).toBe(10);
        const newcomer = nextDiscordId();
        await guild.admit(newcomer, []);
        expect(await reportsOfAll([newcomer], 'member_joined')).toEqual([1]);
      }
      await stopBots();
    },
    90_000,
  );
});

describe('two connections of one shard, while one process follows another', () => {
  let guild: TestGuild;

  beforeAll(async () => {
    // Of each other's leases they know nothing: each has a Redis of its own.
    const other = await openDatabases();
    await startBot();
    await startBot({ REDIS_URL: other.redisUrl });
    guild = await aGuild(40);
    await eventually(async () => {
      expect(await rolesOf(...bots)).toEqual(['connected', 'connected']);
    });
  }, 60_000);
  afterAll(stopBots);

  it('tell every member the truth, once', async () => {
    const { id, message } = await anEvent(guild);
    const signedUp = await clickAll(message, guild.memberIds, "S'inscrire");
    expect((await contentsOf(signedUp)).filter((content) => !content.startsWith('✅'))).toEqual([]);
    const left = await clickAll(message, guild.memberIds, 'Se désinscrire');
    expect(new Set(await contentsOf(left)).size).toBe(1);
    expect(left.every(({ failed }) => failed === null)).toBe(true);
    const { body } = await scene.admin.get<Record<string, number>>(`/events/${id}`);
    expect(body).toMatchObject({ confirmed_count: 0, waitlist_count: 0 });
  });

  it('carry a command out once', async () => {
    await guild.admit(scene.admin.discord_id);
    const before = (await callbacks()).length;
    const answer = await discord.control<Acknowledged>('POST', '/interactions/command', {
      guild_id: guild.id,
      channel_id: guild.channelId,
      user_id: scene.admin.discord_id,
      name: 'event',
      options: [
        {
          name: 'create',
          type: 1,
          options: [
            { name: 'title', type: 3, value: 'Only one of these' },
            { name: 'when', type: 3, value: 'demain 20h' },
          ],
        },
      ],
    });
    expect(answer.failed).toBeNull();
    expect(JSON.stringify(answer)).toContain('Only one of these');
    const { body } = await scene.admin.get<{ items: { title: string }[] }>(
      `/events?org_id=${scene.orgId}&limit=100`,
    );
    expect(body.items.filter(({ title }) => title === 'Only one of these')).toHaveLength(1);
    expect((await callbacks()).length - before).toBe(1);
  });

  it('report what happens once', async () => {
    const members = Array.from({ length: 10 }, nextDiscordId);
    for (const member of members) await guild.admit(member, []);
    expect(await reportsOfAll(members, 'member_joined')).toEqual(members.map(() => 1));
    for (const member of members) await guild.admit(member, [guild.pilotRoleId]);
    expect(await reportsOfAll(members, 'role_updated')).toEqual(members.map(() => 1));
    for (const member of members) {
      await discord.control('DELETE', `/guilds/${guild.id}/members/${member}`);
    }
    expect(await reportsOfAll(members, 'member_left')).toEqual(members.map(() => 1));
  }, 60_000);
});
