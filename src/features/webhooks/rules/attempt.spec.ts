import { describe, expect, it } from 'vitest';
import { judge, patienceMs, retryAfterMs } from './attempt.js';

const attempt = (responseStatus: number | null, error: string | null = 'The receiver failed') => ({
  response_status: responseStatus,
  response_excerpt: null,
  duration_ms: 5,
  error,
});
const fresh = { retry_count: 0, max_retries: 12 };

describe('judge', () => {
  it.each([
    ['delivered', attempt(200, null), fresh],
    ['again', attempt(503), fresh],
    ['again', attempt(null), fresh],
    ['failed', attempt(503), { retry_count: 12, max_retries: 12 }],
    ['gone', attempt(410), fresh],
  ] as const)('says %s', (verdict, result, tries) => {
    expect(judge(result, tries)).toBe(verdict);
  });
});

describe('retryAfterMs', () => {
  const now = new Date('2026-01-07T12:00:00.000Z');

  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Wed, 07 Jan 2026 12:10:00 GMT', 600_000],
    ['Wednesday, 07-Jan-26 12:10:00 GMT', 600_000],
    ['Wed Jan  7 12:10:00 2026', 600_000],
    ['Wed, 07 Jan 2026 11:00:00 GMT', 0],
    ['soon', null],
    ['-5', null],
    ['1.5', null],
    [undefined, null],
  ])('reads %s as %s', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });
});

describe('patienceMs', () => {
  it('is what the receiver asks for, up to an hour', () => {
    expect(patienceMs(600_000)).toBe(600_000);
    expect(patienceMs(86_400_000)).toBe(3_600_000);
    expect(patienceMs(null)).toBeNull();
  });
});
