import '../styles/organizations.css';
import '../styles/servers.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Loaded } from '../layout/loaded.js';
import { useTitle } from '../layout/title.js';
import { myOrganizationsQuery } from '../organizations/queries.js';
import { mayIn } from '../organizations/search.js';
import { useTexts } from '../texts/language.js';
import { serversQuery } from './queries.js';
import { RegisterServer } from './register-server.js';
import type { Server } from './search.js';

const route = getRouteApi('/servers');

/** The Discord servers that one administers, and how another one is added. */
export function ServersPage() {
  const { servers: texts } = useTexts();
  const { register } = route.useSearch();
  const query = useQuery(serversQuery);
  const { data: organizations = [] } = useQuery(myOrganizationsQuery);
  const own = organizations.filter((organization) => mayIn(organization, 'guild.manage'));
  useTitle(texts.title);
  const chosen = own.find(({ id }) => id === register);
  return (
    <>
      <header className="page-head">
        <h1>{texts.title}</h1>
        {own[0] !== undefined && register === undefined && (
          <Link className="button primary" to="/servers" search={{ register: own[0].id }}>
            {texts.register.act}
          </Link>
        )}
      </header>
      {chosen !== undefined && <RegisterServer organization={chosen} organizations={own} />}
      <Loaded query={query} rows={3}>
        {(servers) =>
          servers.length === 0 ? (
            <Nothing mayRegister={own.length > 0} />
          ) : (
            <ul className="cards">
              {servers.map((server) => (
                <ServerCard
                  key={server.guild_id}
                  server={server}
                  organization={organizations.find(({ id }) => id === server.org_id)?.name}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

function Nothing({ mayRegister }: { mayRegister: boolean }) {
  const { servers: texts } = useTexts();
  return (
    <section className="panel">
      <h2>{texts.nothing.title}</h2>
      <p>{mayRegister ? texts.nothing.next : texts.nothing.noOrganization}</p>
      {!mayRegister && (
        <Link className="button primary" to="/organizations">
          {texts.nothing.toOrganizations}
        </Link>
      )}
    </section>
  );
}

function ServerCard({ server, organization }: { server: Server; organization: string | undefined }) {
  const { servers: texts } = useTexts();
  const { guild_id: guildId, guild_name, sync_enabled, event_channel_id } = server;
  return (
    <li className="card">
      <h2>
        <Link to="/servers/$guildId" params={{ guildId }}>
          {guild_name}
        </Link>
      </h2>
      {organization !== undefined && <p className="quiet">{organization}</p>}
      {sync_enabled ? (
        event_channel_id === null ? (
          <span className="badge bad">{texts.noEventChannel}</span>
        ) : (
          <span className="badge good">{texts.mirrored}</span>
        )
      ) : (
        <span className="badge">{texts.notMirrored}</span>
      )}
    </li>
  );
}
