import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { startDiscord, type TestDiscord, type TestGuild } from '../support/discord.js';
import { LONG } from '../support/fault-stage.js';
import { aScene, mirrorsOf, type Scene } from '../support/scene.js';

// What one organization asks for does not keep the others waiting.

/** How many servers one event is shown on. */
const SERVERS = LONG ? 1_000 : 100;

let discord: TestDiscord;
let app: TestApp;

beforeAll(async () => {
  discord = await startDiscord();
  app = await startApp({ run: 'api,worker', env: discord.env });
});
afterAll(async () => {
  await app.close();
  await discord.close();
});

/** Registers servers by the dozen, without asking Discord about each. */
async function registerMany(scene: Scene, guilds: readonly TestGuild[]): Promise<void> {
  const [first, ...others] = guilds;
  if (first === undefined) throw new Error('no server');
  await scene.register(first);
  const registered = app.verselink.app
    .get<Connection>(getConnectionToken(), { strict: false })
    .collection<{ _id: string; guild_id: string; event_channel_id: string }>('discord_guilds');
  const like = await registered.findOne({ guild_id: first.id });
  if (like === null) throw new Error('not registered');
  await registered.insertMany(
    others.map(({ id, channelId }) => ({ ...like, _id: id, guild_id: id, event_channel_id: channelId })),
  );
}

it('a single edit does not wait for one event on 200 servers', async () => {
  const servers = 200;
  const [busy, calm] = [await aScene(app), await aScene(app)];
  const guild = await discord.guild();
  await calm.register(guild);
  const { id } = await calm.event({ title: 'Before the edit' });
  const title = async () => (await mirrorsOf(discord, guild, id)).events[0]?.name;
  await expect.poll(title, { timeout: 20_000 }).toBe('Before the edit');

  const guilds = await Promise.all(Array.from({ length: servers }, () => discord.guild()));
  await registerMany(busy, guilds);
  const before = (await discord.requests()).length;
  // By Discord's log, since to look at every server takes longer than some of them wait.
  const since = async () => (await discord.requests()).slice(before);
  const isShown = ({ method, path }: { method: string; path: string }) =>
    method === 'POST' && path.endsWith('/scheduled-events');
  await busy.event();
  await expect.poll(async () => (await since()).some(isShown), { timeout: 20_000 }).toBe(true);
  const asked = new Date().toISOString();
  await calm.admin.patch(`/events/${id}`, { title: 'After the edit' });
  await expect.poll(title, { timeout: 20_000, interval: 20 }).toBe('After the edit');
  const all = await since();
  const edited = all.findIndex(
    ({ method, path }) => method === 'PATCH' && path.includes(`/guilds/${guild.id}/scheduled-events/`),
  );
  const done = all.filter((request) => isShown(request) && request.at <= asked).length;
  expect(edited).toBeGreaterThan(0);
  const meanwhile = all.slice(0, edited).filter(isShown).length - done;
  expect(meanwhile).toBeLessThan((servers - done) / 2);
}, 90_000);

it(
  `one event on ${String(SERVERS)} servers reaches all but those that refuse it`,
  async () => {
    const scene = await aScene(app);
    const guilds = await Promise.all(Array.from({ length: SERVERS }, () => discord.guild()));
    await registerMany(scene, guilds);
    const refusing = guilds.filter((_guild, index) => index % 10 === 3);
    const failing = guilds.filter((_guild, index) => index % 10 === 7);
    const onCreate = ({ id }: TestGuild) => ({ method: 'POST', path: `/guilds/${id}/scheduled-events` });
    await discord.faults(
      ...refusing.map((guild) => ({ ...onCreate(guild), status: 403, code: 50013, times: 1_000 })),
      ...failing.map((guild) => ({ ...onCreate(guild), status: 500, times: 1 })),
    );
    const begun = performance.now();
    const { id } = await scene.event();
    const states = async () => {
      const { body } = await scene.admin.get<{ guild_id: string; sync_state: string }[]>(
        `/discord/events/events/${id}/discord`,
      );
      return new Map(body.map(({ guild_id, sync_state }) => [guild_id, sync_state]));
    };
    const wanted = new Map(guilds.map((guild) => [guild.id, refusing.includes(guild) ? 'failed' : 'synced']));
    await expect.poll(states, { timeout: SERVERS * 600, interval: 500 }).toEqual(wanted);
    console.info(`${String(SERVERS)} servers: ${((performance.now() - begun) / 1_000).toFixed(1)} s`);
  },
  SERVERS * 900,
);
