import { expect, it } from 'vitest';
import { Coalescer } from './coalesce.js';

/** A run that ends when told to. */
class Runs {
  readonly begun: string[] = [];
  private readonly ends: { resolve: () => void; reject: (error: Error) => void }[] = [];
  readonly coalescer = new Coalescer<number>((key, items) => {
    this.begun.push(`${key} ${items.join()}`);
    return new Promise((resolve, reject) => this.ends.push({ resolve, reject }));
  }, 3);

  async end(error?: Error): Promise<void> {
    const run = this.ends.shift();
    if (error === undefined) run?.resolve();
    else run?.reject(error);
    await settled();
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

it('gathers what comes while a run is under way into the next', async () => {
  const runs = new Runs();
  const done: number[] = [];
  for (const item of [1, 2, 3]) {
    void runs.coalescer.add('a', item).then(() => done.push(item));
    await settled();
  }
  expect(runs.begun).toEqual(['a 1']);
  await runs.end();
  expect(runs.begun).toEqual(['a 1', 'a 2,3']);
  expect(done).toEqual([1]);
  await runs.end();
  expect(done).toEqual([1, 2, 3]);
});

it('runs different keys side by side, and a key again after it was idle', async () => {
  const runs = new Runs();
  const both = [runs.coalescer.add('a', 1), runs.coalescer.add('b', 2)];
  await settled();
  expect(runs.begun).toEqual(['a 1', 'b 2']);
  await runs.end();
  await runs.end();
  await Promise.all(both);
  void runs.coalescer.add('a', 3);
  await settled();
  expect(runs.begun).toEqual(['a 1', 'b 2', 'a 3']);
});

it('tells a failure to those of that run only', async () => {
  const runs = new Runs();
  const first = runs.coalescer.add('a', 1).catch(String);
  await settled();
  const second = runs.coalescer.add('a', 2).catch(String);
  await runs.end(new Error('away'));
  await runs.end();
  expect(await Promise.all([first, second])).toEqual(['Error: away', undefined]);
});

it('puts no more than it may into one run, and loses no one', async () => {
  const runs = new Runs();
  const done: number[] = [];
  for (const item of [1, 2, 3, 4, 5, 6, 7, 8]) {
    void runs.coalescer.add('a', item).then(() => done.push(item));
    if (item === 1) await settled();
  }
  for (const count of [1, 4, 7, 8]) {
    await runs.end();
    expect(done).toHaveLength(count);
  }
  expect(runs.begun).toEqual(['a 1', 'a 2,3,4', 'a 5,6,7', 'a 8']);
  void runs.coalescer.add('a', 9);
  await settled();
  expect(runs.begun.at(-1), 'idle again').toBe('a 9');
});
