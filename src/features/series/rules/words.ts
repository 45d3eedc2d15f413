import { listIn } from '../../../languages/lists.js';
import { type Locale, textsIn } from '../../../languages/languages.js';
import type { Recurrence, RuleParts } from './series.js';

/** A rule in words: "chaque mardi à 21:00 (Paris)". */
export function ruleInWords(parts: RuleParts, { timezone, local_start }: Recurrence, locale: Locale): string {
  const texts = textsIn(locale).series;
  const time = local_start.slice(-5);
  const place = timezone.slice(timezone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  const words = texts.at(daysInWords(parts, locale), time, place);
  if (parts.until !== null) return texts.until(words, dayInWords(parts.until, locale));
  return parts.count === null ? words : texts.times(words, parts.count);
}

/** A day of the calendar, such as "mardi 1 décembre 2026". */
export function dayInWords(day: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

function daysInWords({ freq, interval, days, month_days }: RuleParts, locale: Locale): string {
  const texts = textsIn(locale).series;
  const names = [
    ...days.map(({ weekday, nth }) => {
      const name = weekdayName(weekday, locale);
      return nth === null ? name : texts.nthWeekday(nth, name);
    }),
    ...month_days.map((day) => texts.monthDay(day)),
  ];
  const say = { DAILY: texts.daily, WEEKLY: texts.weekly, MONTHLY: texts.monthly }[freq];
  return say(interval, listIn(locale, names));
}

/** @param weekday 1 for Monday to 7 */
function weekdayName(weekday: number, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  // The first of January 2024 was a Monday.
  return format.format(new Date(Date.UTC(2024, 0, weekday)));
}
