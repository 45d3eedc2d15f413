import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FaultStage, LONG } from '../support/fault-stage.js';

// Everything is killed again and again while organizers and members go on.

const KILLS = LONG ? 50 : 2;
const EVENTS = LONG ? 200 : 8;

let stage: FaultStage;
beforeAll(async () => {
  stage = await FaultStage.open(['api', 'bot', 'worker'], { servers: LONG ? 5 : 2 });
}, 60_000);
afterAll(() => stage.close());

it(`loses and doubles nothing by ${String(KILLS)} kills of the worker or of everything`, async () => {
  const filling = stage.create(EVENTS);
  for (let kill = 0; kill < KILLS; kill++) {
    const playing = stage.play(12);
    await sleep(stage.chance.whole(0, 1_500));
    const killed = await stage.fleet.kill(stage.chance.next() < 0.5 ? 'worker' : undefined);
    expect(killed).not.toEqual([]);
    await playing;
    await Promise.all(killed.map((kind) => stage.fleet.start(kind)));
  }
  await filling;
  await stage.expectAllWell();
}, 3_600_000);
