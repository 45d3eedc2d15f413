import '../styles/organizations.css';
import '../styles/servers.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Loaded } from '../layout/loaded.js';
import { Tabs } from '../layout/tabs.js';
import { useTitle } from '../layout/title.js';
import { ServerMirrors } from '../mirrors/server-mirrors.js';
import { organizationQuery } from '../organizations/queries.js';
import { useTexts } from '../texts/language.js';
import { DoctorTab } from './doctor-tab.js';
import { EventChannelsTab } from './event-channels-tab.js';
import { MappingsTab } from './mappings-tab.js';
import { MenusTab } from './menus-tab.js';
import { serverQuery } from './queries.js';
import { type ServerDetails, type ServerTab, TABS } from './search.js';
import { SettingsTab } from './settings-tab.js';

const route = getRouteApi('/servers/$guildId');

/** A registered Discord server: what is wrong there, how it is served, and what it shows. */
export function ServerPage() {
  const { guildId } = route.useParams();
  const query = useQuery(serverQuery(guildId));
  return <Loaded query={query}>{(server) => <Shown server={server} />}</Loaded>;
}

function Shown({ server }: { server: ServerDetails }) {
  const { servers: texts } = useTexts();
  const { tab = 'doctor' } = route.useSearch();
  const { data: organization } = useQuery(organizationQuery(server.org_id));
  const { guild_id: guildId, guild_name: name, org_id: id } = server;
  useTitle(name);
  return (
    <>
      <header className="page-head">
        <div>
          <p className="crumbs">
            <Link to="/servers">{texts.title}</Link>
          </p>
          <h1>{name}</h1>
          {organization !== undefined && (
            <p className="quiet">
              <Link to="/organizations/$id" params={{ id }}>
                {organization.name}
              </Link>
            </p>
          )}
        </div>
      </header>
      <Tabs
        label={name}
        tabs={TABS.map((one) => [one, texts.tabs[one]])}
        chosen={tab}
        to={{ to: '/servers/$guildId', params: { guildId } }}
        searchOf={(one) => (one === 'doctor' ? {} : { tab: one })}
      />
      <Chosen tab={tab} server={server} />
    </>
  );
}

function Chosen({ tab, server }: { tab: ServerTab; server: ServerDetails }) {
  switch (tab) {
    case 'doctor':
      return <DoctorTab server={server} />;
    case 'settings':
      return <SettingsTab key={server.updated_at} server={server} />;
    case 'roles':
      return <MappingsTab server={server} />;
    case 'menus':
      return <MenusTab server={server} />;
    case 'channels':
      return <EventChannelsTab server={server} />;
    case 'mirrors':
      return <ServerMirrors server={server} />;
  }
}
