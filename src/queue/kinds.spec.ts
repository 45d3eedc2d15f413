import { describe, expect, it } from 'vitest';
import { backoffMs } from './kinds.js';

describe('backoffMs', () => {
  const policy = { queue: 'verselink' as const, maxRetries: 8, backoffMs: 1_000, maxBackoffMs: 60_000 };

  it('doubles with each retry, up to the limit', () => {
    const waits = [1, 2, 3, 7, 20].map((retry) => backoffMs(policy, retry, 1));
    expect(waits).toEqual([1_000, 2_000, 4_000, 60_000, 60_000]);
  });

  it('spreads the retries of many jobs over a quarter of the wait', () => {
    expect(backoffMs(policy, 1, 0)).toBe(750);
    expect(backoffMs(policy, 1, 0.5)).toBe(875);
  });
});
