import { setTimeout as sleep } from 'node:timers/promises';
import { seconds } from '../progress.js';

const pollMs = 50;

/**
 * Runs one step of the demo and prints its name, its time, and what it found.
 * @throws whatever the step throws, after printing that it failed.
 */
export async function step<T>(name: string, act: () => Promise<[result: T, found: string]>): Promise<T> {
  const started = performance.now();
  const took = (): string => seconds(performance.now() - started).padStart(8);
  try {
    const [result, found] = await act();
    console.log(`  ok      ${took()}   ${name}\n                     ${found}`);
    return result;
  } catch (error) {
    console.log(`  FAILED  ${took()}   ${name}`);
    throw error;
  }
}

/**
 * Reads until what is read satisfies, and answers with it.
 * @throws Error with what was missing, when it has not after `withinMs`.
 */
export async function eventually<T>(
  what: string,
  read: () => Promise<T | undefined>,
  withinMs = 10_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await read();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`not seen within ${withinMs / 1000} s: ${what}`);
    await sleep(pollMs);
  }
}

/** @throws Error saying what is wrong, unless it holds. */
export function verify(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not so: ${what}`);
}
