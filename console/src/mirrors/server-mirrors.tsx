import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDates } from '../format/dates.js';
import { Loaded } from '../layout/loaded.js';
import { eventChoicesQuery } from '../servers/queries.js';
import type { ServerDetails } from '../servers/search.js';
import { useTexts } from '../texts/language.js';
import { EventMirrors } from './event-mirrors.js';

/** What a server shows of the coming events of its organization. */
export function ServerMirrors({ server: { guild_id: guildId, org_id } }: { server: ServerDetails }) {
  const { mirrors: texts } = useTexts();
  const { momentOf } = useDates();
  const query = useQuery(eventChoicesQuery(org_id));
  return (
    <Loaded query={query} rows={3}>
      {(events) => {
        const shown = events.filter(({ state }) => state !== 'draft');
        if (shown.length === 0) return <p className="panel">{texts.noEvents}</p>;
        return (
          <ul className="stack">
            {shown.map((event) => (
              <li key={event.id} className="mirrored">
                <h2>
                  <Link to="/events/$id/mirrors" params={{ id: event.id }}>
                    {event.title}
                  </Link>{' '}
                  <span className="quiet">{momentOf(new Date(event.start_at_utc))}</span>
                </h2>
                <EventMirrors event={event} guildId={guildId} level={3} canSend managesServers />
              </li>
            ))}
          </ul>
        );
      }}
    </Loaded>
  );
}
