import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMe } from '../api/me.js';
import { organizationsQuery } from '../events/queries.js';
import { useMoments } from '../format/moments.js';
import { useTexts } from '../texts/language.js';
import { type EventDetail, type Mirror, mirrorsQuery } from './queries.js';

/** What an event is, when and where, how full, and where Discord shows it. */
export function EventHead({ event }: { event: EventDetail }) {
  const { event: texts, events } = useTexts();
  const { data: organizations } = useQuery(organizationsQuery);
  const organization = organizations?.find(({ id }) => id === event.org_id)?.name;
  return (
    <header className="event-head">
      <div className="page-head">
        <h1>{event.title}</h1>
        <span className={`state state-${event.state}`}>{events.states[event.state]}</span>
      </div>
      <p className="quiet">
        {[organization, events.types[event.type], event.locked && texts.locked].filter(Boolean).join(' · ')}
      </p>
      {event.cancel_reason !== null && (
        <p className="cancel-reason">
          <strong>{texts.cancelled}</strong> {event.cancel_reason}
        </p>
      )}
      <Facts event={event} />
    </header>
  );
}

function Facts({ event }: { event: EventDetail }) {
  const { event: texts, events } = useTexts();
  const { timezone } = useMe();
  const { sayMoment } = useMoments();
  const start = new Date(event.start_at_utc);
  const { waitlist_count: waiting, pending_count: asking } = event;
  return (
    <dl className="facts" aria-label={texts.facts}>
      <Fact name={texts.when}>
        <time dateTime={start.toISOString()}>{sayMoment(start, timezone)}</time>
      </Fact>
      <Fact name={texts.duration}>{texts.lasts(event.duration_minutes)}</Fact>
      {event.location !== null && <Fact name={texts.place}>{event.location}</Fact>}
      <Fact name={texts.seats}>
        {events.seats(event.confirmed_count, event.max_participants)}
        {event.max_participants === null && <span className="quiet"> · {texts.noLimit}</span>}
        {waiting > 0 && <span className="quiet"> · {texts.waiting(waiting)}</span>}
        {asking > 0 && <strong> · {texts.asking(asking)}</strong>}
      </Fact>
      <Fact name={texts.onDiscord}>
        <Servers id={event.id} />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Each server, with what leads to it in Discord; one that lags or failed says so. */
function Servers({ id }: { id: string }) {
  const { event: texts } = useTexts();
  const { data: mirrors } = useQuery(mirrorsQuery(id));
  if (mirrors === undefined) return '…';
  if (mirrors.length === 0) return <span className="quiet">{texts.onNoServer}</span>;
  return (
    <ul className="servers">
      {mirrors.map((mirror) => (
        <ServerLinks key={mirror.id} mirror={mirror} />
      ))}
    </ul>
  );
}

function ServerLinks({ mirror }: { mirror: Mirror }) {
  const { event: texts } = useTexts();
  const name = mirror.guild_name ?? texts.removedServer;
  const links = [
    [texts.message, mirror.message_url],
    [texts.scheduled, mirror.event_url],
  ] as const;
  return (
    <li>
      {name}
      {mirror.sync_state !== 'synced' && (
        <span className={`sync sync-${mirror.sync_state}`} title={mirror.last_error ?? undefined}>
          {texts.sync[mirror.sync_state]}
        </span>
      )}
      {links.map(
        ([what, url]) =>
          url !== null && (
            <a
              key={what}
              href={url}
              target="_blank"
              rel="noreferrer"
              aria-label={texts.opensDiscord(what, name)}
            >
              {what}
            </a>
          ),
      )}
    </li>
  );
}
