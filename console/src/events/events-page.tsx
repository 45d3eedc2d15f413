import '../styles/calendar.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMe } from '../api/me.js';
import { useDates } from '../format/dates.js';
import { Paged } from '../layout/paged.js';
import { useTitle } from '../layout/title.js';
import { useTexts } from '../texts/language.js';
import { AgendaView } from './calendar/agenda-view.js';
import { MonthView } from './calendar/month-view.js';
import { ViewSwitch } from './calendar/view-switch.js';
import { EventRow } from './event-row.js';
import { EventsFilters } from './events-filters.js';
import { organizedQuery } from './form/queries.js';
import { eventsQuery } from './queries.js';
import { type EventsSearch, type EventView, isFiltered } from './search.js';

const route = getRouteApi('/events');

/** The events that one may see, day by day. */
export function EventsPage() {
  const { events: texts, form } = useTexts();
  const me = useMe();
  const { timezone } = me;
  const { data: organized = [] } = useQuery(organizedQuery(me));
  const search = route.useSearch();
  const navigate = route.useNavigate();
  useTitle(texts.title);
  const change = (changed: EventsSearch) => void navigate({ search: changed });
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{texts.title}</h1>
          <p className="quiet">{texts.zone(timezone)}</p>
        </div>
        <div className="page-acts">
          <ViewSwitch search={search} />
          {organized.length > 0 && (
            <>
              <Link className="button" to="/events/templates">
                {form.templates}
              </Link>
              <Link className="button primary" to="/events/new">
                {form.newEvent}
              </Link>
            </>
          )}
        </div>
      </header>
      <EventsFilters search={search} change={change} />
      <View search={search} change={change} />
    </>
  );
}

const VIEWS = { month: MonthView, agenda: AgendaView };

interface ViewProps {
  readonly search: EventsSearch;
  readonly change: (search: EventsSearch) => void;
}

function View({ search, change }: ViewProps) {
  if (search.view === undefined) return <EventsList search={search} />;
  const Calendar = VIEWS[search.view];
  return <Calendar search={search} change={change} />;
}

function EventsList({ search }: { search: EventsSearch }) {
  const { events: texts } = useTexts();
  const { timezone } = useMe();
  const query = useInfiniteQuery(eventsQuery(search, timezone));
  const nothing = <Nothing texts={isFiltered(search) ? texts.nothingFound : texts.nothing} />;
  return (
    <Paged query={query} rows={6} nothing={nothing}>
      {(events) => <Days events={events} />}
    </Paged>
  );
}

function Days({ events }: { events: readonly EventView[] }) {
  const { dayOf } = useDates();
  const days = Map.groupBy(events, ({ start_at_utc }) => dayOf(new Date(start_at_utc)));
  return [...days].map(([day, ofDay]) => (
    <section key={day} className="day" aria-label={day}>
      <h2>{day}</h2>
      <ul>
        {ofDay.map((event) => (
          <EventRow key={event.id} event={event} />
        ))}
      </ul>
    </section>
  ));
}

function Nothing({ texts }: { texts: { title: string; next: string } }) {
  return (
    <section className="panel">
      <h2>{texts.title}</h2>
      <p>{texts.next}</p>
    </section>
  );
}
