import { fromAbsolute, toCalendarDate } from '@internationalized/date';
import { useMemo } from 'react';
import { type Locale, useLocale } from '../texts/language.js';
import { HABITS } from './dates.js';
import { dateFormat, relativeFormat } from './intl.js';
import { cityOf } from './zones.js';

/** From here on months are counted, not days. */
const MANY_DAYS = 60;
const DAY_MS = 86_400_000;

/** Says moments with their zone, and how far away they are. */
export function useMoments() {
  const locale = useLocale();
  return useMemo(
    () => ({
      /** "Sat 5 Dec 20:30 Paris (GMT+1), in 9 days" */
      sayMoment: (at: Date, zone: string): string =>
        `${sayWhen(at, zone, locale)}, ${sayDistance(at, zone, locale)}`,
      /** "Sat 5 Dec 20:30 Paris (GMT+1)" */
      sayWhen: (at: Date, zone: string): string => sayWhen(at, zone, locale),
      /** "22:30" */
      sayTime: (at: Date, zone: string): string =>
        dateFormat(HABITS[locale], { timeZone: zone, timeStyle: 'short' }).format(at),
    }),
    [locale],
  );
}

function sayWhen(at: Date, zone: string, locale: Locale): string {
  const thisYear = fromAbsolute(Date.now(), zone).year === fromAbsolute(at.getTime(), zone).year;
  const day = dateFormat(HABITS[locale], {
    timeZone: zone,
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    ...(!thisYear && { year: 'numeric' }),
  });
  return `${day.format(at).replaceAll(',', '')} ${cityOf(zone)} (${offsetOf(at, zone, locale)})`;
}

function offsetOf(at: Date, zone: string, locale: Locale): string {
  const format = dateFormat(HABITS[locale], { timeZone: zone, timeZoneName: 'shortOffset' });
  return format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

function sayDistance(at: Date, zone: string, locale: Locale): string {
  const words = relativeFormat(HABITS[locale], { numeric: 'auto' });
  const minutes = Math.round((at.getTime() - Date.now()) / 60_000);
  if (Math.abs(minutes) < 60) return words.format(minutes, 'minute');
  const day = toCalendarDate(fromAbsolute(at.getTime(), zone));
  const today = toCalendarDate(fromAbsolute(Date.now(), zone));
  const days = Math.round((day.toDate('UTC').getTime() - today.toDate('UTC').getTime()) / DAY_MS);
  if (days === 0) return words.format(Math.trunc(minutes / 60), 'hour');
  if (Math.abs(days) < MANY_DAYS) return words.format(days, 'day');
  return words.format(Math.round(days / 30.44), 'month');
}
