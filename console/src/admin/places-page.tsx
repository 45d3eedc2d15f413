import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Nothing } from '../layout/nothing.js';
import { Paged } from '../layout/paged.js';
import { useTitle } from '../layout/title.js';
import { useTexts } from '../texts/language.js';
import { everyOrganizationQuery, everyServerQuery } from './queries.js';

const route = getRouteApi('/admin/places');

/** Every organization and every registered Discord server, found by a part of their names, or by id. */
export function PlacesPage() {
  const { admin } = useTexts();
  const texts = admin.places;
  const { q: word = '' } = route.useSearch();
  const wanted = useSettled(word.trim());
  const navigate = route.useNavigate();
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
          maxLength={100}
          onChange={({ target }) => {
            void navigate({ search: { q: target.value || undefined }, replace: true });
          }}
        />
      </label>
      <Organizations word={wanted} />
      <Servers word={wanted} />
    </>
  );
}

const TYPED_MS = 250;

/** What was typed, once no more is for a moment: the server is not asked at every letter. */
function useSettled(word: string): string {
  const [settled, settle] = useState(word);
  useEffect(() => {
    const timer = setTimeout(() => {
      settle(word);
    }, TYPED_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [word]);
  return settled;
}

function Organizations({ word }: { word: string }) {
  const { admin } = useTexts();
  const texts = admin.places;
  const query = useInfiniteQuery(everyOrganizationQuery(word));
  const nothing = word === '' ? texts.noOrganizations : texts.noneFound;
  return (
    <section className="part" aria-label={texts.organizations}>
      <h2>{texts.organizations}</h2>
      <Paged query={query} nothing={<Nothing title={nothing}>{null}</Nothing>}>
        {(organizations) => (
          <ul className="rows long">
            {organizations.map(({ id, name, tag, visibility }) => (
              <li key={id} className="row">
                <div>
                  <h3>
                    <Link to="/organizations/$id" params={{ id }}>
                      {name}
                    </Link>{' '}
                    <span className="quiet">[{tag}]</span>
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
  );
}

function Servers({ word }: { word: string }) {
  const { admin } = useTexts();
  const texts = admin.places;
  const query = useInfiniteQuery(everyServerQuery(word));
  const nothing = word === '' ? texts.noServers : texts.noneFound;
  return (
    <section className="part" aria-label={texts.servers}>
      <h2>{texts.servers}</h2>
      <Paged query={query} nothing={<Nothing title={nothing}>{null}</Nothing>}>
        {(servers) => (
          <ul className="rows long">
            {servers.map(({ guild_id: guildId, guild_name: name, sync_enabled: isMirrored }) => (
              <li key={guildId} className="row">
                <div>
                  <h3>
                    <Link to="/servers/$guildId" params={{ guildId }}>
                      {name}
                    </Link>
                  </h3>
                  <p className="quiet">
                    {isMirrored ? texts.mirrored : texts.notMirrored} · <code>{guildId}</code>
                  </p>
                </div>
                <Link className="button" to="/admin/jobs" search={{ guild: guildId }}>
                  {texts.jobs}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
}
