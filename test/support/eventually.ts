import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Repeats `look` until it stops throwing, at most for `ms` milliseconds; then throws what it threw last.
 * For what happens soon, whenever that is on this machine.
 */
export async function eventually<T>(look: () => Promise<T> | T, ms = 15_000): Promise<T> {
  const deadline = Date.now() + ms;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
}
