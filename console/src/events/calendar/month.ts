import { type CalendarDate, endOfWeek, parseDate, startOfMonth, startOfWeek } from '@internationalized/date';

/** Whose weeks begin as ours do, on a Monday. */
const WEEKS = 'fr-FR';

/** The first day of a month that an address names as `2026-12`; of the one of `fallback` when it names none. */
export function monthOf(month: string | undefined, fallback: CalendarDate): CalendarDate {
  return month === undefined ? startOfMonth(fallback) : parseDate(`${month}-01`);
}

/** `2026-12` */
export const nameOfMonth = (day: CalendarDate): string => day.toString().slice(0, 7);

/** The weeks of a month, with the days of its neighbours that fill the first and the last. */
export function weeksOf(first: CalendarDate): CalendarDate[][] {
  const end = endOfWeek(first.add({ months: 1 }).subtract({ days: 1 }), WEEKS);
  const weeks: CalendarDate[][] = [];
  for (let day = startOfWeek(first, WEEKS); day.compare(end) <= 0; day = day.add({ weeks: 1 }))
    weeks.push(Array.from({ length: 7 }, (_, at) => day.add({ days: at })));
  return weeks;
}

/** Where a key leads from a day, as in every calendar; `null` when it leads nowhere. */
export function dayAfterKey(key: string, day: CalendarDate): CalendarDate | null {
  switch (key) {
    case 'ArrowLeft':
      return day.subtract({ days: 1 });
    case 'ArrowRight':
      return day.add({ days: 1 });
    case 'ArrowUp':
      return day.subtract({ weeks: 1 });
    case 'ArrowDown':
      return day.add({ weeks: 1 });
    case 'Home':
      return startOfWeek(day, WEEKS);
    case 'End':
      return endOfWeek(day, WEEKS);
    case 'PageUp':
      return day.subtract({ months: 1 });
    case 'PageDown':
      return day.add({ months: 1 });
    default:
      return null;
  }
}
