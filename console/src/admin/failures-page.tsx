import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDates } from '../format/dates.js';
import { Confirm } from '../layout/confirm.js';
import { Loaded } from '../layout/loaded.js';
import { Nothing } from '../layout/nothing.js';
import { Refusal } from '../layout/refusal.js';
import { useTitle } from '../layout/title.js';
import { useTexts } from '../texts/language.js';
import { failuresQuery } from './queries.js';
import { useRetryAll } from './retry.js';
import type { FailedClass, JobsSearch } from './search.js';

/** Why jobs have failed, each reason once, with the act that mends it. */
export function FailuresPage() {
  const { admin } = useTexts();
  const texts = admin.failures;
  const query = useQuery(failuresQuery);
  useTitle(texts.title);
  return (
    <>
      <header className="page-head">
        <h1>{texts.title}</h1>
        {query.data !== undefined && query.data.length > 0 && <RetryEverything />}
      </header>
      <Loaded query={query}>
        {(classes) =>
          classes.length === 0 ? (
            <Nothing title={texts.nothing}>
              <p>{texts.nothingNext}</p>
            </Nothing>
          ) : (
            <ul className="rows">
              {classes.map((one) => (
                <FailedClassRow key={one.last_job_id} one={one} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

function RetryEverything() {
  const { admin } = useTexts();
  const texts = admin.failures;
  const [asking, setAsking] = useState(false);
  const retry = useRetryAll();
  return (
    <>
      <div className="acts">
        <Progress retry={retry} />
        <button
          type="button"
          className="button"
          disabled={retry.isPending}
          onClick={() => {
            setAsking(true);
          }}
        >
          {texts.retryEverything}
        </button>
      </div>
      {asking && (
        <Confirm
          title={texts.retryEverythingTitle}
          act={texts.retryEverything}
          close={() => {
            setAsking(false);
          }}
          perform={() => retry.mutateAsync({})}
        >
          <p>{texts.retryEverythingWhy}</p>
        </Confirm>
      )}
    </>
  );
}

function FailedClassRow({ one }: { one: FailedClass }) {
  const { admin } = useTexts();
  const texts = admin.failures;
  const { agoOf } = useDates();
  const retry = useRetryAll();
  const search: JobsSearch = {
    status: 'failed',
    type: one.job_type,
    guild: one.guild_id ?? undefined,
    reason: one.error_message ?? undefined,
  };
  const place = one.guild_name ?? one.guild_id;
  return (
    <li className="row failed-class">
      <div>
        <h2>
          <span className="count">{texts.count(one.count)}</span> {one.error_message ?? texts.noReason}
        </h2>
        <p className="quiet">
          {[
            admin.jobs.types[one.job_type],
            place === null ? null : texts.on(place),
            agoOf(new Date(one.last_failed_at)),
          ]
            .filter((fact) => fact !== null)
            .join(' · ')}
        </p>
      </div>
      <div className="acts">
        <Progress retry={retry} />
        <Link className="button" to="/admin/jobs" search={search}>
          {texts.show}
        </Link>
        <button
          type="button"
          className="button primary"
          disabled={retry.isPending}
          onClick={() => {
            retry.mutate(search);
          }}
        >
          {texts.retry}
        </button>
      </div>
      {retry.error !== null && <Refusal error={retry.error} />}
    </li>
  );
}

function Progress({ retry: { progress } }: { retry: ReturnType<typeof useRetryAll> }) {
  const { admin } = useTexts();
  return (
    <span role="status" className="quiet">
      {progress === null ? '' : admin.failures.progress(progress.retried, progress.left)}
    </span>
  );
}
