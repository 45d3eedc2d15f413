import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FaultStage, LONG } from '../support/fault-stage.js';

// Several processes of each kind at once, and clocks that disagree.

const ACTS = LONG ? 200 : 40;
/** Longer than a claim or a lock lasts; what was put off by a clock that was ahead waits as long. */
const JUMP_MS = 45_000;

let stage: FaultStage;
let clocks: { readonly folder: string; readonly files: readonly string[] };
beforeEach(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'vl-clocks-'));
  clocks = { folder, files: ['one', 'other'].map((name) => path.join(folder, name)) };
});
afterEach(async () => {
  await stage.close();
  await rm(clocks.folder, { recursive: true });
});

const jump = (...jumps: readonly number[]) =>
  Promise.all(clocks.files.map((file, index) => writeFile(file, String((jumps[index] ?? 0) * JUMP_MS))));
/** Two workers, each with a clock that jumps. */
async function startWorkers(): Promise<void> {
  const preload = path.resolve(import.meta.dirname, '../support/jumping-clock.mjs');
  for (const file of clocks.files)
    await stage.fleet.start('worker', { NODE_OPTIONS: `--import=${preload}`, CLOCK_OFFSET_FILE: file });
}

describe('in the end each event is shown once on each server', { timeout: 900_000 }, () => {
  it('when two of each process race, and the clocks of the workers disagree', async () => {
    stage = await FaultStage.open(['api', 'api', 'bot']);
    await stage.fleet.startSpareBot();
    await jump(0, 1);
    await startWorkers();
    await stage.create(4);
    await Promise.all([stage.play(ACTS), stage.play(ACTS)]);
    await stage.expectAllWell();
    expect(await stage.tooManyRequests()).toEqual([]);
  });

  // On demand alone: it takes minutes, since what a clock put off waits for the clock.
  it('when the clocks of the workers jump apart and back', { tags: ['on-demand'], skip: !LONG }, async () => {
    stage = await FaultStage.open(['api', 'bot']);
    await jump(0, 0);
    await startWorkers();
    await stage.create(4);
    for (const jumps of [
      [1, 0],
      [-1, 1],
      [0, -1],
    ] as const) {
      const playing = stage.play(ACTS / 2);
      await jump(...jumps);
      await playing;
    }
    await jump(0, 0);
    await stage.expectAllWell();
  });
});
