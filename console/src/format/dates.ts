import { useMemo } from 'react';
import { useMe } from '../api/me.js';
import { type Locale, useLocale } from '../texts/language.js';
import { dateFormat, relativeFormat } from './intl.js';

/** Whose habits dates are written by: a day of 24 hours in both languages. */
export const HABITS: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };

/** Seconds of what time is told in, the longest first. */
const UNITS = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** Writes moments in the person's language and time zone. */
export function useDates() {
  const habits = HABITS[useLocale()];
  const { timezone: timeZone } = useMe();
  return useMemo(() => {
    const write = (at: Date, options: Intl.DateTimeFormatOptions): string =>
      dateFormat(habits, { timeZone, ...options }).format(at);
    return {
      dayOf: (at: Date): string => write(at, { dateStyle: 'full' }),
      timeOf: (at: Date): string => write(at, { timeStyle: 'short' }),
      /** A date without its weekday, and one with its time. */
      dateOf: (at: Date): string => write(at, { dateStyle: 'medium' }),
      momentOf: (at: Date): string => write(at, { dateStyle: 'medium', timeStyle: 'short' }),
      /** A day of UTC in few letters, for the edge of a plot. */
      shortDayOf: (day: Date): string => write(day, { timeZone: 'UTC', day: 'numeric', month: 'short' }),
      isPast: (at: Date): boolean => at.getTime() <= Date.now(),
      /** How long ago, or how soon: "3 minutes ago". */
      agoOf: (at: Date): string => {
        const seconds = (at.getTime() - Date.now()) / 1000;
        const [unit, length] =
          UNITS.find(([, least]) => Math.abs(seconds) >= least) ?? (['second', 1] as const);
        return relativeFormat(habits, { numeric: 'auto' }).format(Math.round(seconds / length), unit);
      },
    };
  }, [habits, timeZone]);
}
