import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { FaultStage, LONG, stageForAll } from '../support/fault-stage.js';

// Discord as it is on a bad day, while organizers and members go on.

const ACTS = LONG ? 200 : 30;
const AWAY_MS = LONG ? 60_000 : 8_000;
const ALWAYS = { times: 1_000_000 };

const stageNow = stageForAll(() => FaultStage.open(['api', 'bot', 'worker']));
let stage: FaultStage;
beforeEach(async () => {
  stage = stageNow();
  await stage.create(4);
}, 60_000);

describe('in the end each event is shown once on each server', { timeout: 900_000 }, () => {
  // First: it looks at every request that there was.
  it('when nothing goes wrong, and without a single 429', async () => {
    await stage.play(ACTS);
    await stage.expectAllWell();
    expect(await stage.tooManyRequests()).toEqual([]);
  });

  it.each([
    ['a fifth of the answers are lost after the work', [{ drop: 'after', probability: 0.2 }]],
    [
      'nearly a third of the requests are answered with 500 or 429',
      [
        { status: 500, probability: 0.15 },
        { status: 429, retry_after: 0.3, probability: 0.15 },
      ],
    ],
  ])('when %s', async (_what, faults) => {
    await stage.discord.faults(...faults.map((fault) => ({ ...fault, ...ALWAYS })));
    await stage.play(ACTS);
    await stage.discord.control('DELETE', '/faults');
    await stage.expectAllWell();
  });

  it('when Discord is away for a while, its gateway too', async () => {
    await stage.discord.faults({ drop: 'before', ...ALWAYS });
    await stage.discord.control('POST', '/gateway', { action: 'close' });
    const playing = stage.play(ACTS);
    await sleep(AWAY_MS);
    await playing;
    await stage.discord.control('DELETE', '/faults');
    await stage.expectAllWell();
  });
});
