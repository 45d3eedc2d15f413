import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { answerOf, api } from '../api/client.js';
import type { components } from '../api/schema.js';
import { useDates } from '../format/dates.js';
import { Confirm } from '../layout/confirm.js';
import { useNotify } from '../layout/notices.js';
import { Nothing } from '../layout/nothing.js';
import { Paged } from '../layout/paged.js';
import { useTexts } from '../texts/language.js';
import { browserOf } from './browser-name.js';
import { sessionsQuery } from './queries.js';

type Session = components['schemas']['SessionView'];

/** The browsers in which one is signed in: one of them can be ended, or all. */
export function Sessions() {
  const { me } = useTexts();
  const texts = me.access;
  const heading = useId();
  const query = useInfiniteQuery(sessionsQuery);
  const [ending, setEnding] = useState(false);
  return (
    <section className="part" aria-labelledby={heading}>
      <header className="part-head">
        <h2 id={heading}>{texts.sessions}</h2>
        <button
          type="button"
          className="button"
          onClick={() => {
            setEnding(true);
          }}
        >
          {texts.endAll}
        </button>
      </header>
      <Paged query={query} rows={2} nothing={<Nothing title={texts.noSessions}>{null}</Nothing>}>
        {(sessions) => (
          <ul className="rows">
            {sessions.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
        )}
      </Paged>
      {ending && (
        <Confirm
          title={texts.endAllTitle}
          act={texts.endAll}
          danger
          close={() => {
            setEnding(false);
          }}
          perform={async () => {
            await answerOf(api.DELETE('/api/v1/users/me/sessions'));
            location.assign('/app/');
          }}
        >
          <p>{texts.endAllWhy}</p>
        </Confirm>
      )}
    </section>
  );
}

function SessionRow({ session }: { session: Session }) {
  const { me } = useTexts();
  const texts = me.access;
  const { agoOf, dateOf } = useDates();
  const [ending, setEnding] = useState(false);
  const notify = useNotify();
  const queries = useQueryClient();
  const name = session.user_agent === null ? texts.unknownBrowser : browserOf(session.user_agent);
  return (
    <li className="row">
      <div>
        <h3>
          {name} {session.is_current && <span className="state state-active">{texts.current}</span>}
        </h3>
        <p className="quiet">
          {texts.usedAt(agoOf(new Date(session.last_used_at)))} ·{' '}
          {texts.since(dateOf(new Date(session.created_at)))}
        </p>
      </div>
      {!session.is_current && (
        <button
          type="button"
          className="button"
          onClick={() => {
            setEnding(true);
          }}
        >
          {texts.end}
        </button>
      )}
      {ending && (
        <Confirm
          title={texts.endTitle(name)}
          act={texts.end}
          close={() => {
            setEnding(false);
          }}
          perform={async () => {
            const params = { path: { id: session.id } };
            await answerOf(api.DELETE('/api/v1/users/me/sessions/{id}', { params }));
            notify(texts.ended);
            await queries.invalidateQueries({ queryKey: sessionsQuery.queryKey });
          }}
        >
          <p>{texts.endWhy}</p>
        </Confirm>
      )}
    </li>
  );
}
