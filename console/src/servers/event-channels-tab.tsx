import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDates } from '../format/dates.js';
import { Loaded } from '../layout/loaded.js';
import { useTexts } from '../texts/language.js';
import { eventChannelsQuery, eventChoicesQuery } from './queries.js';
import type { ServerDetails } from './search.js';

/** The channels that were made on a server, by event. */
export function EventChannelsTab({
  server: { guild_id: id, org_id, auto_create_channels },
}: {
  server: ServerDetails;
}) {
  const { servers: texts } = useTexts();
  const { momentOf } = useDates();
  const query = useQuery(eventChannelsQuery(id));
  const { data: events = [] } = useQuery(eventChoicesQuery(org_id));
  return (
    <section className="panel" aria-labelledby="event-channels">
      <h2 id="event-channels">{texts.eventChannels.title}</h2>
      <Loaded query={query} rows={2}>
        {(mappings) =>
          mappings.length === 0 ? (
            <>
              <p>{auto_create_channels ? texts.eventChannels.soon : texts.eventChannels.off}</p>
              {!auto_create_channels && (
                <Link
                  className="button"
                  to="/servers/$guildId"
                  params={{ guildId: id }}
                  search={{ tab: 'settings' }}
                >
                  {texts.eventChannels.toSettings}
                </Link>
              )}
            </>
          ) : (
            <ul className="rows">
              {mappings.map((mapping) => (
                <li key={mapping.id} className="row">
                  <div className="row-what">
                    <h3>
                      {events.find((event) => event.id === mapping.event_id)?.title ??
                        mapping.channels[0]?.name ??
                        texts.eventChannels.event}
                    </h3>
                    <p className="quiet">
                      {mapping.channels
                        .map(({ kind, name }) => `${texts.eventChannels.kinds[kind]} ${name}`)
                        .join(' · ')}
                    </p>
                    {mapping.delete_at !== null && (
                      <p className="quiet">
                        {texts.eventChannels.deleteAt(momentOf(new Date(mapping.delete_at)))}
                      </p>
                    )}
                    {mapping.last_error !== null && (
                      <p className="bad" lang="en">
                        {mapping.last_error}
                      </p>
                    )}
                  </div>
                  <span className="badge">{texts.eventChannels.states[mapping.state]}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
