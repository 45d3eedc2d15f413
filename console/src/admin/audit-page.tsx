import { useInfiniteQuery } from '@tanstack/react-query';
import { useDates } from '../format/dates.js';
import { Nothing } from '../layout/nothing.js';
import { Paged } from '../layout/paged.js';
import { useTitle } from '../layout/title.js';
import { useTexts } from '../texts/language.js';
import { auditQuery } from './queries.js';

/** What was done to the installation and to accounts, newest first. */
export function AuditPage() {
  const { admin } = useTexts();
  const texts = admin.audit;
  const { momentOf } = useDates();
  const query = useInfiniteQuery(auditQuery);
  useTitle(texts.title);
  return (
    <>
      <header className="page-head">
        <h1>{texts.title}</h1>
      </header>
      <p className="lead">{texts.what}</p>
      <Paged query={query} nothing={<Nothing title={texts.nothing}>{null}</Nothing>}>
        {(entries) => (
          <ul className="rows long">
            {entries.map((entry) => (
              <li key={entry.id} className="row">
                <div>
                  <h2>
                    <code>{entry.action}</code>
                  </h2>
                  <p>
                    {texts.by} <strong>{entry.actor_handle ?? entry.actor_id ?? texts.system}</strong>
                    {entry.target_id !== null && entry.target_id !== entry.actor_id && (
                      <> → {entry.target_handle ?? <code>{entry.target_id}</code>}</>
                    )}
                  </p>
                  <p className="quiet">
                    <time dateTime={entry.at}>{momentOf(new Date(entry.at))}</time> ·{' '}
                    {texts.sources[entry.source]}
                    {entry.fields.length > 0 && ` · ${entry.fields.join(', ')}`}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </>
  );
}
