import { type CalendarDate, isSameDay, isSameMonth, parseDate } from '@internationalized/date';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useMe } from '../../api/me.js';
import { HABITS, useDates } from '../../format/dates.js';
import { dateFormat } from '../../format/intl.js';
import { Failure } from '../../layout/failure.js';
import { useLocale, useTexts } from '../../texts/language.js';
import { EventRow } from '../event-row.js';
import type { EventsSearch, EventView } from '../search.js';
import { dayAfterKey, nameOfMonth } from './month.js';
import { MonthHead } from './month-head.js';
import { type Month, useMonth } from './use-month.js';

/** How many events a day names in its square; the rest is counted. */
const NAMED = 3;

interface CalendarProps {
  readonly search: EventsSearch;
  readonly change: (search: EventsSearch) => void;
}

/** A month of events: a table to be walked by the arrow keys, and below it the day that one has come to. */
export function MonthView({ search, change }: CalendarProps) {
  const month = useMonth(search);
  const { first, today, byDay, error, retry } = month;
  const chosen = chosenDay(search.day, month);
  const go = (day: CalendarDate) => {
    change({ ...search, month: nameOfMonth(day), day: day.toString() });
  };
  return (
    <>
      <MonthHead first={first} today={today} go={go} />
      {error !== null && <Failure error={error} retry={retry} />}
      <Grid month={month} chosen={chosen} go={go} />
      <DayList day={chosen} events={byDay.get(chosen.toString()) ?? []} isLoading={month.isLoading} />
    </>
  );
}

/** The day that the address names, today, or the first of the month. */
function chosenDay(named: string | undefined, { first, today }: Month): CalendarDate {
  if (named !== undefined) {
    const day = parseDate(named);
    if (isSameMonth(day, first)) return day;
  }
  return isSameMonth(today, first) ? today : first;
}

interface GridProps {
  readonly month: Month;
  readonly chosen: CalendarDate;
  readonly go: (day: CalendarDate) => void;
}

function Grid({ month: { first, weeks, today, byDay, isLoading }, chosen, go }: GridProps) {
  const { timezone } = useMe();
  const { dayOf } = useDates();
  const habits = HABITS[useLocale()];
  const table = useRef<HTMLTableElement>(null);
  const isWalking = useRef(false);
  const weekday = dateFormat(habits, { weekday: 'short', timeZone: timezone });
  const whole = dateFormat(habits, { weekday: 'long', timeZone: timezone });
  useEffect(() => {
    if (!isWalking.current) return;
    isWalking.current = false;
    table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [chosen]);
  const walk = (event: KeyboardEvent) => {
    const next = dayAfterKey(event.key, chosen);
    if (next === null) return;
    event.preventDefault();
    isWalking.current = true;
    go(next);
  };
  return (
    <table ref={table} className="month" role="grid" aria-busy={isLoading} onKeyDown={walk}>
      <thead>
        <tr>
          {weeks[0]?.map((day) => (
            <th key={day.toString()} scope="col" abbr={whole.format(day.toDate(timezone))}>
              {weekday.format(day.toDate(timezone))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.toString()}>
            {week.map((day) => (
              <Day
                key={day.toString()}
                day={day}
                name={dayOf(day.toDate(timezone))}
                events={byDay.get(day.toString()) ?? []}
                isOutside={!isSameMonth(day, first)}
                isToday={isSameDay(day, today)}
                isChosen={isSameDay(day, chosen)}
                go={go}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps extends Pick<GridProps, 'go'> {
  readonly day: CalendarDate;
  readonly name: string;
  readonly events: readonly EventView[];
  readonly isOutside: boolean;
  readonly isToday: boolean;
  readonly isChosen: boolean;
}

function Day({ day, name, events, isOutside, isToday, isChosen, go }: DayProps) {
  const { events: texts } = useTexts();
  const { timeOf } = useDates();
  const rest = events.length - NAMED;
  return (
    <td
      aria-selected={isChosen}
      className={`month-day${isOutside ? ' outside' : ''}${isToday ? ' today' : ''}`}
      onClick={(click) => {
        // A link in the square leads to its event.
        if (!click.defaultPrevented) go(day);
      }}
    >
      <button
        type="button"
        className="day-number"
        tabIndex={isChosen ? 0 : -1}
        aria-label={`${name}, ${texts.calendar.count(events.length)}`}
        aria-current={isToday ? 'date' : undefined}
      >
        {day.day}
      </button>
      {events.length > 0 && (
        <span className="day-count" aria-hidden="true">
          {events.length}
        </span>
      )}
      <ul className="day-names">
        {events.slice(0, NAMED).map(({ id, title, start_at_utc, state }) => (
          <li key={id} className={`state-${state}`}>
            <Link to="/events/$id" params={{ id }} tabIndex={-1} title={title}>
              <time>{timeOf(new Date(start_at_utc))}</time> {title}
            </Link>
          </li>
        ))}
        {rest > 0 && <li className="quiet">{texts.calendar.more(rest)}</li>}
      </ul>
    </td>
  );
}

interface DayListProps {
  readonly day: CalendarDate;
  readonly events: readonly EventView[];
  readonly isLoading: boolean;
}

function DayList({ day, events, isLoading }: DayListProps) {
  const { events: texts } = useTexts();
  const { timezone } = useMe();
  const { dayOf } = useDates();
  const name = dayOf(day.toDate(timezone));
  return (
    <section className="day" aria-label={name}>
      <h2>{name}</h2>
      {events.length === 0 ? (
        <p className="quiet">{isLoading ? '…' : texts.calendar.free}</p>
      ) : (
        <ul>
          {events.map((event) => (
            <EventRow key={event.id} event={event} />
          ))}
        </ul>
      )}
    </section>
  );
}
