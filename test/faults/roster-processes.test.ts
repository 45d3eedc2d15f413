import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { effectsOf } from '../../src/features/events/rules/effects.js';
import type { EventRecord } from '../../src/features/events/rules/event-record.js';
import { MirrorFanOut } from '../../src/features/scheduled-events/mirror-fan-out.js';
import { WebhooksRepository } from '../../src/features/webhooks/webhooks.repository.js';
import { CalledProcess } from '../support/child-process.js';
import { Community } from '../support/community.js';
import { expectKept, RosterLog } from '../support/roster-log.js';
import { RosterCrowd } from '../support/roster-crowd.js';
import { SeededChance } from '../support/seeded-chance.js';

/**
 * Three processes of their own answer a crowd on the same events, and are killed in the midst of it. Wants `npm run build`.
 * Longer: ROSTER_KILLS=200 npx vitest run test/faults/roster-processes.test.ts. The same choices again: SEED=17.
 */
const KILLS = Number(process.env['ROSTER_KILLS'] ?? 4);
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const PROCESSES = 3;
const PROGRAM = 'test/support/roster-process.mjs';

let community: Community;
let processes: CalledProcess[] = [];
const restarts: Promise<void>[] = [];

beforeAll(async () => {
  community = await Community.open();
  const now = new Date();
  await community.get(WebhooksRepository).create({
    id: uuidv7(),
    url: 'https://listener.example/',
    events: ['*'],
    secret: 'whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=',
    active: true,
    previous_secret: null,
    previous_secret_until: null,
    consecutive_failures: 0,
    disabled_reason: null,
    disabled_at: null,
    created_at: now,
    updated_at: now,
  });
  processes = await Promise.all(Array.from({ length: PROCESSES }, start));
}, 120_000);
afterAll(async () => {
  await Promise.all(processes.map((each) => each.kill()));
  await community.close();
}, 60_000);

const start = (): Promise<CalledProcess> => CalledProcess.start(PROGRAM, community.databases);

/** Kills one of those that run, once there are two, and starts another in its place; it does not wait for that one. */
async function killOne(chance: SeededChance): Promise<void> {
  const areUp = (): number => processes.filter(({ alive }) => alive).length;
  await expect.poll(areUp, { timeout: 60_000 }).toBeGreaterThan(1);
  const running = [...processes.keys()].filter((n) => processes[n]?.alive === true);
  const n = running[chance.whole(0, running.length - 1)] ?? 0;
  await processes[n]?.kill();
  restarts.push(start().then((next) => void (processes[n] = next)));
}

it(
  `keeps every acknowledged answer and every rule, whichever process is killed (SEED=${SEED})`,
  { timeout: KILLS * 20_000 + 60_000 },
  async () => {
    const chance = new SeededChance(SEED);
    const role = (id: string, capacity: number) => ({
      id,
      name: id,
      capacity,
      description: null,
      emoji: null,
    });
    // It runs already: people check in, and staff note who did not come.
    const crowded = await community.event({
      state: 'active',
      start_at_utc: new Date(),
      max_participants: 8,
      roles: [role('tank', 3), role('medic', 2)],
      fleet_ships: [{ id: 'hull-c', ship_model: 'Hull C', required_crew: 3, notes: null }],
    });
    const events = [
      crowded,
      await community.event({ max_participants: 5, approval_required: true }),
      // Offers run out by themselves while processes are killed: a twentieth of a minute.
      await community.event({ max_participants: 4, offer_minutes: 0.05 }),
    ];
    const log = new RosterLog();
    const crowd = new RosterCrowd(chance, events, log);

    let isOver = false;
    const lanes = processes.flatMap((_, n) =>
      Array.from({ length: 6 }, () =>
        crowd.act(
          () => processes[n],
          () => isOver,
        ),
      ),
    );
    try {
      for (let kill = 0; kill < KILLS; kill++) {
        const answers = log.acknowledged.length;
        await expect.poll(() => log.acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(answers + 20);
        await sleep(chance.whole(0, 300));
        await killOne(chance);
        for (const event of events) await community.audit(event);
      }
      await Promise.all(restarts);
      await sleep(500);
    } finally {
      isOver = true;
    }
    await Promise.all(lanes);
    console.log(`SEED=${SEED}: ${log.summary()}, ${KILLS} kills`);

    expect(log.acknowledged.length).toBeGreaterThan(20 * KILLS);
    await community.get(MirrorFanOut).sweep();
    for (const event of events) {
      const now = await community.audit(event);
      expectKept(now, log);
      await expectToldOnce(now, log);
    }
  },
);

it('tells the rest, and nothing twice, when it is killed between a write and its effects, and among these', async () => {
  const event = await community.event({ max_participants: 5 });
  const [first, second] = processes;
  const log = new RosterLog();
  const crowd = new RosterCrowd(new SeededChance(SEED), [event], log);
  await Promise.all(Array.from({ length: 40 }, () => crowd.join(first)));

  void second?.call('effects', 'tell', event.id).catch(() => undefined);
  const told = async (): Promise<number> => (await deliveriesOf(event)).length;
  await expect.poll(told, { interval: 5, timeout: 20_000 }).toBeGreaterThan(0);
  await Promise.all([first?.kill(), second?.kill()]);
  const toldBefore = await deliveriesOf(event);
  console.log(`killed after ${toldBefore.length} of 40 effects`);

  await community.get(MirrorFanOut).sweep();
  const now = await community.audit(event);
  expectKept(now, log);
  await expectToldOnce(now, log);
  expect((await deliveriesOf(event)).map(({ event_id }) => event_id)).toEqual(
    expect.arrayContaining(toldBefore.map(({ event_id }) => event_id)),
  );
}, 60_000);

interface Told {
  readonly event_id: string;
  readonly type: string;
}

function deliveriesOf({ id }: EventRecord): Promise<Told[]> {
  return community
    .get<Connection>(getConnectionToken())
    .collection('webhook_deliveries')
    .find<Told>({ event_id: { $regex: `^${id}/` } }, { projection: { _id: 0, event_id: 1, type: 1 } })
    .toArray();
}

/** Every effect that can be derived was told once; what else was told is an earlier change of an entry, of the kind that was answered. */
async function expectToldOnce(event: EventRecord, log: RosterLog): Promise<void> {
  const now = await community.read(event);
  expect(now).toMatchObject({ effects_due: false, effects_revision: now.revision });
  const told = await deliveriesOf(event);
  const ids = told.map(({ event_id }) => event_id);
  expect(new Set(ids).size, 'no effect twice').toBe(ids.length);

  const types = new Map(told.map(({ event_id, type }) => [event_id, type]));
  const derivable = effectsOf({ ...now, effects_revision: 1 }, now.roster);
  for (const { id, type } of derivable) expect([id, types.get(id)]).toEqual([id, type]);

  const last = new Set(derivable.map(({ id }) => id));
  for (const { event_id, type } of told.filter((one) => !last.has(one.event_id))) {
    const [, rev, entryId] = event_id.split('/');
    const entry = now.roster.find(({ id }) => id === entryId);
    expect(entry?.change_rev, `${event_id} is an earlier change`).toBeGreaterThan(Number(rev));
    const seen = log.entryAt(event.id, entryId ?? '', Number(rev));
    if (seen === undefined) continue;
    const [same] = effectsOf({ ...now, changes: [], effects_revision: 0 }, [seen]);
    expect(type, event_id).toBe(same?.type);
  }
}
