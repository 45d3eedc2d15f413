import { createConnection, type Connection } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DeparturesService } from '../../src/features/departures/departures.service.js';
import { SeatFreeing } from '../../src/features/departures/seat-freeing.js';
import { startApp, type TestApp, type TestUser } from '../support/app.js';
import { startDiscord, type TestDiscord, type TestGuild } from '../support/discord.js';
import { aScene, type EventBody, mirrorsOf, type Scene } from '../support/scene.js';

// Members who leave the servers of events.

let discord: TestDiscord;
let app: TestApp;
let database: Connection;

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
  app = await startApp({ run: 'api,bot,worker', env: discord.env });
  database = await createConnection(app.databases.mongodbUri).asPromise();
});
afterAll(async () => {
  await database.close();
  await app.close();
  await discord.close();
});

let scene: Scene;
let guild: TestGuild;
let nova: TestUser;
let vega: TestUser;
let raid: EventBody;

/** One seat, which Nova has and Vega waits for, on a server that both are on. */
beforeEach(async () => {
  [scene, nova, vega] = [
    await aScene(app),
    await app.user({ handle: 'Nova' }),
    await app.user({ handle: 'Vega' }),
  ];
  guild = await aServer();
  raid = await scene.event({ max_participants: 1 });
  await expect.poll(async () => (await mirrorsOf(discord, guild, raid.id)).messages.length).toBe(1);
  for (const user of [nova, vega]) await user.post(`/events/${raid.id}/signups`, {});
});

async function aServer(): Promise<TestGuild> {
  const members = [nova, vega].map(({ discord_id }) => ({ id: discord_id, username: `u${discord_id}` }));
  const made = await discord.guild(members);
  await scene.register(made);
  return made;
}

const leave = ({ id } = guild) =>
  discord.control('DELETE', `/guilds/${id}/members/${nova.discord_id}`, undefined);
const departures = () => database.collection('departures').countDocuments({ discord_id: nova.discord_id });
const noted = () => expect.poll(departures).toBe(1);
const seats = async () => {
  const path = `/events/${raid.id}/signups`;
  const { items } = (await scene.admin.get<{ items: { user_id: string; status: string }[] }>(path)).body;
  return items.map(({ user_id, status }) => `${user_id === nova.id ? 'Nova' : 'Vega'} ${status}`);
};
const kept = ['Nova confirmed', 'Vega waitlist'];
const freed = ['Vega confirmed'];
const told = async () => {
  const dms = await discord.control<{ content: string }[]>('GET', `/users/${scene.admin.discord_id}/dms`);
  return dms.filter(({ content }) => content.includes('Nova'));
};

/** What is due in an hour is due now. */
async function anHourPasses(): Promise<void> {
  await database.collection('departures').updateMany({}, { $set: { due_at: new Date(0) } });
  await app.verselink.app.get(SeatFreeing, { strict: false }).sweep();
}

describe('somebody who leaves the only server of an event', () => {
  it('loses the seat after an hour; who waits has it, and the organizers are told once', async () => {
    await leave();
    await noted();
    expect(await seats()).toEqual(kept);
    await anHourPasses();
    expect(await seats()).toEqual(freed);
    await expect.poll(told).toHaveLength(1);
    expect((await told())[0]?.content).toContain('Night raid');
    expect(await departures()).toBe(0);
    await leaveAgain();
    expect(await told()).toHaveLength(1);
    const { body } = await scene.admin.get<{ items: object[] }>(`/organizations/${scene.orgId}/audit`);
    expect(body.items).toContainEqual(
      expect.objectContaining({ action: 'signup.freed', target_id: nova.id, source: 'system' }),
    );
  });

  const leaveAgain = async () => {
    await guild.admit(nova.discord_id, []);
    await leave();
    await noted();
    await anHourPasses();
  };

  it('keeps it by coming back in time', async () => {
    await leave();
    await noted();
    await guild.admit(nova.discord_id, []);
    await anHourPasses();
    expect(await seats()).toEqual(kept);
    expect(await departures()).toBe(0);
  });

  it('keeps it where the organization wants that, by REST', async () => {
    const path = `/organizations/${scene.orgId}`;
    expect((await scene.admin.get(path)).body).toMatchObject({ free_seats_of_leavers: true });
    const changed = await scene.admin.patch(path, { free_seats_of_leavers: false });
    expect(changed.body).toMatchObject({ free_seats_of_leavers: false });
    await leave();
    await noted();
    await anHourPasses();
    expect(await seats()).toEqual(kept);
  });

  it('keeps the seat of an event that has begun', async () => {
    await scene.admin.post(`/events/${raid.id}/start`);
    await leave();
    await noted();
    await anHourPasses();
    expect(await seats()).toEqual(kept);
  });

  it('is found although no one heard of it, if they were seen there', async () => {
    await database.collection('users').updateOne(
      { discord_id: nova.discord_id },
      {
        $set: { seen_on: [guild.id] },
      },
    );
    await leave();
    await noted();
    await database.collection('departures').deleteMany({});
    await app.verselink.app.get(DeparturesService, { strict: false }).find();
    await noted();
    await anHourPasses();
    expect(await seats()).toEqual(freed);
  });

  it('keeps it while Discord does not answer, and loses it when it does', async () => {
    await leave();
    await noted();
    const path = `/guilds/${guild.id}/members/${nova.discord_id}`;
    await discord.faults({ method: 'GET', path, status: 500, times: 5 });
    await anHourPasses();
    expect(await seats()).toEqual(kept);
    expect(await departures()).toBe(1);
    await discord.control('DELETE', '/faults');
    await anHourPasses();
    expect(await seats()).toEqual(freed);
  });
});

it('keeps the seat of somebody who is still on another server of the event', async () => {
  const other = await aServer();
  await expect.poll(async () => (await mirrorsOf(discord, other, raid.id)).messages.length).toBe(1);
  await leave();
  await noted();
  await anHourPasses();
  expect(await seats()).toEqual(kept);
  await leave(other);
  await noted();
  await anHourPasses();
  expect(await seats()).toEqual(freed);
});

it.each([
  ['an outage', 'PUT', '/outage'],
  ['the removal of the bot', 'DELETE', ''],
])('frees nothing because of %s', async (_what, method, path) => {
  await database.collection('users').updateMany({}, { $set: { seen_on: [guild.id] } });
  await leave();
  await noted();
  await discord.control(method, `/guilds/${guild.id}${path}`);
  await anHourPasses();
  await app.verselink.app.get(DeparturesService, { strict: false }).find();
  await anHourPasses();
  expect(await seats()).toEqual(kept);
});
