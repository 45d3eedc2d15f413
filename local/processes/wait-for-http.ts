import { setTimeout as sleep } from 'node:timers/promises';
import type { Child } from './child.js';

const pollMs = 50;

/**
 * Waits until a child answers at an address with success.
 * @throws Error in plain words, with the child's last words, when it ends before, or takes too long.
 */
export async function waitForHttp(child: Child, url: string, withinMs: number): Promise<void> {
  let ended: string | undefined;
  void child.exited.then((how) => (ended = how));
  const deadline = Date.now() + withinMs;
  while (!(await answers(url))) {
    if (ended !== undefined)
      throw new Error(`${child.name} did not start, it ${ended}:\n${child.lastWords()}`);
    if (Date.now() > deadline) {
      throw new Error(
        `${child.name} does not answer at ${url} after ${withinMs / 1000} s:\n${child.lastWords()}`,
      );
    }
    await sleep(pollMs);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
