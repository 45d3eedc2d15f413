import { DateTime, IANAZone } from 'luxon';
import { RRuleTemporal } from 'rrule-temporal';
import { type FieldError, invalid } from '../../common/errors.js';
import type { Occurrence, Recurrence, RuleParts } from './rules/series.js';

/** The parts of a rule that are taken: those that name days. The time is the start's. */
const PARTS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    FREQ: /^(?:DAILY|WEEKLY|MONTHLY)$/u,
    INTERVAL: /^[1-9]\d?$/u,
    BYDAY: /^(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU))*$/u,
    BYMONTHDAY: /^-?(?:[1-9]|[12]\d|3[01])(?:,-?(?:[1-9]|[12]\d|3[01]))*$/u,
    COUNT: /^[1-9]\d{0,2}$/u,
    UNTIL: /^\d{8}(?:T\d{6}Z)?$/u,
    WKST: /^(?:MO|TU|WE|TH|FR|SA|SU)$/u,
  }),
);

/** Of this century: what lies far away takes the library long to count. */
const LOCAL_START = /^20\d{2}-\d{2}-\d{2}T\d{2}:\d{2}$/u;

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * @returns the first occurrence after `now`
 * @throws invalid for a rule, a zone or a start that is none, or when there is no such occurrence
 */
export function requireRecurrence(recurrence: Recurrence, now: Date): Occurrence {
  const { rule, timezone, local_start } = recurrence;
  const errors: FieldError[] = [];
  const ruleFault = faultOf(rule);
  if (ruleFault !== null) errors.push({ field: 'rule', message: ruleFault });
  if (!IANAZone.isValidZone(timezone)) errors.push({ field: 'timezone', message: 'is no IANA time zone' });
  if (!LOCAL_START.test(local_start) || !DateTime.fromISO(local_start, { zone: 'utc' }).isValid)
    errors.push({
      field: 'local_start',
      message: 'must be a date and time of this century, such as 2026-12-01T21:00',
    });
  if (errors.length > 0) throw invalid(errors);
  const first = firstAfter(recurrence, now);
  if (first === null) throw invalid([{ field: 'rule', message: 'has no occurrence in the future' }]);
  return first;
}

function firstAfter(recurrence: Recurrence, now: Date): Occurrence | null {
  try {
    return occurrencesAfter(recurrence, now, 1)[0] ?? null;
  } catch {
    // The library gives up on rules that can never come, such as the 31st of each February.
    return null;
  }
}

function faultOf(rule: string): string | null {
  const parts = partsOf(rule);
  const names = parts.map(([name]) => name);
  const isKnown = parts.every(([name, value]) => PARTS.get(name)?.test(value) ?? false);
  if (!isKnown || !names.includes('FREQ') || new Set(names).size < names.length) {
    return `must be a rule such as FREQ=WEEKLY;BYDAY=TU, of ${[...PARTS.keys()].join(', ')}`;
  }
  const of = new Map(parts);
  if (of.has('COUNT') && of.has('UNTIL')) return 'must have COUNT or UNTIL, not both';
  if (of.get('FREQ') !== 'MONTHLY' && /\d/u.test(of.get('BYDAY') ?? ''))
    return 'must have BYDAY without numbers, unless FREQ is MONTHLY';
  if (of.get('FREQ') === 'WEEKLY' && of.has('BYMONTHDAY')) return 'must not have BYMONTHDAY with FREQ=WEEKLY';
  const until = of.get('UNTIL');
  if (until !== undefined && !DateTime.fromISO(until).isValid) return 'must have an UNTIL that exists';
  return null;
}

/** The occurrences that start after a moment, but for the days that are skipped. Those on a clock time that a change of clocks skips are none. */
export function occurrencesAfter(recurrence: Recurrence, after: Date, limit: number): Occurrence[] {
  const { rule, timezone, local_start, skipped } = recurrence;
  const calendar = new RRuleTemporal({
    rruleString: rule,
    dtstart: { timeZoneId: timezone, toString: () => `${local_start}[${timezone}]` },
  });
  const found: Occurrence[] = [];
  for (let next = calendar.next(after); next !== null && found.length < limit;) {
    const at = new Date(next.epochMilliseconds);
    const on = next.toPlainDate().toString();
    if (!skipped.includes(on)) found.push({ on, at });
    next = calendar.next(at);
  }
  return found;
}

/** The day that names an occurrence, on the zone's calendar. */
export function dayOf(at: Date, timezone: string): string {
  return DateTime.fromJSDate(at, { zone: timezone }).toFormat('yyyy-MM-dd');
}

/** The occurrence of a day; `null` when the rule has none, or it is skipped. */
export function occurrenceOn(recurrence: Recurrence, day: string): Occurrence | null {
  const dayBegins = DateTime.fromISO(day, { zone: recurrence.timezone });
  if (!dayBegins.isValid) return null;
  const [next] = occurrencesAfter(recurrence, dayBegins.minus(1).toJSDate(), 1);
  return next?.on === day ? next : null;
}

/** A rule that was required, in parts; without BYDAY or BYMONTHDAY it repeats the start's day. */
export function readRule({ rule, local_start }: Recurrence): RuleParts {
  const of = new Map(partsOf(rule));
  const freq = of.get('FREQ') as RuleParts['freq'];
  const start = DateTime.fromISO(local_start, { zone: 'utc' });
  const monthDays = of.get('BYMONTHDAY')?.split(',').map(Number) ?? [];
  const days = of.get('BYDAY')?.split(',').map(weekdayOf) ?? [];
  const repeatsWeekday = freq === 'WEEKLY' && days.length === 0;
  const repeatsMonthDay = freq === 'MONTHLY' && days.length === 0 && monthDays.length === 0;
  const until = of.get('UNTIL');
  return {
    freq,
    interval: Number(of.get('INTERVAL') ?? 1),
    days: repeatsWeekday ? [{ weekday: start.weekday, nth: null }] : days,
    month_days: repeatsMonthDay ? [start.day] : monthDays,
    count: of.has('COUNT') ? Number(of.get('COUNT')) : null,
    until: until === undefined ? null : DateTime.fromISO(until.slice(0, 8)).toFormat('yyyy-MM-dd'),
  };
}

/** How often an event comes again, as organizers choose on Discord. */
export const RHYTHMS = ['week', 'two_weeks', 'month'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** The rule by which an event comes again on its weekday, on the clock of a zone. */
export function recurrenceOf(rhythm: Rhythm, start: Date, timezone: string): Omit<Recurrence, 'skipped'> {
  const local = DateTime.fromJSDate(start, { zone: timezone });
  const weekday = WEEKDAYS[local.weekday - 1] ?? '';
  // The fifth of its kind in a month is its last.
  const nth = local.day > 28 ? -1 : Math.ceil(local.day / 7);
  const rules: Readonly<Record<Rhythm, string>> = {
    week: `FREQ=WEEKLY;BYDAY=${weekday}`,
    two_weeks: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${weekday}`,
    month: `FREQ=MONTHLY;BYDAY=${nth}${weekday}`,
  };
  return { rule: rules[rhythm], timezone, local_start: local.toFormat("yyyy-MM-dd'T'HH:mm") };
}

function weekdayOf(token: string): RuleParts['days'][number] {
  const nth = Number(token.slice(0, -2));
  return { weekday: WEEKDAYS.indexOf(token.slice(-2)) + 1, nth: nth === 0 ? null : nth };
}

function partsOf(rule: string): [name: string, value: string][] {
  return rule.split(';').map((part) => {
    const [name = '', ...value] = part.split('=');
    return [name, value.join('=')];
  });
}
