import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, it } from 'vitest';
import type { Actor } from '../src/common/actor.js';
import { DomainError } from '../src/common/errors.js';
import { Community } from '../test/support/community.js';
import { crowd, median, type CrowdTimes } from './support/crowd.js';
import { CounterFirst, ReadThenWrite, type Design } from './support/other-designs.js';

/**
 * A crowd races for 40 seats, 64 at a time: VerseLink's signups against two simpler designs, in turn, in one run. What counts are the
 * ratios (shared/bench-anchors.md); the wrong seats say why the simpler designs will not do.
 *
 *     CROWD=500 ROUNDS=5 npx vitest run --config bench/vitest.config.ts signups
 */
const CROWD = Number(process.env['CROWD'] ?? 500);
const ROUNDS = Number(process.env['ROUNDS'] ?? 5);
const SEATS = 40;
const CONCURRENCY = 64;

let community: Community;
let members: Actor[];
let designs: Design[];

beforeAll(async () => {
  community = await Community.open();
  members = await community.members(CROWD);
  const connection = community.get<Connection>(getConnectionToken());
  designs = [new ReadThenWrite(connection, 'floor'), new CounterFirst(connection, 'counter'), ours()];
}, 600_000);
afterAll(() => community.close());

it(`${CROWD} people race for ${SEATS} seats`, async () => {
  const times = new Map<string, CrowdTimes[]>();
  const oversold = new Map<string, number>();
  const lost = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const design of designs) {
      const event = await design.open(SEATS);
      const result = await crowd(members, CONCURRENCY, ({ user_id }) => design.signUp(event, user_id));
      times.set(design.name, [...(times.get(design.name) ?? []), result]);
      const { confirmed } = await design.count(event);
      oversold.set(design.name, Math.max(oversold.get(design.name) ?? 0, confirmed - SEATS));
      lost.set(design.name, Math.max(lost.get(design.name) ?? 0, await seatsLost(design)));
    }
  }
  print(times, oversold, lost);
});

/** 45 people click twice at once for 40 seats: how many seats stay empty, or only look taken. */
async function seatsLost(design: Design): Promise<number> {
  const event = await design.open(SEATS);
  const clicks = members.slice(0, 45).flatMap((member) => [member, member]);
  await crowd(clicks, CONCURRENCY, ({ user_id }) => design.signUp(event, user_id));
  const { confirmed } = await design.count(event);
  return Math.max(0, SEATS - confirmed);
}

function print(
  times: ReadonlyMap<string, readonly CrowdTimes[]>,
  oversold: ReadonlyMap<string, number>,
  lost: ReadonlyMap<string, number>,
): void {
  const speeds = new Map(
    [...times].map(([name, rounds]) => [name, median(rounds.map((one) => one.perSecond))]),
  );
  const floor = [...speeds.values()][0] ?? 1;
  const rows = [...times].map(([name, rounds]) => ({
    design: name,
    'per second': Math.round(speeds.get(name) ?? 0),
    'of the floor': Number(((speeds.get(name) ?? 0) / floor).toFixed(2)),
    'p50 ms': Math.round(median(rounds.map((one) => one.p50))),
    'p99 ms': Math.round(median(rounds.map((one) => one.p99))),
    'oversold, at worst': oversold.get(name) ?? 0,
    'double clicks: empty seats, at worst': lost.get(name) ?? 0,
  }));
  console.log(`${CROWD} people, ${SEATS} seats, concurrency ${CONCURRENCY}, median of ${ROUNDS} rounds`);
  console.table(rows);
}

/** The whole use case: access, decision, and the trigger for the mirrors. A crowd beyond the roster's limit is told so. */
function ours(): Design {
  return {
    name: 'VerseLink, the whole use case',
    open: async (seats) => (await community.event({ max_participants: seats })).id,
    signUp: (id, user_id) => community.signUp({ user_id, site_admin: false }, { id }).catch(unlessFull),
    count: async (id) => {
      const { roster, seats } = await community.read({ id });
      const confirmed = roster.filter(({ status }) => status === 'confirmed').length;
      return { confirmed, counter: seats.confirmed };
    },
  };
}

function unlessFull(error: unknown): void {
  if (!(error instanceof DomainError) || error.code !== 'waitlist_full') throw error;
}
