import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTERNAL_SECRET, JWT_SECRET, nextDiscordId } from '../support/app.js';
import { Client } from '../support/client.js';
import { openDatabases, type TestDatabases } from '../support/databases.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';
import { eventually } from '../support/eventually.js';
import { type Program, startProgram } from '../support/process.js';

// Backend and bot as two processes that find each other over HTTP, and everything that they log.

const EMAIL = 'pilot@example.com';
const GUILD = '1394001780148535387';
const NOISY = { LOG_LEVEL: 'trace', NODE_ENV: 'production', PUBLIC_URL: 'https://verselink.example.org' };

let databases: TestDatabases;
let discord: TestDiscord;
let backend: Program;
let bot: Program;
let botPort: number;
let toBackend: Client;
let toBot: Client;
let token: string;
const member = nextDiscordId();

const environment = (): Record<string, string> => ({
  ...NOISY,
  ...discord.env,
  MONGODB_URI: databases.mongodbUri,
  REDIS_URL: databases.redisUrl,
  JWT_SECRET,
  RATE_LIMIT: 'off',
  INTERNAL_API_SECRET: INTERNAL_SECRET,
  MAIN_GUILD_ID: GUILD,
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '::');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function startBot(backendUrl: string): Promise<Program> {
  const env = {
    ...environment(),
    RUN: 'bot',
    INTERNAL_PORT: String(botPort),
    BACKEND_INTERNAL_URL: backendUrl,
  };
  const program = startProgram('src/main.js', env);
  await program.printed('Internal API running on port');
  return program;
}

beforeAll(async () => {
  databases = await openDatabases();
  discord = await startDiscord();
  await discord.control('POST', '/guilds', {
    id: GUILD,
    name: 'Main server',
    members: [{ id: member, username: 'nova' }],
    channels: [{ name: 'general', type: 0 }],
    roles: [],
  });
  botPort = await freePort();
  const env = {
    ...environment(),
    RUN: 'api,worker',
    PORT: '0',
    INTERNAL_PORT: '0',
    BOT_INTERNAL_URL: `http://127.0.0.1:${String(botPort)}`,
  };
  backend = startProgram('src/main.js', env);
  await backend.printed('public port');
  const port = String(/public port (\d+)/.exec(backend.output.stdout)?.[1]);
  // Towards the backend over IPv6, towards the bot over IPv4.
  bot = await startBot(`http://[::1]:${port}`);
  toBackend = new Client(`http://127.0.0.1:${port}`, INTERNAL_SECRET);
  toBot = new Client(`http://[::1]:${String(botPort)}`, INTERNAL_SECRET);
  const args = ['--discord-id', member, '--site-admin'];
  const issued = startProgram('src/cli/token.js', environment(), args);
  await issued.exitCode();
  token = issued.output.stdout.trim();
}, 60_000);
afterAll(async () => {
  for (const program of [bot, backend]) {
    program.child.kill('SIGKILL');
    await program.exitCode();
  }
  await discord.close();
  await databases.drop();
});

const admin = () => new Client(toBackendUrl(), token);
const toBackendUrl = () => `http://127.0.0.1:${String(/public port (\d+)/.exec(backend.output.stdout)?.[1])}`;
const eventsOf = async (discordId: string): Promise<number> =>
  (await admin().get<{ items: unknown[] }>(`/discord/bot-events?discord_id=${discordId}`)).body.items.length;
const join = async (): Promise<string> => {
  const newcomer = nextDiscordId();
  await discord.control('PUT', `/guilds/${GUILD}/members/${newcomer}`, { username: 'newbie' });
  return newcomer;
};
const lines = (program: Program) =>
  program.output.stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { msg?: string; request_id?: string });

describe('a split run', () => {
  it('brings what happens on Discord from the bot to the backend', async () => {
    const newcomer = await join();
    await expect.poll(() => eventsOf(newcomer)).toBe(1);
  });

  it('goes on after the bot was killed and brought back', async () => {
    bot.child.kill('SIGKILL');
    await bot.exitCode();
    await expect(toBot.get('/internal/health')).rejects.toThrow();
    const before = bot.output.stdout;
    bot = await startBot(toBackendUrl().replace('127.0.0.1', 'localhost'));
    bot.output.stdout = before + bot.output.stdout;
    // It stands by until the lease of the one that was killed has run out.
    const health = async () => (await toBot.get('/internal/health')).body;
    await expect
      .poll(health)
      .toEqual({ status: 'healthy', service: 'discord-bot', version: expect.any(String) as string });
    const newcomer = await join();
    await expect.poll(() => eventsOf(newcomer)).toBe(1);
  });

  it('logs the texts of the seeds, and one name for a request on both sides', async () => {
    const notice = {
      discord_id: member,
      action: 'subscription_created',
      plan: 'moddy_max',
      metadata: { email: EMAIL, customer_id: 'cus_ABC123' },
    };
    const json = { 'content-type': 'application/json' };
    const body = JSON.stringify(notice);
    await toBot.raw('POST', '/internal/notify', {
      body,
      headers: { ...json, 'x-request-id': 'split-run-1' },
    });
    await toBackend.post('/internal/event/notify', {
      event_type: 'member_joined',
      discord_id: member,
      metadata: { email: EMAIL, token },
    });
    await new Client(toBackendUrl(), 'wrong-secret-here').post('/internal/event/notify', {});
    const texts = () => [...lines(backend), ...lines(bot)].map(({ msg }) => msg ?? '').join('\n');
    for (const text of [
      `📩 Événement reçu du bot: type=member_joined, discord_id=${member}`,
      '✅ Événement traité: member_joined',
      `📩 Notification reçue pour discord_id=${member}, action=subscription_created`,
      `✅ Notification envoyée à nova (${member})`,
      `Internal API running on port ${String(botPort)}`,
      'Health check received from backend',
      'Invalid authentication attempt on /internal/event/notify',
    ]) {
      // A line reaches us through a pipe, some time after the answer.
      await eventually(() => {
        expect(texts()).toContain(text);
      });
    }
    await eventually(() => {
      const named = lines(bot).filter(({ request_id }) => request_id === 'split-run-1');
      expect(named.map(({ msg }) => msg)).toContain('Discord answered');
    });
    const received = lines(backend).filter(({ msg }) => msg?.startsWith('📩 Événement') === true);
    expect(received.every(({ request_id }) => request_id !== undefined)).toBe(true);
  });

  it('logs no secret, token or email in a busy run', async () => {
    await admin().patch('/users/me', { email: EMAIL });
    await toBackend.post('/internal/user/info', { discord_id: member });
    await admin().get(`/users/me?token=${token}`);
    await new Client(toBackendUrl(), `${token}x`).get('/users/me');
    await discord.faults({ path: '/channels/*', status: 500, times: 2 });
    await toBot.post('/internal/notify', {
      discord_id: member,
      action: 'plan_upgraded',
      metadata: { email: EMAIL },
    });
    const everything = [backend, bot].map(({ output }) => output.stdout + output.stderr).join('');
    expect(everything.length).toBeGreaterThan(5_000);
    for (const secret of [
      INTERNAL_SECRET,
      JWT_SECRET,
      discord.env['DISCORD_BOT_TOKEN'] ?? '',
      token,
      token.slice(token.lastIndexOf('.')),
      EMAIL,
      'wrong-secret-here',
    ]) {
      expect(everything.includes(secret), secret.slice(0, 8)).toBe(false);
    }
    expect(everything).not.toMatch(/[\w.]+@example\.com/);
  });
});
