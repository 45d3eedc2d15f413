import type { CalendarDate } from '@internationalized/date';
import { useMe } from '../../api/me.js';
import { HABITS } from '../../format/dates.js';
import { dateFormat } from '../../format/intl.js';
import { useLocale, useTexts } from '../../texts/language.js';

interface MonthHeadProps {
  readonly first: CalendarDate;
  readonly today: CalendarDate;
  readonly go: (day: CalendarDate) => void;
}

/** Which month is shown, and the ways to others. */
export function MonthHead({ first, today, go }: MonthHeadProps) {
  const { events: texts } = useTexts();
  const { timezone } = useMe();
  const habits = HABITS[useLocale()];
  const name = dateFormat(habits, { timeZone: timezone, month: 'long', year: 'numeric' });
  return (
    <div className="month-head">
      <h2 aria-live="polite">{name.format(first.toDate(timezone))}</h2>
      <div className="month-ways">
        <button
          type="button"
          className="button"
          aria-label={texts.calendar.previous}
          onClick={() => {
            go(first.subtract({ months: 1 }));
          }}
        >
          ‹
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            go(today);
          }}
        >
          {texts.calendar.today}
        </button>
        <button
          type="button"
          className="button"
          aria-label={texts.calendar.next}
          onClick={() => {
            go(first.add({ months: 1 }));
          }}
        >
          ›
        </button>
      </div>
    </div>
  );
}
