import { createConnection, type Connection } from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDiscord, type TestDiscord } from '../test/support/discord.js';
import { median, rounded } from './support/times.js';
import { startWhole, type Whole } from './support/whole.js';

/**
 * One event to 200 servers under Discord's limits. The floor is what Discord allows: 50 requests a second.
 *
 *     npm run build && npx vitest run --config bench/vitest.config.ts fan-out
 */
const SERVERS = 200;
const PER_SECOND = 50;

let discord: TestDiscord;
let whole: Whole;
/** Asking the API would keep the sandbox, which is in this process, from hearing requests in time. */
let database: Connection;

beforeAll(async () => {
  discord = await startDiscord();
  whole = await startWhole(discord);
  database = await createConnection(whole.databases.mongodbUri).asPromise();
  for (let index = 0; index < SERVERS; index++) await whole.scene.register(await discord.guild());
}, 120_000);

afterAll(async () => {
  await database.close();
  await whole.close();
  await discord.close();
});

it('shows one event on 200 servers', async () => {
  const before = (await discord.requests()).length;
  const begun = performance.now();
  const event = await whole.scene.event();
  await expect.poll(() => synced(event.id), { timeout: 60_000, interval: 50 }).toBe(SERVERS);
  const ms = performance.now() - begun;

  const requests = (await discord.requests()).slice(before);
  const times = requests.map(({ at }) => Date.parse(at) - performance.timeOrigin - begun);
  const fifties = times.slice(PER_SECOND).map((time, index) => time - (times[index] ?? 0));
  const floorMs = (requests.length / PER_SECOND) * 1_000;
  console.table([
    {
      servers: SERVERS,
      requests: requests.length,
      ms: Math.round(ms),
      'of the floor': rounded(ms / floorMs, 2),
      'first request, ms': Math.round(times[0] ?? 0),
      'last request, ms': Math.round(times.at(-1) ?? 0),
      'from one to the 50th after it, ms (median)': Math.round(median(fifties)),
      'least, ms': Math.round(Math.min(...fifties)),
      '429': requests.filter(({ status }) => status === 429).length,
    },
  ]);
}, 120_000);

function synced(eventId: string): Promise<number> {
  return database.collection('discord_events').countDocuments({ event_id: eventId, sync_state: 'synced' });
}
