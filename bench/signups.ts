import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CalledProcess } from '../test/support/child-process.js';
import { Community } from '../test/support/community.js';
import { median, percentile, rounded } from './support/times.js';

/**
 * A crowd races for 40 seats, over one process and over three: VerseLink's whole use case beside its floor, in turn, in one run.
 * The floor reads, compares and inserts; it oversells. Only the ratios carry over to another day.
 *
 *     npm run build && ROUNDS=3 npx vitest run --config bench/vitest.config.ts signups
 */
const CROWDS = [500, 5_000];
const PROCESSES = [1, 3];
const ROUNDS = Number(process.env['ROUNDS'] ?? 3);
/** How many wait for their answer at a time, over all processes. */
const CONCURRENCY = Number(process.env['CONCURRENCY'] ?? 240);
const SEATS = 40;
const DESIGNS = ['floor', 'VerseLink'] as const;
type Design = (typeof DESIGNS)[number];

interface Race {
  readonly perSecond: number;
  readonly p99: number;
  readonly confirmed: number;
  readonly refused: number;
}

let community: Community;
let processes: CalledProcess[] = [];

beforeAll(async () => {
  community = await Community.open();
  const { databases } = community;
  const count = Math.max(...PROCESSES);
  const start = () => CalledProcess.start('bench/support/signups-process.mjs', databases);
  processes = await Promise.all(Array.from({ length: count }, start));
  await collection('signups').createIndex({ event_id: 1, user_id: 1 }, { unique: true }, {});
}, 120_000);
afterAll(async () => {
  await Promise.all(processes.map((each) => each.kill()));
  await community.close();
});

it(`races for ${SEATS} seats`, async () => {
  const rows: Record<string, unknown>[] = [];
  for (const crowd of CROWDS) {
    for (const count of PROCESSES) {
      const races: Record<Design, Race[]> = { floor: [], VerseLink: [] };
      // Once to warm up.
      for (let round = 0; round <= ROUNDS; round++) {
        for (const design of DESIGNS) {
          const race = await run(design, crowd, processes.slice(0, count));
          if (round > 0) races[design].push(race);
        }
      }
      for (const design of DESIGNS) rows.push({ crowd, processes: count, design, ...row(races, design) });
    }
  }
  console.log(`${SEATS} seats, ${CONCURRENCY} at a time, median of ${ROUNDS} rounds`);
  console.table(rows);
});

function row(races: Readonly<Record<Design, readonly Race[]>>, design: Design): Record<string, number> {
  const speed = (of: Design): number => median(races[of].map(({ perSecond }) => perSecond));
  const confirmed = races[design].map((race) => race.confirmed);
  return {
    'signups/s': Math.round(speed(design)),
    'of the floor': rounded(speed(design) / speed('floor')),
    'p99 ms': Math.round(median(races[design].map(({ p99 }) => p99))),
    oversold: Math.max(0, ...confirmed) > SEATS ? Math.max(...confirmed) - SEATS : 0,
    empty: Math.max(0, SEATS - Math.min(...confirmed)),
    refused: median(races[design].map(({ refused }) => refused)),
  };
}

async function run(design: Design, crowd: number, workers: readonly CalledProcess[]): Promise<Race> {
  const eventId = await open(design);
  const people = Array.from({ length: crowd }, () => randomUUID());
  const began = performance.now();
  const results = await Promise.all(
    workers.map((worker, n) =>
      worker.call<{ times: number[]; refusals: Record<string, number> }>('load', 'race', {
        design,
        eventId,
        userIds: people.filter((_, index) => index % workers.length === n),
        concurrency: Math.round(CONCURRENCY / workers.length),
      }),
    ),
  );
  const seconds = (performance.now() - began) / 1_000;
  const times = results.flatMap((result) => result.times);
  expect(times).toHaveLength(crowd);
  return {
    perSecond: crowd / seconds,
    p99: percentile(times, 0.99),
    confirmed: await confirmedOf(design, eventId),
    refused: results.reduce((sum, { refusals }) => sum + (refusals['waitlist_full'] ?? 0), 0),
  };
}

async function open(design: Design): Promise<string> {
  if (design === 'VerseLink') return (await community.event({ max_participants: SEATS })).id;
  const _id = randomUUID();
  await collection('events').insertOne({ _id, seats: SEATS, confirmed: 0, waitlist: 0 });
  return _id;
}

async function confirmedOf(design: Design, id: string): Promise<number> {
  if (design === 'floor') return collection('signups').countDocuments({ event_id: id, status: 'confirmed' });
  const { roster } = await community.audit({ id });
  return roster.filter(({ status }) => status === 'confirmed').length;
}

function collection(name: 'events' | 'signups') {
  const connection = community.get<Connection>(getConnectionToken());
  return connection.collection<{ readonly _id: string; readonly [field: string]: unknown }>(`floor_${name}`);
}
