import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BotEventCountsService } from '../../src/features/bot-events/bot-event-counts.service.js';
import { BOT_EVENT_MODEL, type BotEventDocument } from '../../src/features/bot-events/bot-events.schema.js';
import { INTERNAL_SECRET, nextDiscordId, startApp, type TestApp, type TestUser } from '../support/app.js';
import { Client } from '../support/client.js';
import { startDiscord, type TestDiscord, type TestGuild } from '../support/discord.js';
import { aScene } from '../support/scene.js';

// What site admins read of the bot's reports.

interface EventRow {
  readonly id: string;
  readonly event_type: string;
  readonly command: string | null;
  readonly processed_at: string | null;
}

let discord: TestDiscord;
let backend: TestApp;
let admin: TestUser;
let guild: TestGuild;

beforeAll(async () => {
  discord = await startDiscord();
  backend = await startApp({ run: 'api,worker', env: discord.env });
  admin = await backend.user({ site_admin: true });
  guild = await discord.guild([{ username: 'ada' }, { username: 'bob' }]);
  await (await aScene(backend)).register(guild);
}, 60_000);
afterAll(async () => {
  await backend.close();
  await discord.close();
});

const list = async (query: string): Promise<readonly EventRow[]> => {
  const { status, body } = await admin.get<{ items: EventRow[] }>(`/discord/bot-events?${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.items;
};

const reporter = () => new Client(backend.url, INTERNAL_SECRET);
const server = nextDiscordId();
const [ada, bob] = [nextDiscordId(), nextDiscordId()];
const command = (discordId: string, name: string, success?: boolean, executionTimeMs?: number) =>
  reporter().post('/internal/event/notify', {
    event_type: 'command_used',
    discord_id: discordId,
    metadata: { guild_id: server, command: name, success, execution_time_ms: executionTimeMs },
  });

const commandOf = (guildId: string, name: string, success: boolean, executionTimeMs: number) =>
  reporter().post('/internal/event/notify', {
    event_type: 'command_used',
    discord_id: ada,
    metadata: { guild_id: guildId, command: name, success, execution_time_ms: executionTimeMs },
  });
const memberCount = async (guildId: string) => {
  const { body } = await admin.get<{ member_counts: unknown[] }>(
    `/discord/bot-events/stats?guild_id=${guildId}`,
  );
  return body.member_counts[0];
};

beforeAll(async () => {
  await command(ada, '/profile', true, 10);
  await command(ada, 'profile', true, 30);
  await command(bob, '/profile', false, 80);
  await command(bob, '/help');
  await reporter().post('/internal/event/notify', {
    event_type: 'message_sent',
    discord_id: bob,
    metadata: { guild_id: server },
  });
});

it('is for site admins', async () => {
  const user = await backend.user();
  for (const path of ['/discord/bot-events', '/discord/bot-events/stats']) {
    expect((await user.get(path)).status).toBe(403);
    expect((await backend.anyone.get(path)).status).toBe(401);
  }
});

it('lists by any filter, newest first, page by page', async () => {
  expect(await list(`guild_id=${server}`)).toHaveLength(5);
  expect((await list(`guild_id=${server}&command=/profile&discord_id=${ada}`)).length).toBe(2);
  expect((await list(`guild_id=${server}&event_type=message_sent`)).length).toBe(1);
  expect(await list(`guild_id=${server}&from=${new Date(Date.now() + 60_000).toISOString()}`)).toEqual([]);
  expect(await list(`guild_id=${server}&to=${new Date(Date.now() - 600_000).toISOString()}`)).toEqual([]);
  const seen: EventRow[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const at: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const page = await admin.get<{ items: EventRow[]; next_cursor: string | null }>(
      `/discord/bot-events?guild_id=${server}&limit=2${at}`,
    );
    seen.push(...page.body.items);
    cursor = page.body.next_cursor;
  }
  expect(seen.map(({ id }) => id)).toEqual((await list(`guild_id=${server}`)).map(({ id }) => id));
  expect(seen[0]?.event_type).toBe('message_sent');
});

it('adds up by type, day, server, command and member', async () => {
  const { status, body } = await admin.get<Record<string, unknown>>(
    `/discord/bot-events/stats?guild_id=${server}`,
  );
  expect(status).toBe(200);
  expect(body).toMatchObject({
    total: 5,
    by_type: [
      { key: 'command_used', count: 4 },
      { key: 'message_sent', count: 1 },
    ],
    by_day: [{ key: new Date().toISOString().slice(0, 10), count: 5 }],
    by_guild: [{ key: server, count: 5 }],
    commands: [
      {
        command: 'profile',
        count: 3,
        succeeded: 2,
        failed: 1,
        success_rate: 2 / 3,
        average_time_ms: 40,
        longest_time_ms: 80,
      },
      { command: 'help', count: 1, success_rate: null, average_time_ms: null },
    ],
    members: [
      { discord_id: bob, count: 3 },
      { discord_id: ada, count: 2 },
    ],
  });
});

it('counts members: who joined less who left, until Discord says how many there are', async () => {
  const elsewhere = nextDiscordId();
  const report = (eventType: string) =>
    reporter().post('/internal/event/notify', {
      event_type: eventType,
      discord_id: nextDiscordId(),
      metadata: { guild_id: elsewhere },
    });
  for (const type of ['member_joined', 'member_joined', 'member_left', 'role_updated', 'member_joined'])
    await report(type);
  expect(await memberCount(elsewhere)).toEqual({
    guild_id: elsewhere,
    member_count: 2,
    counted_at: null,
  });
});

it("sets the counter of members right by Discord's own count, and goes on from there", async () => {
  const counts = backend.verselink.app.get(BotEventCountsService, { strict: false });
  const { members } = await discord.read(guild.id);
  await counts.countMembers();
  expect(await memberCount(guild.id)).toMatchObject({
    member_count: members.length,
    counted_at: expect.any(String) as string,
  });
  const newcomer = nextDiscordId();
  await reporter().post('/internal/event/notify', {
    event_type: 'member_joined',
    discord_id: newcomer,
    metadata: { guild_id: guild.id },
  });
  expect(await memberCount(guild.id)).toMatchObject({ member_count: members.length + 1 });
});

it('keeps the counts of days whose reports have expired', async () => {
  const [old, kept] = [200, 20].map((days) => new Date(Date.now() - days * 86_400_000));
  const home = nextDiscordId();
  const events = backend.verselink.app.get<Model<BotEventDocument>>(getModelToken(BOT_EVENT_MODEL), {
    strict: false,
  });
  for (const success of [true, false, true]) await commandOf(home, '/old', success, 60);
  await commandOf(home, '/new', true, 10);
  await expect
    .poll(async () => (await list(`guild_id=${home}&command=new`))[0]?.processed_at)
    .toBeTypeOf('string');
  await events.updateMany({ guild_id: home, command: 'old' }, { $set: { received_at: old } });
  await events.updateMany({ guild_id: home, command: 'new' }, { $set: { received_at: kept } });
  const span = `from=${new Date(Date.now() - 300 * 86_400_000).toISOString()}`;
  const read = async () => {
    const answer = await admin.get<Record<string, unknown>>(
      `/discord/bot-events/stats?guild_id=${home}&${span}`,
    );
    const { total, by_type, by_day, by_guild, commands } = answer.body;
    return { total, by_type, by_day, by_guild, commands };
  };
  const before = await read();
  expect(before).toMatchObject({ total: 4, commands: [{ command: 'old', success_rate: 2 / 3 }, {}] });
  const counts = backend.verselink.app.get(BotEventCountsService, { strict: false });
  await counts.rollUp();
  expect(await read()).toEqual(before);
  // Twice gives the same.
  await counts.rollUp();
  expect(await read()).toEqual(before);
  expect((await list(`guild_id=${home}`)).map(({ command }) => command)).toEqual(['new']);
});

it('refuses a filter that is none', async () => {
  expect((await admin.get('/discord/bot-events?event_type=party')).status).toBe(422);
  expect((await admin.get('/discord/bot-events?cursor=nonsense')).status).toBe(422);
});
