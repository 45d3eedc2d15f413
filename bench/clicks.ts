import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextDiscordId } from '../test/support/app.js';
import {
  startDiscord,
  type Acknowledged,
  type DiscordMessage,
  type TestDiscord,
} from '../test/support/discord.js';
import { eventually } from '../test/support/eventually.js';
import { mirrorsOf } from '../test/support/scene.js';
import { TRANSPORTS } from '../test/support/transports.js';
import { percentile, rounded } from './support/times.js';
import { processorMs, startWhole, type Whole } from './support/whole.js';

/**
 * From a click on "S'inscrire" to its acknowledgement, over both of Discord's transports, each beside a bare discord.js bot with one
 * database write and one reply (which always hears of clicks over the gateway), in one run. Only the ratios carry over to another day.
 *
 *     npm run build && npx vitest run --config bench/vitest.config.ts clicks [-t "over http"]
 *
 * CLICKS=0.02 sends a fiftieth of the clicks: to try the bench itself.
 */
const SHARE = Number(process.env['CLICKS'] ?? 1);
const LOADS = [
  { name: '100/s, processes cold', perSecond: 100, clicks: 700 * SHARE },
  { name: '100/s', perSecond: 100, clicks: 700 * SHARE },
  { name: '200/s', perSecond: 200, clicks: 1_400 * SHARE },
  { name: '500 at once', perSecond: 10_000, clicks: 500 * SHARE },
];
const MEMBERS = 700;
const LABEL = "S'inscrire";

interface Contestant {
  readonly name: string;
  readonly pid: number;
  readonly discord: TestDiscord;
  /** A new message whose button is to be clicked. */
  readonly message: () => Promise<DiscordMessage>;
}

const memberIds = Array.from({ length: MEMBERS }, nextDiscordId);
const members = memberIds.map((id, index) => ({ id, username: `pilot${String(index)}` }));

let whole: Whole;
let bareBot: ChildProcess;
let contestants: Contestant[];
let sandboxes: TestDiscord[];

describe.each(TRANSPORTS)('over %s', (transport) => {
  beforeAll(async () => {
    sandboxes = [await startDiscord(), await startDiscord()];
    const [ours, theirs] = sandboxes as [TestDiscord, TestDiscord];
    whole = await startWhole(ours);
    if (transport === 'http')
      await ours.sendInteractionsTo(`${whole.url}/api/v1/discord/events/interactions`);
    contestants = [await verseLink(ours, transport), await floor(theirs)];
  }, 60_000);

  afterAll(async () => {
    bareBot.kill();
    await whole.close();
    for (const sandbox of sandboxes) await sandbox.close();
  });

  it('acknowledges clicks', async () => {
    const rows = [];
    for (const load of LOADS) {
      for (const contestant of contestants) rows.push(await measure(contestant, load));
    }
    console.table(rows);
  }, 300_000);
});

async function verseLink(discord: TestDiscord, transport: (typeof TRANSPORTS)[number]): Promise<Contestant> {
  const guild = await discord.guild(members);
  await whole.scene.register(guild);
  return {
    name: `VerseLink, ${transport}`,
    pid: whole.program.child.pid ?? 0,
    discord,
    message: async () => {
      const event = await whole.scene.event({ max_participants: 40 });
      return eventually(async () => {
        const [message] = (await mirrorsOf(discord, guild, event.id)).messages;
        if (message === undefined) throw new Error('the event has no message yet');
        return message;
      });
    },
  };
}

async function floor(discord: TestDiscord): Promise<Contestant> {
  const guild = await discord.guild(members);
  const env = { ...process.env, ...discord.env, MONGODB_URI: whole.databases.mongodbUri };
  bareBot = fork(path.join(import.meta.dirname, 'support/bare-bot.mjs'), { env });
  await once(bareBot, 'message');
  return {
    name: 'bare discord.js',
    pid: bareBot.pid ?? 0,
    discord,
    message: async () => {
      bareBot.send(guild.channelId);
      const [id] = (await once(bareBot, 'message')) as [string];
      const { channels } = await discord.read(guild.id);
      const message = channels.flatMap(({ messages }) => messages).find((each) => each.id === id);
      if (message === undefined) throw new Error('the bare bot has posted nothing');
      return message;
    },
  };
}

async function measure({ name, pid, discord, message }: Contestant, load: (typeof LOADS)[number]) {
  const target = await message();
  await sleep(1_500);
  const used = processorMs(pid);
  const begun = performance.now();
  const answers: Promise<Acknowledged>[] = [];
  for (let index = 0; index < load.clicks; index++) {
    const wait = begun + (index * 1_000) / load.perSecond - performance.now();
    if (wait > 0) await sleep(wait);
    answers.push(discord.click(target, memberIds[index % MEMBERS] ?? '', LABEL));
  }
  const acknowledged = await Promise.all(answers);
  expect(acknowledged.filter(({ failed }) => failed !== null)).toEqual([]);
  const times = acknowledged.map(({ ack_ms }) => ack_ms);
  return {
    load: load.name,
    who: name,
    'p50 ms': rounded(percentile(times, 0.5)),
    'p99 ms': rounded(percentile(times, 0.99)),
    'processor ms a click': rounded((processorMs(pid) - used) / load.clicks, 2),
    deferred: acknowledged.filter(({ type }) => type === 5 || type === 6).length,
  };
}
