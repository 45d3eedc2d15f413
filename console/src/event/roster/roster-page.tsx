import '../../styles/roster.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { Loaded } from '../../layout/loaded.js';
import { useTexts } from '../../texts/language.js';
import { useEvent } from '../event-of-page.js';
import { rosterQuery, type Signup } from '../queries.js';
import { GroupFrame } from './group-frame.js';
import { useGroupPart } from './group-part.js';
import { type Group, groupsOf, listClass } from './groups.js';
import { SignupLine } from './signup-line.js';
import type { RosterSearch } from './search.js';

const route = getRouteApi('/events/$id/');

/** What staff move people with is loaded for them alone, and the roster is read meanwhile. */
const RosterBoard = lazy(() => import('./roster-board.js'));

/** Who has answered, by roles or by ships, as it is now. */
export function RosterPage() {
  const event = useEvent();
  const query = useQuery(rosterQuery(event.id));
  return (
    <section className="roster">
      <RosterTools />
      <Loaded query={query} rows={8}>
        {(signups) => <Groups signups={signups} />}
      </Loaded>
    </section>
  );
}

function Groups({ signups }: { signups: readonly Signup[] }) {
  const event = useEvent();
  const { by, name } = route.useSearch();
  const groups = useMemo(() => groupsOf(event, signups, { by, name }), [event, signups, by, name]);
  const canChange = event.acts.includes('change_signups') || event.acts.includes('note_attendance');
  const list = <RosterList groups={groups} />;
  if (!canChange) return list;
  return (
    <Suspense fallback={list}>
      <RosterBoard groups={groups} signups={signups} />
    </Suspense>
  );
}

/** The roster to be read. */
function RosterList({ groups }: { groups: readonly Group[] }) {
  return (
    <div className="groups">
      {groups.map((group) => (
        <GroupFrame key={group.key} group={group}>
          <GroupList signups={group.signups} />
        </GroupFrame>
      ))}
    </div>
  );
}

function GroupList({ signups }: { signups: readonly Signup[] }) {
  const { roster: texts } = useTexts();
  const { part, onScroll, more } = useGroupPart(signups);
  if (signups.length === 0) return <p className="quiet nobody">{texts.nobody}</p>;
  return (
    <>
      <ul className={listClass(part)} onScroll={onScroll}>
        {part.map((signup) => (
          <li key={signup.id} className="signup-row">
            <SignupLine signup={signup} />
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}

function RosterTools() {
  const { roster: texts } = useTexts();
  const { id, acts, fleet_ships: ships } = useEvent();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changed: RosterSearch) =>
    void navigate({ search: { ...search, ...changed }, replace: true, resetScroll: false });
  return (
    <div className="filters" role="group" aria-label={texts.tools}>
      <label className="field">
        {texts.find}
        <input
          type="search"
          value={search.name ?? ''}
          onChange={({ target }) => {
            change({ name: target.value === '' ? undefined : target.value });
          }}
        />
      </label>
      {ships.length > 0 && (
        <label className="field">
          {texts.by}
          <select
            value={search.by ?? 'roles'}
            onChange={({ target }) => {
              change({ by: target.value === 'ships' ? 'ships' : undefined });
            }}
          >
            <option value="roles">{texts.byRoles}</option>
            <option value="ships">{texts.byShips}</option>
          </select>
        </label>
      )}
      {acts.includes('read_timeline') && (
        <a className="button" href={`/api/v1/events/${id}/signups.csv`} download>
          {texts.export}
        </a>
      )}
    </div>
  );
}
