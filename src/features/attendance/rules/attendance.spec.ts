import { describe, expect, it } from 'vitest';
import { attendanceOf, bar, rated } from './attendance.js';
import { channelsIn, minutesWithin, windowOf } from './presence.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 0, 7, 12, minute));
const span = (from: number, to: number | null) => ({ from: at(from), to: to === null ? null : at(to) });

describe('minutes in an event', () => {
  const window = { from: at(0), to: at(60) };
  it.each([
    ['whole spans', [span(10, 20), span(30, 45)], 25],
    ['overlapping ones once', [span(10, 30), span(20, 40), span(15, 18)], 30],
    ['what lies within alone', [span(-30, 10), span(50, 90)], 20],
    ['who is still there', [span(20, null)], 40],
    ['nothing outside', [span(-30, -10), span(70, 80)], 0],
  ])('count %s', (_what, spans, minutes) => {
    expect(minutesWithin(spans, window, at(200))).toBe(minutes);
  });

  it('count until now while the event lasts', () => {
    expect(minutesWithin([span(20, null)], window, at(30))).toBe(10);
  });

  it('begin a quarter of an hour before it does, and end when it was completed', () => {
    const event = { start_at_utc: at(0), duration_minutes: 60 };
    expect(windowOf({ ...event, changes: [] })).toEqual({ from: at(-15), to: at(60) });
    const change = (kind: 'started' | 'completed', minute: number) => ({
      ...{ id: kind, kind, rev: 1 },
      at: at(minute),
    });
    const changes = [change('started', -5), change('completed', 40)];
    expect(windowOf({ ...event, changes })).toEqual({ from: at(-20), to: at(40) });
  });
});

it('reads channels from a location', () => {
  const [a, b] = ['123456789012345678', '223456789012345678'];
  expect(channelsIn(`<#${a}> or https://discord.com/channels/323456789012345678/${b}`)).toEqual([a, b]);
  expect(channelsIn('Daymar')).toEqual([]);
  expect(channelsIn(null)).toEqual([]);
});

describe('attending', () => {
  it.each([
    ['a check-in', 'checked_in', 0, true],
    ['ten minutes in voice', 'confirmed', 10, true],
    ['a moment in voice', 'confirmed', 9, false],
    ['a seat alone', 'late', 0, false],
    ['a no-show, whatever else', 'no_show', 50, false],
  ] as const)('%s', (_what, status, minutes, attended) => {
    expect(attendanceOf({ status }, minutes, 60)).toMatchObject({ signed_up: true, attended });
  });

  it('takes half of a short event, and no seat for one', () => {
    expect(attendanceOf({ status: 'confirmed' }, 8, 15)).toMatchObject({ attended: true });
    expect(attendanceOf({ status: 'absent' }, 50, 60)).toMatchObject({ signed_up: false, attended: false });
    expect(attendanceOf(null, 50, 60)).toMatchObject({ signed_up: false, attended: false, minutes: 50 });
  });

  it('has rates only where there were seats, and a bar of ten cells', () => {
    const none = { signed_up: 0, checked_in: 0, attended: 0, no_shows: 0, minutes: 0 };
    expect(rated(none)).toMatchObject({ attendance_rate: null, no_show_rate: null });
    expect(rated({ ...none, signed_up: 3, attended: 2, no_shows: 1 })).toMatchObject({
      attendance_rate: 0.667,
      no_show_rate: 0.333,
    });
    expect(bar(0.667)).toBe('▰▰▰▰▰▰▰▱▱▱');
  });
});
