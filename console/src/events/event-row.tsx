import { Link } from '@tanstack/react-router';
import { useDates } from '../format/dates.js';
import { useTexts } from '../texts/language.js';
import type { EventView } from './search.js';

/** One event of a list: when, what, and how full it is. */
export function EventRow({ event }: { event: EventView }) {
  const { events: texts } = useTexts();
  const { timeOf } = useDates();
  const start = new Date(event.start_at_utc);
  return (
    <li className="event">
      <time dateTime={start.toISOString()}>{timeOf(start)}</time>
      <div className="event-what">
        <h3>
          <Link to="/events/$id" params={{ id: event.id }}>
            {event.title}
          </Link>
        </h3>
        <p className="quiet">
          {[texts.types[event.type], event.location].filter((fact) => fact !== null).join(' · ')}
        </p>
      </div>
      <p className="event-seats">
        {texts.seats(event.confirmed_count, event.max_participants)}
        {event.waitlist_count > 0 && <span className="quiet"> · {texts.waiting(event.waitlist_count)}</span>}
      </p>
      <span className={`state state-${event.state}`}>{texts.states[event.state]}</span>
    </li>
  );
}
