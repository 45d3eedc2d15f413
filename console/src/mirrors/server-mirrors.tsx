import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDates } from '../format/dates.js';
import { Paged } from '../layout/paged.js';
import type { ServerDetails } from '../servers/search.js';
import { useTexts } from '../texts/language.js';
import { MirrorPanel } from './event-mirrors.js';
import { serverMirrorsQuery } from './queries.js';

/** What a server shows of the events of its organization, newest first. */
export function ServerMirrors({ server: { guild_id: guildId } }: { server: ServerDetails }) {
  const { mirrors: texts } = useTexts();
  const { momentOf } = useDates();
  const query = useInfiniteQuery(serverMirrorsQuery(guildId));
  return (
    <Paged query={query} rows={3} nothing={<p className="panel">{texts.noEvents}</p>}>
      {(mirrors) => (
        <ul className="stack mirrors">
          {mirrors.map(({ event, ...mirror }) => (
            <MirrorPanel
              key={mirror.id}
              mirror={mirror}
              event={event}
              name={event.title}
              heading={
                <>
                  <Link to="/events/$id/mirrors" params={{ id: event.id }}>
                    {event.title}
                  </Link>{' '}
                  <span className="quiet">{momentOf(new Date(event.start_at_utc))}</span>
                </>
              }
              canSend={event.state !== 'draft'}
              managesServers
            />
          ))}
        </ul>
      )}
    </Paged>
  );
}
