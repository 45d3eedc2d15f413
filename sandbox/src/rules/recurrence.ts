import type { APIGuildScheduledEventRecurrenceRule } from 'discord-api-types/v10';
import type { Reader } from '../validation/reader.js';
import { isoTime } from '../world/world.js';

/** Sets of weekdays that DAILY may name (0 is Monday): Discord's documentation lists exactly these. */
const DAILY_SETS = ['0,1,2,3,4', '1,2,3,4,5', '0,1,2,3,6', '4,5', '5,6', '0,6'];

const YEARLY = 0;
const MONTHLY = 1;
const WEEKLY = 2;
const DAILY = 3;

/** Reads `recurrence_rule`, the subset of RFC 5545 that Discord takes; faults are noted in the reader. */
export function readRecurrence(body: Reader): APIGuildScheduledEventRecurrenceRule | null | undefined {
  const rule = body.object('recurrence_rule', { nullable: true });
  if (rule === undefined || rule === null) return rule;
  const start = rule.time('start', { required: true });
  const frequency = rule.integer('frequency', { required: true, choices: [YEARLY, MONTHLY, WEEKLY, DAILY] });
  const interval = rule.integer('interval', { required: true, min: 1 });
  const byWeekday = integers(rule, 'by_weekday', 0, 6);
  const byMonth = integers(rule, 'by_month', 1, 12);
  const byMonthDay = integers(rule, 'by_month_day', 1, 31);
  const byNWeekday = readNthWeekdays(rule);
  for (const field of ['end', 'count', 'by_year_day']) {
    if (rule.raw(field) !== undefined && rule.raw(field) !== null) invalid(rule, field, 'cannot be set');
  }
  const dates = byMonth !== null || byMonthDay !== null;
  if ([byWeekday !== null, byNWeekday !== null, dates].filter(Boolean).length > 1) {
    invalid(rule, 'by_weekday', 'by_weekday, by_n_weekday and by_month with by_month_day exclude each other');
  }
  if (typeof interval === 'number' && interval !== 1 && !(frequency === WEEKLY && interval === 2)) {
    invalid(rule, 'interval', 'interval can only be 1, or 2 when weekly');
  }
  if (frequency === WEEKLY && byWeekday?.length !== 1)
    invalid(rule, 'by_weekday', 'weekly takes one weekday');
  if (frequency === DAILY && byWeekday && !DAILY_SETS.includes([...byWeekday].sort().join(','))) {
    invalid(rule, 'by_weekday', 'this set of weekdays is not allowed');
  }
  if (frequency === MONTHLY && byNWeekday?.length !== 1)
    invalid(rule, 'by_n_weekday', 'monthly takes one nth weekday');
  if (frequency === YEARLY && (byMonth?.length !== 1 || byMonthDay?.length !== 1)) {
    invalid(rule, 'by_month', 'yearly takes one month and one day');
  }
  const read = {
    start: isoTime(start ?? 0).replace('.000000', ''),
    end: null,
    frequency: frequency ?? DAILY,
    interval: interval ?? 1,
    by_weekday: byWeekday,
    by_n_weekday: byNWeekday,
    by_month: byMonth,
    by_month_day: byMonthDay,
    by_year_day: null,
    count: null,
  };
  return read as APIGuildScheduledEventRecurrenceRule;
}

function invalid(rule: Reader, field: string, message: string): void {
  rule.fault(field, 'GUILD_SCHEDULED_EVENT_RECURRENCE_RULE_INVALID', message);
}

function integers(rule: Reader, field: string, min: number, max: number): number[] | null {
  const list = rule.list(field);
  if (!list) return null;
  const good = list.every((n) => typeof n === 'number' && Number.isInteger(n) && n >= min && n <= max);
  if (!good) invalid(rule, field, `values must be integers from ${min} to ${max}`);
  return list.length === 0 ? null : (list as number[]);
}

function readNthWeekdays(rule: Reader): { n: number; day: number }[] | null {
  const list = rule.objects('by_n_weekday');
  if (!list || list.length === 0) return null;
  return list.map((entry) => ({
    n: entry.integer('n', { required: true, min: 1, max: 5 }) ?? 1,
    day: entry.integer('day', { required: true, min: 0, max: 6 }) ?? 0,
  }));
}
