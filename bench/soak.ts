import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { createConnection } from 'mongoose';
import { Pool } from 'undici';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../local/processes/ports.js';
import { INTERNAL_SECRET, JWT_SECRET, startApp, type TestApp, type TestUser } from '../test/support/app.js';
import { openDatabases, type TestDatabases } from '../test/support/databases.js';
import { startDiscord, type TestDiscord } from '../test/support/discord.js';
import { startProgram, type Program } from '../test/support/process.js';
import { aScene, type Scene } from '../test/support/scene.js';
import { percentile, rounded } from './support/times.js';

/**
 * Twice as many signups as the process can take, for ten minutes or `SOAK_SECONDS`; in the first half it is killed or told to stop
 * again and again. Nothing that was answered with 201 may be lost, memory stays flat, and while a process stands `/health/live` answers
 * within a second on the private listener, where supervisors ask. The public one has a queue of its own: Node.js takes in one new
 * connection in a turn of its loop, and after a restart everybody's come at once.
 *
 *     npm run build && SOAK_SECONDS=120 npx vitest run --config bench/vitest.config.ts soak
 */
const SECONDS = Number(process.env['SOAK_SECONDS'] ?? 600);
const RESTARTS = Math.max(2, Math.round(SECONDS / 60));
const USERS = 900;
/** An organization makes no more events than these; then there is another one. */
const EVENTS = 900;
/** Clients that find out how much the process can take, and for how long they try. */
const CLIENTS = 32;
const TRIAL_MS = 8_000;
/** More requests than these are not kept waiting by the one who sends them. */
const IN_FLIGHT = 1_500;
const TICK_MS = 20;

let databases: TestDatabases;
let discord: TestDiscord;
let setting: TestApp;
let scene: Scene;
let users: TestUser[];
let port: number;
let internalPort: number;
let pool: Pool;
let program: Program;

const environment = () => ({
  NODE_ENV: 'production',
  RUN: 'api,bot,worker',
  PORT: String(port),
  INTERNAL_PORT: String(internalPort),
  MONGODB_URI: databases.mongodbUri,
  REDIS_URL: databases.redisUrl,
  PUBLIC_URL: 'https://verselink.example',
  JWT_SECRET,
  INTERNAL_API_SECRET: INTERNAL_SECRET,
  RATE_LIMIT: 'off',
  ...discord.env,
});

async function start(): Promise<void> {
  program = startProgram('src/main.js', environment());
  await program.printed('public port');
}

beforeAll(async () => {
  databases = await openDatabases();
  discord = await startDiscord({ rateLimits: { enabled: false } });
  port = await freePort();
  internalPort = await freePort();
  setting = await startApp({ databases, env: discord.env });
  scene = await aScene(setting);
  const guild = await discord.guild();
  await scene.register(guild);
  users = await Promise.all(
    Array.from({ length: USERS }, (_, index) => setting.user({ handle: `soak${String(index)}` })),
  );
  pool = new Pool(`http://127.0.0.1:${String(port)}`, { connections: 128, bodyTimeout: 20_000 });
  await start();
}, 120_000);
afterAll(async () => {
  await pool.destroy();
  program.child.kill('SIGKILL');
  await program.exitCode();
  await setting.close();
  await discord.close();
  await databases.drop();
});

/** What was sent, by what came of it. */
const outcomes: Record<string, number> = {};
/** Signups that were answered with 201: an event's id and a user's. */
const acknowledged: (readonly [string, string])[] = [];

let next = 0;
let event = '';

/** The next signup that was not sent yet: each user once for each event. */
async function nextSignup(): Promise<readonly [string, TestUser]> {
  const user = users[next % USERS];
  if (user === undefined) throw new Error('no users');
  if (next % (USERS * EVENTS) === 0 && next > 0) scene = await aScene(setting);
  if (next % USERS === 0) event = (await scene.event({ title: `Soak ${String(next)}` })).id;
  next += 1;
  return [event, user];
}

async function signUp(eventId: string, user: TestUser): Promise<void> {
  let outcome: string;
  try {
    const { statusCode, body } = await pool.request({
      method: 'POST',
      path: `/api/v1/events/${eventId}/signups`,
      headers: { authorization: `Bearer ${user.token}`, 'content-type': 'application/json' },
      body: '{}',
    });
    await body.dump();
    outcome = String(statusCode);
    if (statusCode === 201) acknowledged.push([eventId, user.id]);
  } catch {
    outcome = 'cut';
  }
  outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
}

/** How many signups a second the process takes when each client waits for its answer. */
async function sustainable(): Promise<number> {
  const until = performance.now() + TRIAL_MS;
  const before = acknowledged.length;
  let turn = Promise.resolve();
  const client = async () => {
    while (performance.now() < until) {
      const taken = turn.then(nextSignup);
      turn = taken.then(() => undefined);
      await signUp(...(await taken));
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return ((acknowledged.length - before) * 1_000) / TRIAL_MS;
}

/** Sends so many a second, whatever becomes of them. */
async function load(perSecond: number, until: number): Promise<void> {
  const underWay = new Set<Promise<void>>();
  let due = 0;
  let last = performance.now();
  while (performance.now() < until) {
    await sleep(TICK_MS);
    const now = performance.now();
    due += ((now - last) / 1_000) * perSecond;
    last = now;
    for (; due >= 1; due--) {
      if (underWay.size >= IN_FLIGHT) {
        outcomes['not sent'] = (outcomes['not sent'] ?? 0) + 1;
        continue;
      }
      const [eventId, user] = await nextSignup();
      const sent = signUp(eventId, user).finally(() => underWay.delete(sent));
      underWay.add(sent);
    }
  }
  await Promise.all(underWay);
}

/** Kills the process, or tells it to stop, and starts it again. */
async function restartAgain(until: number): Promise<void> {
  const every = (until - performance.now()) / RESTARTS;
  for (let restart = 0; restart < RESTARTS; restart++) {
    await sleep(every * 0.8);
    const down = { from: Date.now(), to: Infinity };
    downs.push(down);
    program.child.kill(restart % 2 === 0 ? 'SIGKILL' : 'SIGTERM');
    await program.exitCode();
    await start();
    down.to = Date.now();
  }
}

/** What came of asking `/health/live` once: a status, or why there was no answer. */
interface Look {
  readonly asked: number;
  readonly outcome: string;
  readonly ms: number;
}

/** Times between which no process stood: from the signal that ended one until the next said that it listens. */
const downs: { readonly from: number; to: number }[] = [];

/** Asks a listener whether the process lives, until told to stop; gives all that came of it. */
function watchLife(listener: number): { stop: () => Promise<Look[]> } {
  const looks: Look[] = [];
  const probe = new Worker(new URL('support/probe.mjs', import.meta.url), {
    workerData: `http://127.0.0.1:${String(listener)}/health/live`,
  });
  probe.on('message', (look: Look) => looks.push(look));
  return { stop: () => probe.terminate().then(() => looks) };
}

/** How soon it was answered, while processes came and went too; and what was not, while none stood or although one did. */
function lifeOf(looks: readonly Look[]) {
  const answered = looks.filter(({ outcome }) => outcome === '200').map(({ ms }) => ms);
  const unanswered = looks.filter(({ outcome }) => outcome !== '200');
  const whileDown = unanswered.filter(({ asked, ms }) =>
    downs.some(({ from, to }) => asked + ms >= from && asked <= to),
  );
  return {
    answered: answered.length,
    unanswered_while_down: whileDown.length,
    unanswered: unanswered.length - whileDown.length,
    p50_ms: rounded(percentile(answered, 0.5)),
    p99_ms: rounded(percentile(answered, 0.99)),
    max_ms: rounded(Math.max(...answered)),
  };
}

/** How much memory the process holds, again and again. */
async function weigh(from: number, until: number): Promise<number[]> {
  const sizes: number[] = [];
  await sleep(from - performance.now());
  while (performance.now() < until) {
    await sleep(250);
    const size = residentMb(program.child.pid ?? 0);
    if (size !== null) sizes.push(size);
  }
  return sizes;
}

function residentMb(pid: number): number | null {
  try {
    const [, kb] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8')) ?? [];
    return kb === undefined ? null : Number(kb) / 1_024;
  } catch {
    return null;
  }
}

/** Acknowledged signups that the database does not have. */
async function lost(): Promise<number> {
  const connection = await createConnection(databases.mongodbUri).asPromise();
  const events = connection.collection<{ _id: string; roster: { user_id: string }[] }>('events');
  const kept = new Set<string>();
  for await (const { _id, roster } of events.find()) {
    for (const { user_id } of roster) kept.add(`${_id}/${user_id}`);
  }
  await connection.close();
  return acknowledged.filter(([eventId, userId]) => !kept.has(`${eventId}/${userId}`)).length;
}

it('loses nothing, stays flat and stays alive under twice what it can take', async () => {
  const rate = await sustainable();
  const end = performance.now() + SECONDS * 1_000;
  const half = performance.now() + SECONDS * 500;
  const [inside, outside] = [watchLife(internalPort), watchLife(port)];
  const [, , memory] = await Promise.all([load(2 * rate, end), restartAgain(half), weigh(half, end)]);
  const [live, livePublicly] = [lifeOf(await inside.stop()), lifeOf(await outside.stop())];
  const third = Math.floor(memory.length / 3);
  const [first, last] = [memory.slice(third, 2 * third), memory.slice(-third)];
  const figures = {
    seconds: SECONDS,
    restarts: RESTARTS,
    sustainable_per_second: Math.round(rate),
    sent_per_second: Math.round(2 * rate),
    outcomes,
    acknowledged: acknowledged.length,
    lost: await lost(),
    memory_mb: {
      second_third: Math.round(percentile(first, 0.5)),
      last_third: Math.round(percentile(last, 0.5)),
    },
    down_s: rounded(downs.reduce((sum, { from, to }) => sum + to - from, 0) / 1_000),
    live,
    live_publicly: livePublicly,
  };
  console.log(JSON.stringify(figures, null, 2));
  expect(figures.lost).toBe(0);
  expect(figures.memory_mb.last_third).toBeLessThan(figures.memory_mb.second_third * 1.25);
  expect(live.unanswered + livePublicly.unanswered).toBe(0);
  expect(live.max_ms).toBeLessThan(1_000);
}, 7_200_000);
