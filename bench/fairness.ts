import { v7 as uuidv7 } from 'uuid';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, it } from 'vitest';
import type { RosterEntry } from '../src/features/events/rules/roster.js';
import { anEventWithRoster } from '../test/factories/event.js';
import { anEntry } from '../test/factories/roster.js';
import { CalledProcess } from '../test/support/child-process.js';
import { Community } from '../test/support/community.js';
import { percentile, rounded } from './support/times.js';

/**
 * Whether a busy process starves another on the same event: how long the answers of each take, those of other events in the busy
 * one, and an organizer's `cancel` among them.
 *
 *     npm run build && npx vitest run --config bench/vitest.config.ts fairness
 */
const SIZES = [500, 1_000];
const SECONDS = Number(process.env['SECONDS'] ?? 10);
const OTHERS_PER_SECOND = 20;
const SEATS = 40;

/** Who sends how many commands a second; the first also serves other events, the last cancels. */
const MIXES: readonly Readonly<Record<string, number>>[] = [
  { bot: 90, api: 10 },
  { one: 33, two: 33, three: 33 },
];

let community: Community;
let processes: CalledProcess[] = [];

beforeAll(async () => {
  community = await Community.open();
  const { databases } = community;
  const start = () => CalledProcess.start('bench/support/signups-process.mjs', databases);
  processes = await Promise.all(Array.from({ length: 3 }, start));
}, 120_000);
afterAll(async () => {
  await Promise.all(processes.map((each) => each.kill()));
  await community.close();
});

it('gives each process its turn', async () => {
  const rows: Record<string, unknown>[] = [];
  // Code that has just been loaded is slow.
  await run({ one: 100, two: 100, three: 100 }, 100, 3);
  for (const mix of MIXES) for (const size of SIZES) rows.push(...(await run(mix, size)));
  console.table(rows);
});

async function run(
  mix: Readonly<Record<string, number>>,
  size: number,
  seconds = SECONDS,
): Promise<Record<string, unknown>[]> {
  const event = await crowdedEvent(size);
  const other = await crowdedEvent(100);
  const names = Object.keys(mix);
  const workers = processes.slice(0, names.length);
  for (const worker of workers) {
    for (const { id } of [event, other]) await worker.call('load', 'warmUp', id);
  }

  const steady = async (worker: CalledProcess | undefined, of: CrowdedEvent, perSecond: number) => {
    const { id: eventId, userIds } = of;
    const load = { eventId, userIds, perSecond, seconds };
    return (await worker?.call<{ times: number[] }>('load', 'steady', load))?.times ?? [];
  };
  const mixed = `${Object.values(mix).join(' + ')}/s`;
  const about = (who: string, times: readonly number[]) => ({
    load: mixed,
    entries: size,
    who,
    answers: times.length,
    'p50 ms': rounded(percentile(times, 0.5)),
    'p99 ms': rounded(percentile(times, 0.99)),
  });
  const theirs = workers.map((worker, n) => steady(worker, event, mix[names[n] ?? ''] ?? 0));
  const others = steady(workers[0], other, OTHERS_PER_SECOND);
  // In the last moments: what comes after it is refused.
  await sleep(seconds * 1_000 - 500);
  const cancel = (await workers.at(-1)?.call<number>('load', 'cancel', event.id)) ?? 0;
  const times = await Promise.all(theirs);
  return [
    ...times.map((each, n) => about(names[n] ?? '', each)),
    about(`other events in ${names[0] ?? ''}`, await others),
    about(`cancel by ${names.at(-1) ?? ''}`, [cancel]),
  ];
}

interface CrowdedEvent {
  readonly id: string;
  readonly userIds: readonly string[];
}

async function crowdedEvent(size: number): Promise<CrowdedEvent> {
  const roster = Array.from({ length: size }, (_, n): RosterEntry => {
    const status = n < SEATS ? 'confirmed' : 'waitlist';
    return anEntry({ id: uuidv7(), user_id: uuidv7(), status, order: n + 1 });
  });
  const id = uuidv7();
  const startAtUtc = new Date(Date.now() + 86_400_000);
  const dates = { start_at_utc: startAtUtc, due_at: startAtUtc };
  await community.events.create(
    anEventWithRoster(roster, { id, slug: id, max_participants: SEATS, ...dates }),
  );
  return { id, userIds: roster.map(({ user_id }) => user_id) };
}
