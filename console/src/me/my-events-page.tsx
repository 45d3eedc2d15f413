import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMe } from '../api/me.js';
import { Nothing } from '../layout/nothing.js';
import { Paged } from '../layout/paged.js';
import { useTitle } from '../layout/title.js';
import { useTexts } from '../texts/language.js';
import { OwnEvent } from './own-event.js';
import { ownSignupsQuery } from './queries.js';

const route = getRouteApi('/me/');

/** One's own events, with one's place in each. */
export function MyEventsPage() {
  const { me, events } = useTexts();
  const { timezone } = useMe();
  const { period } = route.useSearch();
  const query = useInfiniteQuery(ownSignupsQuery(period));
  const texts = me.events;
  useTitle(texts.title);
  return (
    <>
      <header className="page-head">
        <h1>{texts.title}</h1>
        <p className="quiet">{events.zone(timezone)}</p>
      </header>
      <nav className="choices" aria-label={texts.period}>
        <Link to="/me" search={{}} activeOptions={{ exact: true }}>
          {texts.upcoming}
        </Link>
        <Link to="/me" search={{ period: 'past' }} activeOptions={{ exact: true }}>
          {texts.past}
        </Link>
      </nav>
      <Paged
        query={query}
        nothing={
          <Nothing title={period === 'past' ? texts.nothingPast : texts.nothing}>
            <p>{texts.nothingNext}</p>
            <Link className="button" to="/events">
              {texts.toEvents}
            </Link>
          </Nothing>
        }
      >
        {(items) => (
          <ul className="rows">
            {items.map((own) => (
              <OwnEvent key={own.event.id} own={own} />
            ))}
          </ul>
        )}
      </Paged>
    </>
  );
}
