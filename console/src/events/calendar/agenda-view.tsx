import { isSameMonth, parseDate } from '@internationalized/date';
import { Link } from '@tanstack/react-router';
import { useMe } from '../../api/me.js';
import { HABITS, useDates } from '../../format/dates.js';
import { dateFormat } from '../../format/intl.js';
import { Failure } from '../../layout/failure.js';
import { Skeleton } from '../../layout/skeleton.js';
import { useLocale, useTexts } from '../../texts/language.js';
import type { EventsSearch, EventView } from '../search.js';
import { nameOfMonth } from './month.js';
import { MonthHead } from './month-head.js';
import { useMonth } from './use-month.js';

interface AgendaProps {
  readonly search: EventsSearch;
  readonly change: (search: EventsSearch) => void;
}

/** A month of events, dense: each line from when to when, and what. */
export function AgendaView({ search, change }: AgendaProps) {
  const { events: texts } = useTexts();
  const { first, today, byDay, isLoading, error, retry } = useMonth(search);
  const days = [...byDay].filter(([day]) => isSameMonth(parseDate(day), first));
  return (
    <>
      <MonthHead
        first={first}
        today={today}
        go={(day) => {
          change({ ...search, month: nameOfMonth(day), day: undefined });
        }}
      />
      {error !== null && <Failure error={error} retry={retry} />}
      {days.length === 0 && isLoading && error === null && <Skeleton rows={6} />}
      {days.length === 0 && !isLoading && <p className="panel">{texts.calendar.empty}</p>}
      <ol className="agenda">
        {days.map(([day, events]) => (
          <AgendaDay key={day} day={day} isToday={day === today.toString()} events={events} />
        ))}
      </ol>
    </>
  );
}

interface AgendaDayProps {
  readonly day: string;
  readonly isToday: boolean;
  readonly events: readonly EventView[];
}

function AgendaDay({ day, isToday, events }: AgendaDayProps) {
  const { events: texts } = useTexts();
  const { timezone } = useMe();
  const { timeOf } = useDates();
  const habits = HABITS[useLocale()];
  const name = dateFormat(habits, {
    timeZone: timezone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  });
  return (
    <li className={`agenda-day${isToday ? ' today' : ''}`}>
      <h3>{name.format(parseDate(day).toDate(timezone))}</h3>
      <ul>
        {events.map(
          ({ id, title, start_at_utc, duration_minutes, state, type, confirmed_count, max_participants }) => {
            const start = new Date(start_at_utc);
            const end = new Date(start.getTime() + duration_minutes * 60_000);
            return (
              <li key={id} className="agenda-event">
                <span className="agenda-time">
                  {timeOf(start)}–{timeOf(end)}
                </span>
                <Link to="/events/$id" params={{ id }}>
                  {title}
                </Link>
                <span className="quiet">
                  {texts.types[type]} · {texts.seats(confirmed_count, max_participants)}
                  {state !== 'published' && ` · ${texts.states[state]}`}
                </span>
              </li>
            );
          },
        )}
      </ul>
    </li>
  );
}
