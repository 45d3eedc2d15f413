import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HealthStatesRepository } from '../../src/features/health/health-states.repository.js';
import { HealthWatch } from '../../src/features/health/health-watch.js';
import { INTERNAL_SECRET, JWT_SECRET, nextDiscordId, startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { openDatabases } from '../support/databases.js';
import { startDiscord, type TestDiscord, type TestGuild } from '../support/discord.js';
import { startProgram } from '../support/process.js';

let discord: TestDiscord;
let guild: TestGuild;
let fakeBot: Server;
/** How the bot answers; healthy also while the backends start and look for the first time. */
let answer: RequestListener;
let first: TestApp;
let second: TestApp;

const says =
  (status: string, service = 'discord-bot'): RequestListener =>
  (_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ status, service, version: '1.0.0' }));
  };
const cut: RequestListener = (request) => request.socket.destroy();

beforeAll(async () => {
  discord = await startDiscord();
  guild = await discord.guild();
  answer = says('healthy');
  fakeBot = createServer((request, response) => {
    answer(request, response);
  });
  await new Promise<void>((resolve) => fakeBot.listen(0, '127.0.0.1', resolve));
  const env = {
    ...discord.env,
    BOT_INTERNAL_URL: botUrl(),
    HEALTH_ALERT_CHANNEL_ID: guild.channelId,
  };
  first = await startApp({ run: 'api', env });
  second = await startApp({ run: 'api', env, databases: first.databases });
}, 60_000);
afterAll(async () => {
  await second.stop();
  await first.close();
  fakeBot.closeAllConnections();
  fakeBot.close();
  await discord.close();
});

const botUrl = () => `http://127.0.0.1:${String((fakeBot.address() as AddressInfo).port)}`;
/** Both processes look at the same moment. */
const look = () =>
  Promise.all([first, second].map((app) => app.verselink.app.get(HealthWatch, { strict: false }).watchBot()));
const alerts = async (): Promise<string[]> =>
  (await discord.read(guild.id)).channels.flatMap(({ messages }) => messages.map(({ content }) => content));

describe('the health watch', () => {
  it('says nothing while all is well, and tells each change once, however many look', async () => {
    answer = says('healthy');
    await look();
    await look();
    expect(await alerts()).toEqual([]);

    answer = says('unhealthy');
    await look();
    await look();
    expect(await alerts()).toEqual(['❌ Bot is unhealthy: it says so itself']);

    answer = cut;
    await look();
    expect(await alerts(), 'it is still away, only in another way').toHaveLength(1);

    answer = says('healthy');
    await look();
    await look();
    const told = await alerts();
    expect(told).toHaveLength(2);
    expect(told.join('\n')).toMatch(/✅ Bot is healthy again, after \d+ s/);
  });

  it('looks twice before it believes that the bot is away', async () => {
    let left = 2;
    answer = (request, response) => {
      left -= 1;
      (left >= 0 ? cut : says('healthy'))(request, response);
    };
    const before = await alerts();
    await look();
    expect(await alerts()).toEqual(before);
  });

  it('does not take another service for the bot', async () => {
    answer = says('healthy', 'website-backend');
    await look();
    expect((await alerts()).join('\n')).toContain('❌ Bot is unhealthy: Another service than discord-bot');
  });
});

describe('a change of health that a killed process remembered and did not tell', () => {
  it('is told by the next look, once', async () => {
    const admin = await first.user({ site_admin: true });
    const subscription = { url: 'https://example.com/hook', events: ['health.changed'] };
    const { id } = (await admin.post<{ id: string }>('/webhooks', subscription)).body;
    const deliveries = async () =>
      (await admin.get<{ items: { event_id: string }[] }>(`/webhooks/${id}/deliveries`)).body.items;
    answer = says('healthy');
    await look();
    const before = await deliveries();
    const service = 'discord-bot';
    const found = {
      id: uuidv7(),
      at: new Date(Date.now() - 60_000),
      service,
      state: 'unhealthy',
      reason: 'gone',
    } as const;
    await first.verselink.app.get(HealthStatesRepository, { strict: false }).remember(found);

    await look();
    await look();
    const after = await deliveries();
    expect(after).toHaveLength(before.length + 2);
    expect(after.map(({ event_id }) => event_id)).toContain(found.id);
  });
});

describe('the first look, at the start', () => {
  const saying = async (env: Record<string, string>): Promise<string> => {
    const databases = await openDatabases();
    const program = startProgram('src/main.js', {
      ...discord.env,
      RUN: 'api',
      PORT: '0',
      INTERNAL_PORT: '0',
      MONGODB_URI: databases.mongodbUri,
      REDIS_URL: databases.redisUrl,
      JWT_SECRET,
      INTERNAL_API_SECRET: INTERNAL_SECRET,
      ...env,
    });
    await program.printed('is healthy');
    program.child.kill('SIGTERM');
    await program.exitCode();
    await databases.drop();
    return program.output.stdout;
  };

  it('is the backend looking for the bot', async () => {
    answer = says('healthy');
    const said = await saying({ BOT_INTERNAL_URL: botUrl() });
    expect(said).toContain('"level":"info"');
    expect(said).toMatch(/Checking bot health\.\.\.[^]*✅ Bot is healthy/);
  });

  it('is the bot looking for the backend, which may be starting too', async () => {
    let left = 1;
    answer = (request, response) => {
      left -= 1;
      (left >= 0 ? cut : says('healthy', 'website-backend'))(request, response);
    };
    const said = await saying({ RUN: 'bot', BACKEND_INTERNAL_URL: botUrl() });
    expect(said).toMatch(/Checking backend health\.\.\.[^]*✅ Backend is healthy/);
    expect(said).not.toContain('❌');
  });
});

describe('people in Slack', () => {
  it('are told by HEALTH_ALERT_WEBHOOK_URL, also at the second try', async () => {
    const texts: string[] = [];
    const slack = createServer((request, response) => {
      void readText(request).then((text) => {
        texts.push((JSON.parse(text) as { text: string }).text);
        response.statusCode = texts.length === 1 ? 503 : 200;
        response.end('ok');
      });
    });
    await new Promise<void>((resolve) => slack.listen(0, '127.0.0.1', resolve));
    const HEALTH_ALERT_WEBHOOK_URL = `http://127.0.0.1:${String((slack.address() as AddressInfo).port)}/T1/B2`;
    answer = says('unhealthy');
    const third = await startApp({ env: { BOT_INTERNAL_URL: botUrl(), HEALTH_ALERT_WEBHOOK_URL } });
    await third.verselink.app.get(HealthWatch, { strict: false }).watchBot();
    expect(texts).toEqual(Array(2).fill('❌ Bot is unhealthy: it says so itself'));
    await third.close();
    slack.closeAllConnections();
    slack.close();
  });
});

describe('a change of health while Redis is away', () => {
  it('is written for every subscriber all the same', async () => {
    const { databases } = first;
    const nowhere = { ...databases, redisUrl: 'redis://127.0.0.1:1' };
    const env = { ...discord.env, BOT_INTERNAL_URL: 'http://127.0.0.1:1' };
    answer = says('healthy');
    await look();
    const admin = await first.user({ site_admin: true });
    const subscription = { url: 'https://example.com/hook', events: ['health.changed'] };
    const { id } = (await admin.post<{ id: string }>('/webhooks', subscription)).body;
    const cutOff = await startApp({ run: 'api', env, databases: nowhere });
    await cutOff.verselink.app.get(HealthWatch, { strict: false }).watchBot();
    await cutOff.stop();
    const { items } = (await admin.get<{ items: { type: string }[] }>(`/webhooks/${id}/deliveries`)).body;
    expect(items).toMatchObject([{ type: 'health.changed' }]);
  });
});

describe('GET /metrics', () => {
  const read = (bearer?: string, url = first.internalUrl) => new Client(url, bearer).get<string>('/metrics');

  it('shows figures to holders of the secret, on the private listener of every process', async () => {
    const { status, headers, body } = await read(INTERNAL_SECRET);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/plain; version=0.0.4');
    for (const name of [
      'process_cpu_seconds_total',
      'verselink_health_state{service="discord-bot"} 0',
      'verselink_health_check_seconds_count{service="discord-bot"}',
      'verselink_queue_jobs{state="waiting"}',
      'verselink_jobs_total',
      'verselink_interaction_ack_seconds',
      'verselink_discord_requests_total{method="POST",route="',
    ]) {
      expect(body).toContain(name);
    }
  });

  it('shows them to nobody else, and nowhere else', async () => {
    expect((await read()).body).toEqual({ error: 'Missing Authorization header' });
    expect((await read('x'.repeat(32))).status).toBe(403);
    expect((await read(INTERNAL_SECRET, first.url)).status).toBe(404);
  });
});

describe('the name of a request', () => {
  it('is kept when it came with one, and made when it did not or was odd', async () => {
    const send = async (id?: string) => {
      const init = id === undefined ? {} : { headers: { 'x-request-id': id } };
      return (await first.anyone.raw('GET', '/discord/health', init)).headers.get('x-request-id');
    };
    const given = nextDiscordId();
    expect(await send(given)).toBe(given);
    expect(await send()).toMatch(/^[\da-f-]{36}$/);
    expect(await send('two words, "quoted"')).toMatch(/^[\da-f-]{36}$/);
    expect(await send('x'.repeat(129))).toMatch(/^[\da-f-]{36}$/);
  });
});
