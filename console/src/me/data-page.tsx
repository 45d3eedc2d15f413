import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { answerOf, api } from '../api/client.js';
import { useMe } from '../api/me.js';
import { Confirm } from '../layout/confirm.js';
import { Loaded } from '../layout/loaded.js';
import { useTitle } from '../layout/title.js';
import { myOrganizationsQuery } from '../organizations/queries.js';
import { useTexts } from '../texts/language.js';

/** What is held about one: to take away, and to have erased. */
export function DataPage() {
  const { me: texts } = useTexts();
  const heading = useId();
  useTitle(texts.data.title);
  return (
    <>
      <header className="page-head">
        <h1>{texts.data.title}</h1>
      </header>
      <section className="panel wide" aria-labelledby={heading}>
        <h2 id={heading}>{texts.data.export}</h2>
        <p>{texts.data.exportWhat}</p>
        <a className="button" href="/api/v1/users/me/export" download="verselink.json">
          {texts.data.download}
        </a>
      </section>
      <Erasure />
    </>
  );
}

function Erasure() {
  const { me: texts } = useTexts();
  const me = useMe();
  const heading = useId();
  const why = useId();
  const [erasing, setErasing] = useState(false);
  const organizations = useQuery(myOrganizationsQuery);
  return (
    <section className="panel wide failure" aria-labelledby={heading}>
      <h2 id={heading}>{texts.data.erase}</h2>
      <p>{texts.data.eraseWhat}</p>
      <ul className="bullets">
        {texts.data.goes.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
      <Loaded query={organizations} rows={1}>
        {(all) => {
          const owned = all.filter(({ owner_id }) => owner_id === me.id);
          return (
            <>
              {owned.length > 0 && (
                <p id={why}>{texts.data.blocked(owned.map(({ name }) => name).join(', '))}</p>
              )}
              <button
                type="button"
                className="button danger"
                disabled={owned.length > 0}
                aria-describedby={owned.length > 0 ? why : undefined}
                onClick={() => {
                  setErasing(true);
                }}
              >
                {texts.data.eraseAct}
              </button>
            </>
          );
        }}
      </Loaded>
      {erasing && (
        <Confirm
          title={texts.data.eraseTitle}
          act={texts.data.eraseAct}
          phrase={me.handle}
          danger
          close={() => {
            setErasing(false);
          }}
          perform={async () => {
            await answerOf(api.DELETE('/api/v1/users/me'));
            location.assign('/app/');
          }}
        >
          <p>{texts.data.eraseLast}</p>
        </Confirm>
      )}
    </section>
  );
}
