import { describe, expect, it } from 'vitest';
import { DomainError } from '../../common/errors.js';
import {
  dayOf,
  occurrenceOn,
  occurrencesAfter,
  readRule,
  recurrenceOf,
  requireRecurrence,
} from './recurrence.js';
import type { Recurrence } from './rules/series.js';
import { ruleInWords } from './rules/words.js';

const PARIS = 'Europe/Paris';
const series = (rule: string, localStart: string, more: Partial<Recurrence> = {}): Recurrence => ({
  rule,
  timezone: PARIS,
  local_start: localStart,
  skipped: [],
  ...more,
});
const starts = (recurrence: Recurrence, after: string, count: number): string[] =>
  occurrencesAfter(recurrence, new Date(after), count).map(({ at }) => at.toISOString().slice(0, 16));

describe('occurrences', () => {
  it('keep to the clock of the zone over both changes of clocks', () => {
    const tuesdays = series('FREQ=WEEKLY;BYDAY=TU', '2026-03-24T21:00');
    expect(starts(tuesdays, '2026-03-01T00:00Z', 2)).toEqual(['2026-03-24T20:00', '2026-03-31T19:00']);
    expect(starts(tuesdays, '2026-10-18T00:00Z', 2)).toEqual(['2026-10-20T19:00', '2026-10-27T20:00']);
  });

  it('are not on a clock time that is skipped, and count for the first of one that comes twice', () => {
    const nights = (from: string) => series('FREQ=DAILY', `${from}T02:30`);
    expect(starts(nights('2026-03-28'), '2026-03-01T00:00Z', 2)).toEqual([
      '2026-03-28T01:30',
      '2026-03-30T00:30',
    ]);
    expect(starts(nights('2026-10-24'), '2026-10-01T00:00Z', 3)).toEqual([
      '2026-10-24T00:30',
      '2026-10-25T00:30',
      '2026-10-26T01:30',
    ]);
  });

  it('leave out months without such a day', () => {
    const last = series('FREQ=MONTHLY;BYMONTHDAY=31', '2026-01-31T21:00');
    expect(starts(last, '2026-01-01T00:00Z', 3)).toEqual([
      '2026-01-31T20:00',
      '2026-03-31T19:00',
      '2026-05-31T19:00',
    ]);
    const leap = series('FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=29', '2028-02-29T12:00');
    expect(starts(leap, '2027-01-01T00:00Z', 2)).toEqual(['2028-02-29T11:00', '2032-02-29T11:00']);
    const fridays = series('FREQ=MONTHLY;BYDAY=-1FR', '2026-01-30T21:00');
    expect(starts(fridays, '2026-02-01T00:00Z', 2)).toEqual(['2026-02-27T20:00', '2026-03-27T20:00']);
  });

  it('end by COUNT, and by UNTIL on the zone’s calendar', () => {
    const three = series('FREQ=WEEKLY;COUNT=3', '2026-12-01T21:00', { skipped: ['2026-12-08'] });
    expect(starts(three, '2026-01-01T00:00Z', 9)).toEqual(['2026-12-01T20:00', '2026-12-15T20:00']);
    const until = series('FREQ=DAILY;UNTIL=20261202', '2026-12-01T00:30');
    expect(starts(until, '2026-01-01T00:00Z', 9)).toEqual(['2026-11-30T23:30', '2026-12-01T23:30']);
  });

  it('are named by the day of the zone’s calendar', () => {
    const late = series('FREQ=DAILY', '2026-12-01T00:30');
    const [first] = occurrencesAfter(late, new Date('2026-11-30T00:00Z'), 1);
    expect(first).toEqual({ on: '2026-12-01', at: new Date('2026-11-30T23:30Z') });
    expect(dayOf(new Date('2026-11-30T23:30Z'), PARIS)).toBe('2026-12-01');
    expect(occurrenceOn(late, '2026-12-01')).toEqual(first);
    const tuesdays = series('FREQ=WEEKLY;BYDAY=TU', '2026-12-01T21:00', { skipped: ['2026-12-15'] });
    const known = ['2026-12-08', '2026-12-09', '2026-12-15', 'nonsense'].map((day) =>
      occurrenceOn(tuesdays, day),
    );
    expect(known.map((occurrence) => occurrence !== null)).toEqual([true, false, false, false]);
  });
});

describe('requireRecurrence', () => {
  const NOW = new Date('2026-06-01T00:00Z');
  const refused = (recurrence: Recurrence): string[] => {
    try {
      requireRecurrence(recurrence, NOW);
      return [];
    } catch (error) {
      return error instanceof DomainError ? error.errors.map(({ field }) => field) : [String(error)];
    }
  };

  it.each([
    'FREQ=WEEKLY',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=SU',
    'FREQ=MONTHLY;BYDAY=2TU,-1FR',
    'FREQ=MONTHLY;BYMONTHDAY=-1',
    'FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=900',
    'FREQ=DAILY;UNTIL=20300101T000000Z',
  ])('takes %s', (rule) => {
    expect(refused(series(rule, '2026-12-01T21:00'))).toEqual([]);
  });

  it.each([
    '',
    'FREQ',
    'valueOf',
    'constructor=1',
    '__proto__=1;FREQ=WEEKLY',
    'BYDAY=TU',
    'FREQ=HOURLY',
    'FREQ=YEARLY',
    'FREQ=WEEKLY;BYDAY=2TU',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=MONTHLY;BYDAY=-TU',
    'FREQ=WEEKLY;BYHOUR=3',
    'FREQ=WEEKLY;INTERVAL=0',
    'FREQ=WEEKLY;COUNT=0',
    'FREQ=WEEKLY;COUNT=2;UNTIL=20300101',
    'FREQ=WEEKLY;FREQ=DAILY',
    'FREQ=WEEKLY;NONSENSE=1',
    'FREQ=WEEKLY;BYMONTHDAY=1',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=DAILY;UNTIL=20300231',
    'FREQ=DAILY;UNTIL=20260101',
    'FREQ=WEEKLY\r\nDTSTART:20260101T000000Z',
    'RRULE:FREQ=WEEKLY',
  ])('refuses %j', (rule) => {
    expect(refused(series(rule, '2026-01-01T21:00'))).toEqual(['rule']);
  });

  it('refuses what can never be, a zone that is none, and a start that does not exist', () => {
    const never = series('FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31', '2026-02-01T21:00');
    expect(refused(never)).toEqual(['rule']);
    expect(refused(series('FREQ=DAILY', '2026-12-01T21:00', { timezone: 'Mars/Olympus' }))).toEqual([
      'timezone',
    ]);
    for (const start of ['2026-02-30T21:00', '2026-12-01', '2026-12-01T25:00', '2026-12-01T21:00Z'])
      expect(refused(series('FREQ=DAILY', start))).toEqual(['local_start']);
  });
});

describe('a rule in words', () => {
  const said = (rule: string, locale: 'fr' | 'en') => {
    const recurrence = series(rule, '2026-12-01T21:00');
    return ruleInWords(readRule(recurrence), recurrence, locale);
  };

  it.each([
    ['FREQ=WEEKLY;BYDAY=TU', 'chaque mardi à 21:00 (Paris)', 'every Tuesday at 21:00 (Paris)'],
    ['FREQ=WEEKLY', 'chaque mardi à 21:00 (Paris)', 'every Tuesday at 21:00 (Paris)'],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH',
      'toutes les 2 semaines, le mardi et jeudi à 21:00 (Paris)',
      'every 2 weeks, on Tuesday and Thursday at 21:00 (Paris)',
    ],
    [
      'FREQ=MONTHLY;BYDAY=1TU',
      'chaque mois, le premier mardi à 21:00 (Paris)',
      'every month, on the first Tuesday at 21:00 (Paris)',
    ],
    [
      'FREQ=MONTHLY;BYDAY=-1FR;COUNT=6',
      'chaque mois, le dernier vendredi à 21:00 (Paris), 6 fois',
      'every month, on the last Friday at 21:00 (Paris), 6 times',
    ],
    ['FREQ=MONTHLY', 'chaque mois, le 1er à 21:00 (Paris)', 'every month, on the 1st at 21:00 (Paris)'],
    [
      'FREQ=DAILY;UNTIL=20261224',
      'chaque jour à 21:00 (Paris), jusqu’au jeudi 24 décembre 2026',
      'every day at 21:00 (Paris), until Thursday, December 24, 2026',
    ],
  ])('%s', (rule, french, english) => {
    expect([said(rule, 'fr'), said(rule, 'en')]).toEqual([french, english]);
  });
});

it('repeats an event on its weekday, on the organizer’s clock', () => {
  const start = new Date('2026-12-01T20:00Z');
  expect(recurrenceOf('two_weeks', start, PARIS)).toEqual({
    rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
    timezone: PARIS,
    local_start: '2026-12-01T21:00',
  });
  const ofMonth = (day: string) => recurrenceOf('month', new Date(`${day}T20:00Z`), PARIS).rule;
  expect(ofMonth('2026-12-15')).toBe('FREQ=MONTHLY;BYDAY=3TU');
  expect(ofMonth('2026-12-29')).toBe('FREQ=MONTHLY;BYDAY=-1TU');
});
