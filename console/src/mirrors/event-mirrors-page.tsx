import '../styles/organizations.css';
import '../styles/servers.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { eventQuery } from '../event/queries.js';
import { Loaded } from '../layout/loaded.js';
import { EventMirrors } from './event-mirrors.js';

const route = getRouteApi('/events/$id/mirrors');

/** What every server shows of an event. */
export function EventMirrorsPage() {
  const { id } = route.useParams();
  const query = useQuery(eventQuery(id));
  return <Loaded query={query}>{(event) => <EventMirrors event={event} />}</Loaded>;
}
