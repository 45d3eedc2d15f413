import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp, type TestUser } from '../support/app.js';
import { openDatabases } from '../support/databases.js';
import { startDiscord, type DiscordMessage, type TestDiscord, type TestGuild } from '../support/discord.js';
import { LONG } from '../support/fault-stage.js';
import { startAppProcess, type Program } from '../support/process.js';
import { aScene, type Scene } from '../support/scene.js';

// Three workers, one of them killed at random moments, lost answers and clocks that jump: every reminder comes exactly once,
// by the sandbox's count. Wants `npm run build`.

const SOON = { timeout: 150_000, interval: 500 };
const CROWD = 12;

let discord: TestDiscord;
let databases: Awaited<ReturnType<typeof openDatabases>>;
let api: TestApp;
let scene: Scene;
let servers: TestGuild[];
let crowd: TestUser[];
let clocks: string;
const workers: Program[] = [];

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
  databases = await openDatabases();
  api = await startApp({ run: 'api', env: discord.env, databases });
  clocks = await mkdtemp(path.join(tmpdir(), 'clocks-'));
  await Promise.all([startWorker(), startWorker(2_000), startWorker(-2_000)]);
  scene = await aScene(api);
  crowd = await Promise.all(Array.from({ length: CROWD }, () => api.user()));
  const members = crowd.map(({ discord_id }, index) => ({ id: discord_id, username: `pilot${index}` }));
  servers = [await discord.guild(members), await discord.guild()];
  for (const server of servers) await scene.register(server);
  const remindersOnly = { dm_opt_in: true, dm_kinds: ['reminder'] };
  for (const person of crowd) await person.patch('/users/me', remindersOnly);
});
afterAll(async () => {
  for (const { child } of workers) child.kill('SIGKILL');
  await api.close();
  await discord.close();
  await databases.drop();
  await rm(clocks, { recursive: true });
});

/** @param offset milliseconds by which its clock is wrong */
async function startWorker(offset = 0): Promise<void> {
  const clock = path.join(clocks, String(workers.length));
  await writeFile(clock, String(offset));
  const jumping = path.resolve(import.meta.dirname, '../support/jumping-clock.mjs');
  workers.push(
    startAppProcess('worker', databases, {
      ...discord.env,
      ...{ NODE_OPTIONS: `--import=${jumping}`, CLOCK_OFFSET_FILE: clock },
    }),
  );
}

async function killOne(): Promise<void> {
  const alive = workers.filter(({ child }) => child.exitCode === null && child.signalCode === null);
  const victim = alive[Math.floor(Math.random() * alive.length)];
  victim?.child.kill('SIGKILL');
  if (victim !== undefined) await once(victim.child, 'exit');
  await startWorker();
}

/** How many messages about an event each channel and person got that begin so. */
async function counts(title: string): Promise<number[]> {
  const of = (messages: readonly DiscordMessage[]) =>
    messages.filter(({ content }) => content.startsWith('⏰') && content.includes(title)).length;
  const channels = await Promise.all(servers.map(async ({ id }) => (await discord.read(id)).channels));
  const posts = channels.map((all) => of(all.flatMap(({ messages }) => messages)));
  const direct = await Promise.all(
    crowd.map(async ({ discord_id }) =>
      of(await discord.control<DiscordMessage[]>('GET', `/users/${discord_id}/dms`)),
    ),
  );
  return [...posts, ...direct];
}

async function play(title: string, rounds: number): Promise<void> {
  const raid = await scene.event({ title, reminder_offsets_minutes: [5] });
  await Promise.all(crowd.map((person) => person.post(`/events/${raid.id}/signups`, {})));
  const start = new Date(Date.now() + 5 * 60_000 + 3_000).toISOString();
  expect((await scene.admin.patch(`/events/${raid.id}`, { start_at_utc: start })).status).toBe(200);
  await discord.faults({ method: 'POST', path: '/channels/*/messages', drop: 'after', times: 6 });
  const some = async () => (await counts(title)).filter((count) => count > 0).length;
  for (let round = 1; round <= rounds; round++) {
    // Once in the middle of sending, further on while others take over.
    await expect.poll(some, SOON).toBeGreaterThan(round);
    await killOne();
  }
  const everybody = Array.from({ length: servers.length + CROWD }, () => 1);
  await expect.poll(() => counts(title), SOON).toEqual(everybody);
  const root = await api.user({ site_admin: true });
  const open = async () => {
    await root.post('/discord/jobs/process');
    const { body } = await root.get<{ status: string }[]>(
      `/discord/jobs?event_id=${raid.id}&type=reminder&limit=100`,
    );
    return body.filter(({ status }) => status === 'pending' || status === 'processing').length;
  };
  await expect.poll(open, SOON).toBe(0);
  expect(await counts(title)).toEqual(everybody);
  await discord.control('DELETE', '/faults');
}

it('each reminder comes exactly once', async () => {
  await play('Short raid', 1);
}, 180_000);

it(
  'also when workers are killed again and again, and their clocks jump',
  { tags: ['on-demand'], skip: !LONG, timeout: 3_600_000 },
  async () => {
    for (let game = 1; game <= 10; game++) {
      const jumping = setInterval(() => {
        const offset = Math.floor((Math.random() - 0.5) * 40_000);
        void writeFile(path.join(clocks, String(Math.floor(Math.random() * workers.length))), String(offset));
      }, 1_000);
      await play(`Long raid ${game}`, 4).finally(() => clearInterval(jumping));
    }
  },
);
