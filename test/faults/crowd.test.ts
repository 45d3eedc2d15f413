import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import type { Answer, Client } from '../support/client.js';
import { openDatabases, type TestDatabases } from '../support/databases.js';
import { startDiscord, type Acknowledged, type TestDiscord } from '../support/discord.js';
import { eventually } from '../support/eventually.js';
import { type Program, startAppProcess } from '../support/process.js';
import { aScene, mirrorsOf, type EventBody } from '../support/scene.js';

const CROWD = 500;
const SEATS = 40;

let discord: TestDiscord;
let databases: TestDatabases;
let app: TestApp;
let bot: Program;

/**
 * Discord's is three seconds, which the bot of this machine has to share with the tests beside this one: how fast it is on a quiet one,
 * bench/clicks.ts measures.
 */
const DEADLINE_MS = 9_000;

// The bot is a process of its own, as it is in life. Wants `npm run build`.
beforeAll(async () => {
  discord = await startDiscord({ interactionDeadlineMs: DEADLINE_MS });
  databases = await openDatabases();
  app = await startApp({ run: 'api,worker', env: discord.env, databases });
  bot = startAppProcess('bot', databases, { ...discord.env, LOG_LEVEL: 'info' });
  await bot.printed('Connected to Discord');
});

afterAll(async () => {
  bot.child.kill('SIGTERM');
  await bot.exitCode();
  await app.close();
  await databases.drop();
  await discord.close();
});

it('500 members click for 40 seats: 40 are in, 460 wait in order, every click is answered, the message follows', async () => {
  const scene = await aScene(app);
  const guild = await discord.guild(
    Array.from({ length: CROWD }, (_, n) => ({ username: `pilot${n}`, locale: 'fr' })),
  );
  await scene.register(guild);
  const event = await scene.event({ max_participants: SEATS });
  const message = await eventually(async () => {
    const [first] = (await mirrorsOf(discord, guild, event.id)).messages;
    if (first === undefined) throw new Error('no message yet');
    return first;
  });
  const before = (await discord.requests()).length;

  const answers: Acknowledged[] = await Promise.all(
    guild.memberIds.map((member) => discord.click(message, member, "S'inscrire")),
  );
  expect(answers.filter(({ failed }) => failed !== null)).toEqual([]);

  // A deferred answer is an answer; the seat behind it is decided right after.
  const rows = await eventually(async () => {
    const all = await allSignups(scene.admin, event.id);
    expect(all).toHaveLength(CROWD);
    return all;
  }, 60_000);
  const seated = rows.filter(({ status }) => status === 'confirmed');
  const waiting = rows.filter(({ status }) => status === 'waitlist');
  expect([seated.length, waiting.length, rows.length]).toEqual([SEATS, CROWD - SEATS, CROWD]);
  expect(waiting.map(({ position_in_waitlist }) => position_in_waitlist)).toEqual(
    Array.from({ length: CROWD - SEATS }, (_, n) => n + 1),
  );
  const { body } = await scene.admin.get<EventBody>(`/events/${event.id}`);
  expect([body.confirmed_count, body.waitlist_count]).toEqual([SEATS, CROWD - SEATS]);

  await eventually(async () => {
    const { messages } = await mirrorsOf(discord, guild, event.id);
    const text = JSON.stringify(messages);
    expect(text).toContain(`(${SEATS}/${SEATS})`);
    expect(text).toContain(`(${CROWD - SEATS})`);
  });
  // A crowd makes a few edits, not five hundred.
  const edits = (await discord.requests()).slice(before).filter(({ method, path }) => {
    return method === 'PATCH' && path.includes(`/messages/${message.id}`);
  });
  expect(edits.length).toBeLessThan(CROWD / 10);
}, 120_000);

interface Row {
  readonly status: string;
  readonly position_in_waitlist: number | null;
}

async function allSignups(client: Client, eventId: string): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${cursor}`;
    const page: Answer<{ items: Row[]; next_cursor: string | null }> = await client.get(
      `/events/${eventId}/signups?limit=100${query}`,
    );
    rows.push(...page.body.items);
    cursor = page.body.next_cursor;
  } while (cursor !== null);
  return rows;
}
