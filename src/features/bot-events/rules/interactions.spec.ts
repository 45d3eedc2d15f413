import { expect, it } from 'vitest';
import { byDay, type InteractionCount } from './interactions.js';

const at = (hour: string, kind: 'command' | 'component', count: number, ackMs: number): InteractionCount => ({
  hour: new Date(`2026-01-${hour}:00Z`),
  kind,
  count,
  ack_ms: ackMs,
  longest_ack_ms: ackMs / 2,
});

it('adds hours up to days, each kind by itself, the newest day first', () => {
  const days = byDay([
    at('07T12', 'command', 2, 40),
    at('07T23', 'command', 2, 120),
    at('08T00', 'component', 1, 6),
  ]);
  expect(days).toMatchObject([
    { day: '2026-01-08', kind: 'component', count: 1, average_ack_ms: 6, longest_ack_ms: 3 },
    { day: '2026-01-07', kind: 'command', count: 4, average_ack_ms: 40, longest_ack_ms: 60 },
  ]);
  const [, seventh] = days;
  expect(seventh?.by_hour.map((count, hour) => [hour, count]).filter(([, count]) => count !== 0)).toEqual([
    [12, 2],
    [23, 2],
  ]);
  expect(seventh?.by_hour).toHaveLength(24);
});
