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
  await busy.event();
  const shown = async () => {
    const all = await Promise.all(guilds.map((each) => discord.read(each.id)));
    return all.reduce((sum, { scheduled_events }) => sum + scheduled_events.length, 0);
  };
  await expect.poll(shown, { timeout: 20_000 }).toBeGreaterThan(0);
  const done = await shown();
  await calm.admin.patch(`/events/${id}`, { title: 'After the edit' });
  await expect.poll(title, { timeout: 20_000, interval: 20 }).toBe('After the edit');
  const meanwhile = (await shown()) - done;
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
