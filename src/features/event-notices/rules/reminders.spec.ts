import { describe, expect, it } from 'vitest';
import {
  allOffsets,
  dueOffsets,
  nextReminder,
  offsetsOfPeople,
  offsetsOn,
  truthfulUntil,
} from './reminders.js';

const start = new Date('2026-10-25T19:00:00.000Z');
const USUAL = [4320, 1440, 60];
const on = (offsets: readonly number[], enabled = true) => ({
  reminder_enabled: enabled,
  reminder_offsets_minutes: offsets,
});
const event = (offsets: readonly number[] | null) => ({
  start_at_utc: start,
  reminder_offsets_minutes: offsets,
});

describe('nextReminder', () => {
  it('is the earliest that is still to come, never one whose time has passed', () => {
    const next = (after: string) => nextReminder(start, USUAL, new Date(after))?.toISOString() ?? null;
    expect(next('2026-10-01T00:00:00Z')).toBe('2026-10-22T19:00:00.000Z');
    expect(next('2026-10-22T19:00:00Z')).toBe('2026-10-24T19:00:00.000Z');
    expect(next('2026-10-25T17:59:59Z')).toBe('2026-10-25T18:00:00.000Z');
    expect(next('2026-10-25T18:00:00Z')).toBeNull();
    expect(nextReminder(start, [], new Date(0))).toBeNull();
  });

  it('takes a day for 24 hours, also over the night in which the clocks go back in Paris', () => {
    // 25 October 2026, 19:00 UTC is 20:00 in Paris; 24 hours before it was 21:00 there.
    expect(nextReminder(start, [1440], new Date(0))?.toISOString()).toBe('2026-10-24T19:00:00.000Z');
  });
});

it('dueOffsets: all that became due since the last look', () => {
  const due = (from: string, now: string) => dueOffsets(start, USUAL, new Date(from), new Date(now));
  expect(due('2026-10-24T19:00:00Z', '2026-10-24T19:00:04Z')).toEqual([1440]);
  expect(due('2026-10-24T19:00:00Z', '2026-10-25T18:30:00Z')).toEqual([1440, 60]);
  expect(due('2026-10-24T19:00:01Z', '2026-10-24T19:00:04Z')).toEqual([]);
});

it('truthfulUntil: until the next one, the last one until the start', () => {
  expect(truthfulUntil(start, 4320, USUAL).toISOString()).toBe('2026-10-24T19:00:00.000Z');
  expect(truthfulUntil(start, 60, USUAL)).toEqual(start);
});

describe('who is reminded when', () => {
  it('a server by the event, else by itself, and not at all when it has reminders switched off', () => {
    expect(offsetsOn(event(null), on([60]))).toEqual([60]);
    expect(offsetsOn(event([30]), on([60]))).toEqual([30]);
    expect(offsetsOn(event([]), on([60]))).toEqual([]);
    expect(offsetsOn(event([30]), on([60], false))).toEqual([]);
  });

  it('people by the event, else whenever one of the servers is', () => {
    expect(offsetsOfPeople(event([30]), [on([60])])).toEqual([30]);
    expect(offsetsOfPeople(event(null), [on([60]), on([60, 15]), on([5], false)])).toEqual([60, 15]);
    expect(offsetsOfPeople(event(null), [])).toEqual(USUAL);
    expect(allOffsets(event(null), [on([60]), on([15])])).toEqual([60, 15]);
  });
});
