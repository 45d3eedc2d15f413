import { useMemo } from 'react';
import { useMe } from '../api/me.js';
import { type Locale, useLocale } from '../texts/language.js';

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
    const day = new Intl.DateTimeFormat(habits, { timeZone, dateStyle: 'full' });
    const time = new Intl.DateTimeFormat(habits, { timeZone, timeStyle: 'short' });
    const moment = new Intl.DateTimeFormat(habits, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
    const date = new Intl.DateTimeFormat(habits, { timeZone, dateStyle: 'medium' });
    const shortDay = new Intl.DateTimeFormat(habits, { timeZone: 'UTC', day: 'numeric', month: 'short' });
    const relative = new Intl.RelativeTimeFormat(habits, { numeric: 'auto' });
    return {
      dayOf: (moment: Date): string => day.format(moment),
      timeOf: (moment: Date): string => time.format(moment),
      /** A date without its weekday, and one with its time. */
      dateOf: (at: Date): string => date.format(at),
      momentOf: (at: Date): string => moment.format(at),
      /** A day of UTC in few letters, for the edge of a plot. */
      shortDayOf: (day: Date): string => shortDay.format(day),
      isPast: (at: Date): boolean => at.getTime() <= Date.now(),
      /** How long ago, or how soon: "3 minutes ago". */
      agoOf: (at: Date): string => {
        const seconds = (at.getTime() - Date.now()) / 1000;
        const [unit, length] =
          UNITS.find(([, least]) => Math.abs(seconds) >= least) ?? (['second', 1] as const);
        return relative.format(Math.round(seconds / length), unit);
      },
    };
  }, [habits, timeZone]);
}
