import { useMemo } from 'react';
import { useMe } from '../api/me.js';
import { type Locale, useLocale } from '../texts/language.js';

/** Whose habits dates are written by: a day of 24 hours in both languages. */
export const HABITS: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };

/** Writes moments in the person's language and time zone. */
export function useDates() {
  const habits = HABITS[useLocale()];
  const { timezone: timeZone } = useMe();
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(habits, { timeZone, dateStyle: 'full' });
    const time = new Intl.DateTimeFormat(habits, { timeZone, timeStyle: 'short' });
    return {
      dayOf: (moment: Date): string => day.format(moment),
      timeOf: (moment: Date): string => time.format(moment),
    };
  }, [habits, timeZone]);
}
