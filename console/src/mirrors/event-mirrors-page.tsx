import '../styles/organizations.css';
import '../styles/servers.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { PreviewPanel } from '../discord/preview-panel.js';
import { editPreviewQuery, type PreviewLocale } from '../discord/queries.js';
import { eventQuery } from '../event/queries.js';
import { Loaded } from '../layout/loaded.js';
import { organizationQuery } from '../organizations/queries.js';
import { mayIn } from '../organizations/search.js';
import { useTexts } from '../texts/language.js';
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
        <div className="stack">
          <EventMirrors
            event={event}
            canSend={event.acts.includes('send_to_servers')}
            managesServers={managesServers}
          />
          {event.acts.includes('edit') && <Preview id={id} />}
        </div>
      )}
    </Loaded>
  );
}

/** The message and the scheduled event as servers should show them; asked for when it is opened. */
function Preview({ id }: { id: string }) {
  const { preview: texts } = useTexts();
  const [isOpen, open] = useState(false);
  const [locale, chooseLocale] = useState<PreviewLocale>();
  const query = useQuery({ ...editPreviewQuery(id, {}, locale), enabled: isOpen });
  return (
    <details
      className="panel preview-fold"
      onToggle={({ currentTarget }) => {
        open(currentTarget.open);
      }}
    >
      <summary>{texts.open}</summary>
      {isOpen && <PreviewPanel query={query} locale={locale} chooseLocale={chooseLocale} />}
    </details>
  );
}
