import '../styles/event.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Outlet } from '@tanstack/react-router';
import { useLive } from '../api/live.js';
import { DiscordText } from '../discord/discord-text.js';
import { Failure } from '../layout/failure.js';
import { Skeleton } from '../layout/skeleton.js';
import { useTitle } from '../layout/title.js';
import { useTexts } from '../texts/language.js';
import { EventActs } from './event-acts.js';
import { EventHead } from './event-head.js';
import { EventTabs } from './event-tabs.js';
import { EventOfPage } from './event-of-page.js';
import { type EventDetail, eventKey, eventQuery, mirrorsQuery } from './queries.js';
import { UndoBar } from './undo/undo-bar.js';

const route = getRouteApi('/events/$id');

/** One event: what it is, what can be done with it, and its views; all of it as it is now. */
export function EventPage() {
  const { id } = route.useParams();
  const query = useQuery(eventQuery(id));
  if (query.error !== null) return <Failure error={query.error} retry={() => void query.refetch()} />;
  return query.data === undefined ? <Skeleton rows={6} /> : <Shown event={query.data} />;
}

function Shown({ event }: { event: EventDetail }) {
  const { event: texts } = useTexts();
  useTitle(event.title);
  useLive(`event:${event.id}`, eventKey(event.id));
  useLive(`mirrors:${event.id}`, mirrorsQuery(event.id).queryKey);
  return (
    <EventOfPage value={event}>
      <EventHead event={event} />
      <EventActs event={event} />
      <UndoBar event={event} />
      {event.description !== '' && (
        <details className="description" open>
          <summary>{texts.description}</summary>
          <DiscordText text={event.description} />
        </details>
      )}
      <EventTabs event={event} />
      <Outlet />
    </EventOfPage>
  );
}
