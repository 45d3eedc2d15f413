import { getConnectionToken } from '@nestjs/mongoose';
import mongoose, { type Connection } from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MirrorFanOut } from '../../src/features/scheduled-events/mirror-fan-out.js';
import { nextDiscordId, startApp, type TestApp } from '../support/app.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';
import { aScene, type Scene } from '../support/scene.js';

// What an event on many servers costs: as many round trips to the database as on one.

const SERVERS = 200;

let discord: TestDiscord;
let app: TestApp;
let operations: string[] = [];

beforeAll(async () => {
  // Without a worker, which would use the database at the same time.
  discord = await startDiscord();
  app = await startApp({ run: 'api', env: discord.env });
  mongoose.set('debug', (collection: string, method: string) => {
    operations.push(`${collection}.${method}`);
  });
});
afterAll(async () => {
  mongoose.set('debug', false);
  await app.close();
  await discord.close();
});

async function counted<T>(work: () => Promise<T>): Promise<{ result: T; operations: string[] }> {
  operations = [];
  const result = await work();
  return { result, operations };
}

/** An organization with so many servers, and an event on them. */
async function sceneWith(servers: number): Promise<{ scene: Scene; eventId: string }> {
  const scene = await aScene(app);
  await scene.register(await discord.guild());
  const guilds = app.verselink.app
    .get<Connection>(getConnectionToken(), { strict: false })
    .collection<{ _id: string; guild_id: string; org_id: string }>('discord_guilds');
  const registered = await guilds.findOne({ org_id: scene.orgId });
  if (registered === null) throw new Error('not registered');
  const more = Array.from({ length: servers - 1 }, () => nextDiscordId());
  if (more.length > 0)
    await guilds.insertMany(more.map((guildId) => ({ ...registered, _id: guildId, guild_id: guildId })));
  return { scene, eventId: (await scene.event()).id };
}

it('makes as many round trips for 200 servers as for one', async () => {
  const [one, many] = [await sceneWith(1), await sceneWith(SERVERS)];
  const fanOut = (eventId: string) =>
    counted(() => app.verselink.app.get(MirrorFanOut, { strict: false }).followEvent(eventId));
  const first = await fanOut(one.eventId);
  const second = await fanOut(many.eventId);
  expect(second.result.jobs_queued).toBe(SERVERS);
  // Announcing and making due go on side by side, in no fixed order.
  expect(second.operations.toSorted()).toEqual(first.operations.toSorted());

  for (const [method, path] of [
    ['post', 'create'],
    ['put', 'update'],
    ['delete', 'delete'],
  ] as const) {
    const ask = ({ scene, eventId }: typeof one) =>
      counted(() =>
        scene.admin[method]<{ jobs_queued: number }>(`/discord/events/events/${path}/${eventId}`),
      );
    const small = await ask(one);
    const large = await ask(many);
    expect(large.result).toMatchObject({ status: 202, body: { jobs_queued: SERVERS } });
    expect(large.operations, path).toEqual(small.operations);
  }
});
