import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { INTERNAL_SECRET, JWT_SECRET, startApp } from '../support/app.js';
import { openDatabases, type TestDatabases } from '../support/databases.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';
import { startProgram } from '../support/process.js';
import { aScene } from '../support/scene.js';

// How the built application ends when it is told to. Wants `npm run build`.

let databases: TestDatabases;
let discord: TestDiscord;

beforeAll(async () => {
  databases = await openDatabases();
  discord = await startDiscord({ rateLimits: { enabled: false } });
});
afterAll(async () => {
  await discord.close();
  await databases.drop();
});

const environment = (run: string): Record<string, string> => ({
  ...discord.env,
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://verselink.example.org',
  RUN: run,
  PORT: '0',
  INTERNAL_PORT: '0',
  MONGODB_URI: databases.mongodbUri,
  REDIS_URL: databases.redisUrl,
  JWT_SECRET,
  INTERNAL_API_SECRET: INTERNAL_SECRET,
});

it.each(['SIGTERM', 'SIGINT'] as const)(
  'ends well on %s while it is starting',
  async (signal) => {
    // A MongoDB that takes the connection and never says a word.
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const connected = once(silent, 'connection');
    const program = startProgram('src/main.js', {
      ...environment('api,worker'),
      MONGODB_URI: `mongodb://127.0.0.1:${String(port)}/verselink`,
    });
    await connected;
    program.child.kill(signal);
    expect(await program.exitCode()).toBe(0);
    expect(program.output.stderr).toContain(`${signal}: stopping.`);
    silent.close();
  },
  90_000,
);

it('finishes the jobs under way, begins no other, and ends well with a backlog', async () => {
  const api = await startApp({ run: 'api', env: discord.env, databases });
  const scene = await aScene(api);
  const guild = await discord.guild();
  await scene.register(guild);
  for (let n = 0; n < 40; n++) await scene.event({ title: `Event of the backlog ${String(n)}` });
  // One server's requests go one by one: those under way take longer than any grace of four seconds.
  await discord.faults({ method: 'POST', path: '/guilds/*/scheduled-events', latency_ms: 400, times: 99 });
  const worker = startProgram('src/main.js', environment('worker'));
  const siteAdmin = await api.user({ site_admin: true });
  const count = async (status: string) =>
    (await siteAdmin.get<unknown[]>(`/discord/jobs?status=${status}&limit=100`)).body.length;
  await worker.printed('Running worker');
  await expect.poll(() => count('processing'), { timeout: 20_000 }).toBeGreaterThan(0);
  worker.child.kill('SIGTERM');
  expect(await worker.exitCode()).toBe(0);
  expect(worker.output.stdout).not.toContain('leaving');
  expect(await count('processing')).toBe(0);
  expect(await count('failed')).toBe(0);
  expect(await count('completed')).toBeGreaterThan(0);
  expect(await count('pending')).toBeGreaterThan(0);
  await api.close();
}, 120_000);
