import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { JobHandlers } from '../src/jobs/job-handlers.js';
import { SCHEDULES } from '../src/queue/catalogue.js';
import { anEventWithRoster } from '../test/factories/event.js';
import { startApp } from '../test/support/app.js';
import { openDatabases } from '../test/support/databases.js';
import { startDiscord, type TestDiscord, type TestGuild } from '../test/support/discord.js';
import { aScene, mirrorsOf, type EventBody, type Scene } from '../test/support/scene.js';
import { median, percentile, rounded } from './support/times.js';
import { startWhole, type Whole } from './support/whole.js';

/**
 * How soon Discord shows a change, and what the sweeps cost.
 *
 *     npm run build && npx vitest run --config bench/vitest.config.ts mirror
 */
const SERVERS = 20;
const EDITS = 150;
const EVERY_MS = 100;
const HAND_EDITS = 10;
const LIVE = 1_000;
const PAST = 100_000;
const SWEEPS = 15;
const POLL_MS = 15;

interface Stage {
  readonly scene: Scene;
  readonly guild: TestGuild;
  readonly event: EventBody;
}

let discord: TestDiscord;
let whole: Whole;
const stages: Stage[] = [];

// Each server has an organization of its own: one message in a channel may be edited about once a second.
beforeAll(async () => {
  discord = await startDiscord();
  whole = await startWhole(discord);
  for (let index = 0; index < SERVERS; index++) {
    const scene = await aScene(whole.setting);
    const guild = await discord.guild();
    await scene.register(guild);
    stages.push({ scene, guild, event: await scene.event() });
  }
  for (const stage of stages) await visible(stage, 'Night raid');
}, 120_000);

afterAll(async () => {
  await whole.close();
  await discord.close();
});

/** Waits until the scheduled event and the message of an event both show a title, or a later edit. */
async function visible({ guild, event }: Stage, title: string): Promise<void> {
  const isShown = (shown = '') => shown.includes(title) || numberIn(shown) > numberIn(title);
  for (;;) {
    const { events, messages } = await mirrorsOf(discord, guild, event.id);
    if (isShown(events[0]?.name) && isShown(messages[0]?.embeds[0]?.title)) return;
    await sleep(POLL_MS);
  }
}

const numberIn = (title: string): number => Number(/Edit number (\d+)/.exec(title)?.[1] ?? NaN);

it('shows an edit', async () => {
  const before = (await discord.requests()).length;
  const latencies: Promise<number>[] = [];
  for (let edit = 0; edit < EDITS; edit++) {
    const stage = stages[edit % SERVERS];
    if (stage === undefined) throw new Error('no server');
    const title = `Edit number ${String(edit)}.`;
    latencies.push(
      stage.scene.admin.patch(`/events/${stage.event.id}`, { title }).then(async ({ status }) => {
        expect(status).toBe(200);
        const answered = performance.now();
        await visible(stage, title);
        return performance.now() - answered;
      }),
    );
    await sleep(EVERY_MS);
  }
  const ms = await Promise.all(latencies);
  const limited = (await discord.requests()).slice(before).filter(({ status }) => status === 429);
  console.table([
    {
      edits: EDITS,
      'p50 ms': Math.round(median(ms)),
      'p99 ms': Math.round(percentile(ms, 0.99)),
      '429': limited.length,
    },
  ]);
}, 120_000);

it('repairs a hand edit', async () => {
  const ms: number[] = [];
  for (const [index, stage] of stages.slice(0, HAND_EDITS).entries()) {
    const title = `Before hand ${String(index)}.`;
    await stage.scene.admin.patch(`/events/${stage.event.id}`, { title });
    await visible(stage, title);
    const [shown] = (await mirrorsOf(discord, stage.guild, stage.event.id)).events;
    const path = `/v10/guilds/${stage.guild.id}/scheduled-events/${shown?.id ?? ''}`;
    const answer = await fetch(`${discord.env['DISCORD_API_URL'] ?? ''}${path}`, {
      method: 'PATCH',
      headers: {
        authorization: `Bot ${discord.env['DISCORD_BOT_TOKEN'] ?? ''}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ name: 'By hand' }),
    });
    expect(answer.status).toBe(200);
    const begun = performance.now();
    await visible(stage, title);
    ms.push(performance.now() - begun);
  }
  console.table([
    { 'hand edits': HAND_EDITS, 'p50 ms': Math.round(median(ms)), 'most ms': Math.round(Math.max(...ms)) },
  ]);
}, 120_000);

it('sweeps beside many past events', async () => {
  const databases = await openDatabases();
  const app = await startApp({ run: 'worker', databases, env: discord.env });
  const guild = await discord.guild();
  const handlers = app.verselink.app.get(JobHandlers, { strict: false });
  const sweeps = Object.entries(SCHEDULES).filter(
    ([name, schedule]) => 'sweeps' in schedule || name === 'read_back',
  );
  const rows: object[] = [];
  await fill(databases.mongodbUri, LIVE, 'published', guild);
  for (const past of [0, PAST]) {
    await fill(databases.mongodbUri, past, 'completed', guild);
    const row: Record<string, number> = { live: LIVE, past };
    for (const [name] of sweeps) {
      const ms: number[] = [];
      for (let n = 0; n < SWEEPS; n++) {
        const begun = performance.now();
        await handlers.trigger(name)({});
        ms.push(performance.now() - begun);
      }
      row[`${name}, p50 ms`] = rounded(median(ms));
    }
    rows.push(row);
  }
  console.table(rows);
  await app.stop();
  await databases.drop();
}, 300_000);

/** Events with a mirror each, in step. Those that are over had a scheduled event and a message; the others have nothing to compare. */
async function fill(
  mongodbUri: string,
  count: number,
  state: 'published' | 'completed',
  guild: TestGuild,
): Promise<void> {
  const connection = await createConnection(mongodbUri).asPromise();
  const now = new Date();
  const isPast = state === 'completed';
  const startAt = new Date(now.getTime() + (isPast ? -30 : 30) * 86_400_000);
  for (let done = 0; done < count; done += 1_000) {
    const events = Array.from({ length: Math.min(1_000, count - done) }, () => {
      const id = uuidv7();
      const due = isPast ? null : startAt;
      const { id: _id, ...fields } = anEventWithRoster([], {
        id,
        slug: id,
        state,
        start_at_utc: startAt,
        due_at: due,
      });
      return { _id, ...fields };
    });
    await connection.collection<{ _id: string }>('events').insertMany(events);
    const parts = events.map(({ _id }) => ({ _id: uuidv7(), event_id: _id, guild_id: guild.id }));
    if (isPast)
      await connection.collection<{ _id: string }>('interactive_messages').insertMany(
        parts.map((part) => ({
          ...part,
          channel_id: guild.channelId,
          message_id: uuidv7(),
          active: false,
          created_at: now,
        })),
      );
    await connection.collection<{ _id: string }>('discord_events').insertMany(
      parts.map((part) => ({
        ...part,
        intent: 'present',
        discord_event_id: isPast ? uuidv7() : null,
        status: isPast ? 3 : null,
        wanted_revision: 1,
        confirmed_revision: 1,
        sync_state: 'synced',
        next_attempt_at: startAt,
        created_at: now,
        updated_at: now,
      })),
    );
  }
  await connection.close();
}
