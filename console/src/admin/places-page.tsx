import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Nothing } from '../layout/nothing.js';
import { Paged } from '../layout/paged.js';
import { useTitle } from '../layout/title.js';
import { useLocale, useTexts } from '../texts/language.js';
import { everyOrganizationQuery, everyServerQuery } from './queries.js';

const route = getRouteApi('/admin/places');

/** Every organization and every registered Discord server, searched by name or id among those that are loaded. */
export function PlacesPage() {
  const { admin } = useTexts();
  const texts = admin.places;
  const { q: word = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const organizations = useInfiniteQuery(everyOrganizationQuery);
  const servers = useInfiniteQuery(everyServerQuery);
  const locale = useLocale();
  const wanted = word.toLocaleLowerCase(locale);
  const isWanted = (...names: string[]) =>
    names.some((name) => name.toLocaleLowerCase(locale).includes(wanted));
  useTitle(texts.title);
  return (
    <>
      <header className="page-head">
        <h1>{texts.title}</h1>
      </header>
      <label className="field search">
        {texts.search}
        <input
          type="search"
          value={word}
          onChange={({ target }) => {
            void navigate({ search: { q: target.value || undefined }, replace: true });
          }}
        />
      </label>
      <section className="part" aria-label={texts.organizations}>
        <h2>{texts.organizations}</h2>
        <Paged query={organizations} nothing={<Nothing title={texts.noOrganizations}>{null}</Nothing>}>
          {(all) => (
            <ul className="rows long">
              {all
                .filter(({ id, name, tag }) => isWanted(id, name, tag))
                .map(({ id, name, tag, visibility }) => (
                  <li key={id} className="row">
                    <div>
                      <h3>
                        {name} <span className="quiet">[{tag}]</span>
                      </h3>
                      <p className="quiet">
                        {texts.visibilities[visibility]} · <code>{id}</code>
                      </p>
                    </div>
                    <Link className="button" to="/events" search={{ org: id }}>
                      {texts.events}
                    </Link>
                  </li>
                ))}
            </ul>
          )}
        </Paged>
      </section>
      <section className="part" aria-label={texts.servers}>
        <h2>{texts.servers}</h2>
        <Paged query={servers} nothing={<Nothing title={texts.noServers}>{null}</Nothing>}>
          {(all) => (
            <ul className="rows long">
              {all
                .filter(({ guild_id, guild_name }) => isWanted(guild_id, guild_name))
                .map(({ guild_id: id, guild_name: name, sync_enabled: isMirrored }) => (
                  <li key={id} className="row">
                    <div>
                      <h3>{name}</h3>
                      <p className="quiet">
                        {isMirrored ? texts.mirrored : texts.notMirrored} · <code>{id}</code>
                      </p>
                    </div>
                    <Link className="button" to="/admin/jobs" search={{ guild: id }}>
                      {texts.jobs}
                    </Link>
                  </li>
                ))}
            </ul>
          )}
        </Paged>
      </section>
    </>
  );
}
