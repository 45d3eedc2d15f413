import { createConnection } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ChannelMappingsService } from '../../src/features/channel-mappings/channel-mappings.service.js';
import { ServerFaultsService } from '../../src/features/guilds/server-faults.service.js';
import { startApp, type TestApp, type TestUser } from '../support/app.js';
import { startDiscord, type TestDiscord } from '../support/discord.js';
import { aRolesStage, type RolesStage } from '../support/roles-stage.js';

// Channels of events: made, opened to who has a seat, archived, deleted.

interface Channel {
  readonly id: string;
  readonly name: string;
  readonly type: number;
  readonly parent_id: string | null;
  readonly permission_overwrites: readonly {
    readonly id: string;
    readonly allow: string;
    readonly deny: string;
  }[];
}
interface MappingBody {
  readonly event_id: string;
  readonly state: string;
  readonly last_error: string | null;
  readonly channels: readonly { readonly kind: string; readonly discord_channel_id: string | null }[];
}

const SOON = { timeout: 30_000 };
const SEND = 1n << 11n;

let discord: TestDiscord;
let app: TestApp;
let stage: RolesStage;

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
  app = await startApp({ run: 'api,bot,worker', env: discord.env });
});
afterAll(async () => {
  await app.close();
  await discord.close();
});
beforeEach(async () => {
  stage = await aRolesStage(app, discord, { settings: { auto_create_channels: true } });
});

/** The channels of the stage's event: a category named after it, and what is in it. */
const channels = async (): Promise<Channel[]> => {
  const all = (await discord.control<{ channels: Channel[] }>('GET', `/guilds/${stage.guild.id}`)).channels;
  const categories = all.filter(({ name }) => name === 'Night raid');
  return [...categories, ...all.filter(({ parent_id }) => categories.some(({ id }) => id === parent_id))];
};
const names = async () => (await channels()).map(({ name }) => name);
const admitted = async (who: Pick<TestUser, 'discord_id'>) =>
  (await channels()).map(({ permission_overwrites: all }) => all.some(({ id }) => id === who.discord_id));
const mappings = async (): Promise<MappingBody[]> =>
  (
    await stage.scene.admin.get<{ items: MappingBody[] }>(
      `/discord/channel-mappings?guild_id=${stage.guild.id}`,
    )
  ).body.items;
const mapping = async (): Promise<MappingBody | undefined> => (await mappings())[0];
const squads = {
  roles: [
    { name: 'Tank', capacity: 2 },
    { name: 'Medic', capacity: 2 },
  ],
};
const three = [true, true, true, true];

it('makes a category with a text channel and a voice channel for each squad, for who has a seat and the staff', async () => {
  const raid = await stage.scene.event(squads);
  await expect.poll(names, SOON).toEqual(['Night raid', 'discussion', 'Tank', 'Medic']);
  await stage.nova.post(`/events/${raid.id}/signups`, { role_id: raid.roles[0]?.id });
  await expect.poll(() => admitted(stage.nova), SOON).toEqual(three);
  expect(await admitted(stage.scene.admin)).toEqual(three);
  const [category] = await channels();
  const everyone = category?.permission_overwrites.find(({ id }) => id === stage.guild.id);
  expect(BigInt(everyone?.deny ?? 0) & (1n << 10n)).toBe(1n << 10n);
  await stage.nova.delete(`/events/${raid.id}/signups/me`);
  await expect.poll(() => admitted(stage.nova), SOON).toEqual(three.map(() => false));
  expect(await mapping()).toMatchObject({ event_id: raid.id, state: 'open' });
  expect(await names()).toHaveLength(4);
});

it('archives them read-only with the event, and keeps a voice channel as long as somebody is in it', async () => {
  const raid = await stage.scene.event();
  await stage.nova.post(`/events/${raid.id}/signups`, {});
  await expect.poll(() => admitted(stage.nova), SOON).toEqual([true, true, true]);
  const voice = (await channels()).find(({ type }) => type === 2);
  await discord.control('PUT', `/guilds/${stage.guild.id}/voice-states/${stage.nova.discord_id}`, {
    channel_id: voice?.id,
  });
  await expect.poll(async () => (await present()).length, SOON).toBe(1);
  await stage.scene.admin.post(`/events/${raid.id}/cancel`);
  await expect.poll(async () => (await mapping())?.state, SOON).toBe('archived');
  expect(await names()).toEqual(['Night raid', 'discussion', 'Vocal']);
  const text = (await channels()).find(({ type }) => type === 0);
  const everyone = text?.permission_overwrites.find(({ id }) => id === stage.guild.id);
  expect(BigInt(everyone?.deny ?? 0) & SEND).toBe(SEND);
  expect(text?.permission_overwrites.some(({ id }) => id === stage.nova.discord_id)).toBe(true);

  await discord.control('DELETE', `/guilds/${stage.guild.id}/voice-states/${stage.nova.discord_id}`);
  await expect.poll(async () => (await present()).length, SOON).toBe(0);
  await timePasses();
  await expect.poll(names, SOON).toEqual(['Night raid', 'discussion']);
});

it('keeps a voice channel that somebody entered before we heard that it was made', async () => {
  const making = { method: 'POST', path: `/guilds/${stage.guild.id}/channels` };
  await discord.faults({ ...making, latency_ms: 0, times: 2 }, { ...making, drop: 'after' });
  const raid = await stage.scene.event();
  const voice = async () => (await channels()).find(({ type }) => type === 2);
  await expect.poll(voice, { ...SOON, interval: 10 }).toBeDefined();
  const person = `/guilds/${stage.guild.id}/voice-states/${stage.scene.admin.discord_id}`;
  await discord.control('PUT', person, { channel_id: (await voice())?.id });
  await expect.poll(async () => (await mapping())?.channels.length, SOON).toBe(3);
  await stage.scene.admin.post(`/events/${raid.id}/cancel`);
  await expect.poll(async () => (await mapping())?.state, SOON).toBe('archived');
  expect(await names()).toEqual(['Night raid', 'discussion', 'Vocal']);
  await discord.control('DELETE', person);
  await expect.poll(present, SOON).toEqual([]);
  await timePasses();
  await expect.poll(names, SOON).toEqual(['Night raid', 'discussion']);
});

it('deletes all of it when the time that the server says has passed', async () => {
  await stage.scene.admin.patch(`/discord/guilds/${stage.guild.id}`, { channel_retention_days: 0 });
  const raid = await stage.scene.event();
  await expect.poll(names, SOON).toHaveLength(3);
  await stage.scene.admin.post(`/events/${raid.id}/cancel`);
  await expect.poll(names, SOON).toEqual([]);
  await expect.poll(async () => (await mapping())?.state, SOON).toBe('deleted');
});

it('are made where staff ask for them, whatever the server says', async () => {
  stage = await aRolesStage(app, discord);
  const raid = await stage.scene.event();
  const path = `/discord/events/events/create/${raid.id}`;
  expect((await stage.scene.admin.post(path, { create_channels: true })).status).toBe(202);
  await expect.poll(names, SOON).toHaveLength(3);
});

describe('as one text channel', () => {
  it('are named after the event, and go the way of the others; another layout is for later events', async () => {
    await layout('text');
    const raid = await stage.scene.event({ ...squads, title: 'Long haul & back' });
    const made = () => channelsNamed('long-haul-&-back');
    await expect.poll(async () => (await made()).map(({ type }) => type), SOON).toEqual([0]);
    await layout('category');
    await stage.nova.post(`/events/${raid.id}/signups`, { role_id: raid.roles[0]?.id });
    await expect.poll(async () => hasIn(await made(), stage.nova), SOON).toEqual([true]);
    await stage.scene.admin.post(`/events/${raid.id}/cancel`);
    await expect.poll(async () => (await mapping())?.state, SOON).toBe('archived');
    const everyone = (await made())[0]?.permission_overwrites.find(({ id }) => id === stage.guild.id);
    expect(BigInt(everyone?.deny ?? 0) & SEND).toBe(SEND);
    expect((await mapping())?.channels).toHaveLength(1);
  });

  it('are found again after a lost answer', async () => {
    await layout('text');
    await discord.faults({
      ...{ method: 'POST', path: `/guilds/${stage.guild.id}/channels`, drop: 'after', times: 1 },
    });
    await stage.scene.event({ title: 'Long haul & back' });
    await expect.poll(async () => (await mapping())?.state, SOON).toBe('open');
    expect(await channelsNamed('long-haul-&-back')).toHaveLength(1);
  });
});

describe('as a thread', () => {
  beforeEach(async () => layout('thread'));

  it('is in the event channel, for the staff and who has a seat, and is archived, locked and deleted with the event', async () => {
    const raid = await stage.scene.event();
    await expect.poll(async () => (await threads()).length, SOON).toBe(1);
    await stage.nova.post(`/events/${raid.id}/signups`, {});
    await expect.poll(() => insiders(), SOON).toContain(stage.nova.discord_id);
    expect(await threads()).toMatchObject([
      {
        name: 'Night raid',
        type: 12,
        parent_id: stage.guild.channelId,
        thread_metadata: { invitable: false },
      },
    ]);
    expect((await mapping())?.channels.map(({ kind }) => kind)).toEqual(['thread']);
    await stage.nova.delete(`/events/${raid.id}/signups/me`);
    await expect.poll(() => insiders(), SOON).not.toContain(stage.nova.discord_id);
    await stage.scene.admin.post(`/events/${raid.id}/cancel`);
    await expect
      .poll(async () => (await threads())[0]?.thread_metadata, SOON)
      .toMatchObject({ archived: true, locked: true });
    await stage.scene.admin.patch(`/discord/guilds/${stage.guild.id}`, { channel_retention_days: 1 });
    await daysPass(2);
    await expect.poll(threads, SOON).toEqual([]);
    await expect.poll(async () => (await mapping())?.state, SOON).toBe('deleted');
  });

  it('wakes for a newcomer, lets in who joins the server later, and leaves alone whom people let in', async () => {
    const raid = await stage.scene.event();
    await expect.poll(async () => (await threads()).length, SOON).toBe(1);
    const vega = await app.user({ handle: 'Vega' });
    const friend = stage.guild.ownerId;
    const id = (await threads())[0]?.id ?? '';
    await discord.asBot('PUT', `/channels/${id}/thread-members/${friend}`);
    await vega.post(`/events/${raid.id}/signups`, {});
    await discord.asBot('PATCH', `/channels/${id}`, { archived: true });
    await stage.nova.post(`/events/${raid.id}/signups`, {});
    await expect.poll(() => insiders(), SOON).toContain(stage.nova.discord_id);
    expect(await insiders()).toContain(friend);
    await stage.guild.admit(vega.discord_id, []);
    await expect.poll(() => insiders(), SOON).toContain(vega.discord_id);
    await stage.nova.delete(`/events/${raid.id}/signups/me`);
    await expect.poll(() => insiders(), SOON).not.toContain(stage.nova.discord_id);
    expect(await insiders()).toContain(friend);
  });

  it('lets in with the next change who found no room', async () => {
    const vega = await app.user({ handle: 'Vega' });
    await stage.guild.admit(vega.discord_id, []);
    const raid = await stage.scene.event();
    await expect.poll(async () => (await mapping())?.state, SOON).toBe('open');
    const path = `/channels/${(await threads())[0]?.id ?? ''}/thread-members/${stage.nova.discord_id}`;
    await discord.faults({ method: 'PUT', path, status: 400, code: 30033, times: 1 });
    await stage.nova.post(`/events/${raid.id}/signups`, {});
    await expect.poll(() => discord.control('GET', '/faults'), SOON).toEqual([]);
    await vega.post(`/events/${raid.id}/signups`, {});
    const both = [stage.nova.discord_id, vega.discord_id];
    await expect.poll(() => insiders(), SOON).toEqual(expect.arrayContaining(both));
    expect((await mapping())?.last_error).toBeNull();
  });

  it('is open to all who see the channel, where that is for announcements', async () => {
    const { id: channelId } = await discord.asBot<Channel>('POST', `/guilds/${stage.guild.id}/channels`, {
      name: 'news',
      type: 5,
    });
    stage = { ...stage, guild: { ...stage.guild, channelId } };
    const path = `/discord/guilds/${stage.guild.id}`;
    expect((await stage.scene.admin.patch(path, { event_channel_id: channelId })).status).toBe(200);
    const raid = await stage.scene.event();
    await stage.nova.post(`/events/${raid.id}/signups`, {});
    await expect.poll(threads, SOON).toMatchObject([{ type: 10, parent_id: channelId }]);
    await expect.poll(() => insiders(), SOON).toContain(stage.nova.discord_id);
    await stage.scene.admin.post(`/events/${raid.id}/cancel`);
    await expect.poll(threads, SOON).toMatchObject([{ thread_metadata: { archived: true, locked: true } }]);
  });

  it('stays away when it was deleted by hand', async () => {
    const raid = await stage.scene.event();
    await expect.poll(async () => (await mapping())?.state, SOON).toBe('open');
    await discord.asBot('DELETE', `/channels/${(await threads())[0]?.id ?? ''}`);
    await stage.nova.post(`/events/${raid.id}/signups`, {});
    await stage.scene.admin.post(`/events/${raid.id}/cancel`);
    await expect.poll(async () => (await mapping())?.state, SOON).toBe('deleted');
    expect(await threads()).toEqual([]);
  });

  it('needs its channel and its permissions, says so, and is made when they are there', async () => {
    const path = `/discord/guilds/${stage.guild.id}`;
    const refused = await stage.scene.admin.patch(path, { event_channel_id: null });
    expect([refused.status, refused.body]).toMatchObject([422, { errors: [{ field: 'channel_layout' }] }]);
    const deny = String(1n << 36n);
    const everyone = `/channels/${stage.guild.channelId}/permissions/${stage.guild.id}`;
    await discord.asBot('PUT', everyone, { type: 0, allow: '0', deny });
    const { body } = await stage.scene.admin.get(path);
    expect(body).toMatchObject({
      missing_permissions: [
        { feature: 'threads', channel_id: stage.guild.channelId, permissions: ['Create Private Threads'] },
      ],
    });
    const errors = async () => (await mappings()).map(({ last_error }) => last_error);
    const refusal = expect.stringContaining('50013') as string;
    await stage.scene.event();
    await expect.poll(errors, SOON).toEqual([refusal]);
    // What is known to be refused is not asked of Discord again.
    await stage.scene.event({ title: 'Day raid' });
    await expect.poll(errors, SOON).toEqual([refusal, refusal]);
    await discord.asBot('DELETE', everyone);
    await expect.poll(async () => (await threads()).length, SOON).toBe(2);
    await expect.poll(errors, SOON).toEqual([null, null]);
  });

  it('that is refused for no reason to be seen is made at the next look, and the fault is closed', async () => {
    const path = `/channels/${stage.guild.channelId}/threads`;
    await discord.faults({ method: 'POST', path, status: 403, code: 50013, times: 1 });
    await stage.scene.event();
    const faults = async () =>
      (await stage.scene.admin.get<{ open_faults: object[] }>(`/discord/guilds/${stage.guild.id}`)).body
        .open_faults;
    await expect.poll(async () => (await mapping())?.last_error, SOON).toContain('50013');
    expect(await faults()).toMatchObject([{ capability: 'threads', kind: 'permission' }]);
    await app.verselink.app.get(ServerFaultsService, { strict: false }).recheck({ guild_id: stage.guild.id });
    await expect.poll(async () => (await threads()).length, SOON).toBe(1);
    await expect.poll(faults, SOON).toEqual([]);
  });
});

interface Thread extends Channel {
  readonly thread_metadata: object;
}

/** The threads in the event channel, archived or not. */
async function threads(): Promise<Thread[]> {
  const { id, channelId } = stage.guild;
  const { channels: all } = await discord.control<{ channels: Thread[] }>('GET', `/guilds/${id}`);
  return all.filter(({ parent_id }) => parent_id === channelId);
}

/** Who is in the event's thread, by Discord's ids. */
async function insiders(): Promise<string[]> {
  const [thread] = await threads();
  const members = await discord.asBot<{ user_id: string }[]>('GET', `/channels/${thread?.id}/thread-members`);
  return members.map(({ user_id }) => user_id);
}

async function layout(name: string): Promise<void> {
  const { status } = await stage.scene.admin.patch(`/discord/guilds/${stage.guild.id}`, {
    channel_layout: name,
  });
  expect(status).toBe(200);
}

async function channelsNamed(name: string): Promise<Channel[]> {
  const { channels: all } = await discord.control<{ channels: Channel[] }>(
    'GET',
    `/guilds/${stage.guild.id}`,
  );
  return all.filter((channel) => channel.name === name);
}

function hasIn(some: readonly Channel[], { discord_id }: TestUser): boolean[] {
  return some.map(({ permission_overwrites: all }) => all.some(({ id }) => id === discord_id));
}

async function present(): Promise<unknown[]> {
  const connection = await createConnection(app.databases.mongodbUri).asPromise();
  const found = await connection.collection('discord_channel_mappings').findOne({ guild_id: stage.guild.id });
  await connection.close();
  return (found?.['present'] as unknown[] | undefined) ?? [];
}

/** What is due in a while is due now. */
async function timePasses(): Promise<void> {
  const connection = await createConnection(app.databases.mongodbUri).asPromise();
  const due = { due_at: { $type: 'date' } };
  await connection.collection('discord_channel_mappings').updateMany(due, { $set: { due_at: new Date(0) } });
  await connection.close();
  await app.verselink.app.get(ChannelMappingsService, { strict: false }).sweep();
}

/** As if the event had been over for so many days. */
async function daysPass(days: number): Promise<void> {
  const connection = await createConnection(app.databases.mongodbUri).asPromise();
  const then = new Date(Date.now() - days * 86_400_000);
  await connection
    .collection('discord_channel_mappings')
    .updateOne({ guild_id: stage.guild.id }, { $set: { archived_at: then, due_at: new Date(0) } });
  await connection.close();
  await app.verselink.app.get(ChannelMappingsService, { strict: false }).sweep();
}
