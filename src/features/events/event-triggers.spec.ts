import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LiveNews } from '../../infra/live-news.js';
import type { JobQueue } from '../../queue/job-queue.js';
import { EventTriggers } from './event-triggers.js';

const told: string[] = [];
let triggers: EventTriggers;

beforeEach(() => {
  vi.useFakeTimers();
  told.length = 0;
  const queue = {
    trigger: (_name: string, { event_id }: { event_id: string }) => Promise.resolve(void told.push(event_id)),
  };
  triggers = new EventTriggers(queue as unknown as JobQueue, {} as LiveNews);
});

afterEach(() => vi.useRealTimers());

it('tells of the first change nearly at once, and of each event apart', () => {
  triggers.changed('a');
  triggers.changed('b');
  expect(told).toEqual([]);
  vi.advanceTimersByTime(10);
  expect(told).toEqual(['a', 'b']);
});

it('gathers a crowd, and tells of its last change too', () => {
  for (let click = 0; click < 100; click++) {
    triggers.changed('a');
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(1_000);
  expect(told.length).toBeGreaterThanOrEqual(4);
  expect(told.length).toBeLessThanOrEqual(5);

  triggers.changed('a');
  vi.advanceTimersByTime(10);
  expect(told.length).toBeLessThanOrEqual(6);
});

it('says nothing more when nothing more has changed', () => {
  triggers.changed('a');
  vi.advanceTimersByTime(5_000);
  expect(told).toEqual(['a']);
});
