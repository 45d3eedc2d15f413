import '../styles/organizations.css';
import '../styles/servers.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { eventQuery } from '../event/queries.js';
import { Loaded } from '../layout/loaded.js';
import { organizationQuery } from '../organizations/queries.js';
import { mayIn } from '../organizations/search.js';
import { EventMirrors } from './event-mirrors.js';

const route = getRouteApi('/events/$id/mirrors');

/** What every server shows of an event. */
export function EventMirrorsPage() {
  const { id } = route.useParams();
  const query = useQuery(eventQuery(id));
  const org = query.data?.org_id;
  const { data: organization } = useQuery({ ...organizationQuery(org ?? ''), enabled: org !== undefined });
  const managesServers = organization !== undefined && mayIn(organization, 'guild.manage');
  return (
    <Loaded query={query}>
      {(event) => (
        <EventMirrors
          event={event}
          canSend={event.acts.includes('send_to_servers')}
          managesServers={managesServers}
        />
      )}
    </Loaded>
  );
}
