import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp } from '../support/app.js';
import { openDatabases } from '../support/databases.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';
import { eventually } from '../support/eventually.js';
import { aScene, mirrorsOf, type EventBody } from '../support/scene.js';

let discord: TestDiscord;
let databases: Awaited<ReturnType<typeof openDatabases>>;

beforeAll(async () => {
  discord = await startDiscord();
  databases = await openDatabases();
});

afterAll(async () => {
  await databases.drop();
  await discord.close();
});

it('mirrors ten events that waited in Redis when it lost everything', async () => {
  const api = await startApp({ run: 'api', env: discord.env, databases });
  const scene = await aScene(api);
  const guild = await discord.guild();
  await scene.register(guild);
  const events: EventBody[] = [];
  for (let n = 0; n < 10; n++) events.push(await scene.event({ title: `Waiting event ${n}` }));

  const redis = new Redis(databases.redisUrl);
  expect(await redis.dbsize()).toBeGreaterThan(0);
  await redis.flushdb();
  redis.disconnect();

  const worker = await startApp({ run: 'worker', env: discord.env, databases });
  await eventually(async () => {
    for (const { id } of events) {
      const shown = await mirrorsOf(discord, guild, id);
      expect([shown.events.length, shown.messages.length]).toEqual([1, 1]);
    }
  }, 30_000);
  await worker.close();
  await api.close();
}, 60_000);

it('goes on when Redis loses everything under a running worker', async () => {
  const app = await startApp({ run: 'api,worker', env: discord.env, databases });
  const scene = await aScene(app);
  const guild = await discord.guild();
  await scene.register(guild);
  const redis = new Redis(databases.redisUrl);
  await redis.flushdb();
  const first = await scene.event({ title: 'Before the second loss' });
  await redis.flushdb();
  redis.disconnect();
  const second = await scene.event({ title: 'After the second loss' });
  await eventually(async () => {
    for (const { id } of [first, second]) {
      expect((await mirrorsOf(discord, guild, id)).messages).toHaveLength(1);
    }
  }, 60_000);
  await app.close();
}, 90_000);
