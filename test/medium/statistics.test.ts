import mongoose, { type Connection } from 'mongoose';
import { getConnectionToken } from '@nestjs/mongoose';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InteractionsService } from '../../src/features/bot-events/interactions.service.js';
import { JobHandlers } from '../../src/jobs/job-handlers.js';
import { SCHEDULES, TRIGGERS } from '../../src/queue/catalogue.js';
import { readApiSchema } from '../support/api-schema.js';
import { startApp, type TestApp, type TestUser } from '../support/app.js';
import { startDiscord, type TestDiscord, type TestGuild } from '../support/discord.js';
import { aScene, type Scene } from '../support/scene.js';

// The figures that site admins read, of a server with one event.

/** Something that was asked of the database. */
interface Call {
  readonly collection: string;
  readonly method: string;
  readonly args: readonly unknown[];
}

interface Options {
  readonly sort?: object;
  readonly collation?: object;
}

interface Question extends Options {
  readonly find: string;
  readonly filter: object;
}

/** How many of a server's events are over. */
const OVER = 300;

let discord: TestDiscord;
let app: TestApp;
let admin: TestUser;
let guild: TestGuild;
let scene: Scene;

beforeAll(async () => {
  discord = await startDiscord();
  app = await startApp({ run: 'api,bot,worker', env: discord.env });
  admin = await app.user({ site_admin: true });
  guild = await discord.guild([{ username: 'ada' }]);
  scene = await aScene(app);
  await scene.register(guild);
  await scene.event();
}, 60_000);
afterAll(async () => {
  await app.close();
  await discord.close();
});

async function figures(path: string): Promise<Record<string, unknown>> {
  const { status, body } = await admin.get<Record<string, unknown>>(path);
  expect(status).toBe(200);
  return body;
}

const useCommand = () =>
  discord.control<{ failed: string | null }>('POST', '/interactions/command', {
    guild_id: guild.id,
    channel_id: guild.channelId,
    user_id: guild.memberIds[0],
    name: 'my events',
  });

describe('the figures', () => {
  it('say what VerseLink does on Discord', async () => {
    await expect
      .poll(() => figures('/discord/stats'), { timeout: 20_000 })
      .toMatchObject({
        pending_jobs: 0,
        interactive_messages_sent: 1,
        last_24h_activity: { jobs_completed: 1 },
      });
    expect(await figures('/discord/stats')).toEqual({
      total_guilds: 1,
      active_guilds: 1,
      total_webhooks_sent: 0,
      total_webhooks_received: 0,
      pending_jobs: 0,
      failed_jobs: 0,
      discord_events_created: 1,
      interactive_messages_sent: 1,
      last_24h_activity: {
        discord_events_created: 1,
        interactive_messages_sent: 1,
        interactions: expect.any(Number) as number,
        jobs_completed: expect.any(Number) as number,
        jobs_failed: 0,
      },
    });
  });

  it('count interactions by day, kind and hour, and how soon they were acknowledged', async () => {
    for (let time = 0; time < 3; time++) expect((await useCommand()).failed).toBeNull();
    const day = new Date().toISOString().slice(0, 10);
    await expect
      .poll(async () => (await figures('/discord/events/stats/events'))['recent_interactions'])
      .toBe(3);
    expect(await figures('/discord/events/stats/events')).toEqual({
      total_discord_events: 1,
      active_discord_events: 1,
      completed_discord_events: 0,
      total_interactive_messages: 1,
      active_interactive_messages: 1,
      recent_discord_events: 1,
      recent_interactions: 3,
    });
    const [today] = (await admin.get<Record<string, unknown>[]>('/discord/stats/interactions?days=2')).body;
    expect(today).toMatchObject({ day, kind: 'command', count: 3 });
    expect((today?.['by_hour'] as number[]).reduce((sum, count) => sum + count)).toBe(3);
    expect(today?.['average_ack_ms']).toBeLessThanOrEqual(today?.['longest_ack_ms'] as number);
    const kept = await app.verselink.app
      .get<Connection>(getConnectionToken(), { strict: false })
      .collection('interaction_counts')
      .findOne({ kind: 'command' });
    expect(JSON.stringify(kept)).not.toContain(guild.memberIds[0]);
  }, 40_000);

  it('lose no count when the process stops', async () => {
    const other = await startApp({ run: 'bot', databases: app.databases });
    other.verselink.app.get(InteractionsService, { strict: false }).count('component', 5);
    await other.stop();
    const { body } = await admin.get<{ kind: string; count: number }[]>('/discord/stats/interactions');
    expect(body.find(({ kind }) => kind === 'component')).toMatchObject({ count: 1, longest_ack_ms: 5 });
  });

  it('are for site admins', async () => {
    const user = await app.user();
    for (const path of ['/discord/stats', '/discord/events/stats/events', '/discord/stats/interactions']) {
      expect((await user.get(path)).status).toBe(403);
      expect((await app.anyone.get(path)).status).toBe(401);
    }
    expect((await admin.get('/discord/stats/interactions?days=0')).status).toBe(422);
  });
});

describe('what the database is asked', () => {
  const calls: Call[] = [];
  beforeAll(() => {
    mongoose.set('debug', (collection: string, method: string, ...args: unknown[]) => {
      calls.push({ collection, method, args });
    });
  });
  afterAll(() => mongoose.set('debug', false));

  it('reads no collection as a whole, whatever a sweep, a list or a change asks for', async () => {
    const { id: eventId } = await scene.event({ title: 'Asked about' });
    await admin.post(`/events/${eventId}/signups`, {});
    const { document } = await readApiSchema(app);
    const ids: Readonly<Record<string, string>> = {
      org_id: scene.orgId,
      organizations: scene.orgId,
      guilds: guild.id,
    };
    const lists = Object.entries(document.paths).flatMap(([path, { get }]) =>
      get === undefined
        ? []
        : [
            path.replaceAll(
              /(\w+)\/\{(\w+)\}/g,
              (_all, noun: string, name: string) => `${noun}/${ids[name] ?? ids[noun] ?? eventId}`,
            ),
          ],
    );
    for (const who of [admin, scene.admin]) for (const path of lists) await who.raw('GET', path);
    for (const filter of [
      'status=pending',
      'type=manage_roles',
      `event_id=${eventId}`,
      `guild_id=${guild.id}`,
    ])
      await admin.get(`/discord/jobs?${filter}`);
    await scene.admin.patch(`/events/${eventId}`, { title: 'Another title' });
    await admin.delete(`/events/${eventId}/signups/me`);
    await scene.admin.patch(`/discord/guilds/${guild.id}`, { auto_manage_roles: true });
    const handlers = app.verselink.app.get(JobHandlers, { strict: false });
    const about = { event_id: eventId, org_id: scene.orgId, guild_id: guild.id };
    for (const name of [...Object.keys(SCHEDULES), ...Object.keys(TRIGGERS)])
      await handlers.trigger(name)(about);

    const { db } = app.verselink.app.get<Connection>(getConnectionToken(), { strict: false });
    if (db === undefined) throw new Error('not connected');
    const asked = new Map(calls.flatMap((call) => questionOf(call) ?? []).map((one) => [shapeOf(one), one]));
    expect(asked.size).toBeGreaterThan(80);
    const scans: string[] = [];
    for (const [shape, question] of asked) {
      const plan = await db.command({ explain: question, verbosity: 'queryPlanner' });
      if (JSON.stringify(plan).includes('"COLLSCAN"')) scans.push(shape);
    }
    expect(scans).toEqual([]);
  });

  it('reads nothing of what is over when it compares servers', async () => {
    const { db } = app.verselink.app.get<Connection>(getConnectionToken(), { strict: false });
    if (db === undefined) throw new Error('not connected');
    const over = Array.from({ length: OVER }, () => ({
      _id: uuidv7(),
      event_id: uuidv7(),
      guild_id: guild.id,
    }));
    const mirror = { intent: 'present', sync_state: 'synced', status: 3 };
    const mirrors = over.map((row) => ({ ...row, ...mirror, discord_event_id: uuidv7() }));
    const messages = over.map((row) => ({ ...row, active: false, message_id: uuidv7() }));
    await db.collection<{ _id: string }>('discord_events').insertMany(mirrors);
    await db.collection<{ _id: string }>('interactive_messages').insertMany(messages);
    calls.length = 0;
    await app.verselink.app.get(JobHandlers, { strict: false }).trigger('read_back')({});
    const asked = calls.flatMap((call) => questionOf(call) ?? []);
    expect(asked.length).toBeGreaterThan(3);
    for (const question of asked) {
      const plan = await db.command({ explain: question, verbosity: 'executionStats' });
      expect(plan['executionStats'], shapeOf(question)).toMatchObject({
        totalDocsExamined: expect.toSatisfy((examined: number) => examined < OVER / 10) as number,
      });
    }
  });
});

/** What a call asks the database, as a `find`; nothing for one that only writes, or asks for a whole collection. */
function questionOf({ collection, method, args }: Call): Question | null {
  if (/insert|bulk|aggregate|index/i.test(method)) return null;
  const [filter, options] = (method === 'distinct' ? [args[1]] : [args[0], args.at(-1)]) as [
    object?,
    Options?,
  ];
  if (filter === undefined || Object.keys(filter).length === 0) return null;
  const { sort, collation } = method.startsWith('find') ? (options ?? {}) : {};
  return { find: collection, filter, ...(sort && { sort }), ...(collation && { collation }) };
}

/** The same for questions that differ in their values alone. */
function shapeOf(question: Question): string {
  return JSON.stringify(question, (key, value: unknown) =>
    key === 'find' || (typeof value === 'object' && !(value instanceof Date)) ? value : '?',
  );
}
