import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useDates } from '../format/dates.js';
import { Confirm } from '../layout/confirm.js';
import { Loaded } from '../layout/loaded.js';
import { Nothing } from '../layout/nothing.js';
import { Paged } from '../layout/paged.js';
import { Refusal } from '../layout/refusal.js';
import { useTitle } from '../layout/title.js';
import type { Texts } from '../texts/fr/index.js';
import { useTexts } from '../texts/language.js';
import { JobRow } from './job-row.js';
import { failuresQuery, jobsQuery } from './queries.js';
import { RetryProgress, useRetryAll } from './retry.js';
import type { FailedClass, JobsSearch } from './search.js';

/** Why jobs have failed, each cause once, with what mends it; and what will be tried again by itself. */
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
      <Retrying />
    </>
  );
}

/** Jobs that failed and wait for their next try. */
function Retrying() {
  const { admin } = useTexts();
  const texts = admin.failures;
  const heading = useId();
  const query = useInfiniteQuery({ ...jobsQuery({ retrying: true }), refetchInterval: 15_000 });
  return (
    <section className="part" aria-labelledby={heading}>
      <header className="part-head">
        <h2 id={heading}>{texts.retrying}</h2>
      </header>
      <p className="quiet">{texts.retryingWhat}</p>
      <Paged query={query} rows={2} nothing={<p className="quiet">{texts.notRetrying}</p>}>
        {(jobs) => (
          <ul className="rows long">
            {jobs.map((job) => (
              <JobRow key={job.id} job={job} level={3} />
            ))}
          </ul>
        )}
      </Paged>
    </section>
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
        <RetryProgress retry={retry} />
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
  const { admin, servers } = useTexts();
  const texts = admin.failures;
  const { agoOf } = useDates();
  const retry = useRetryAll();
  const { guild_id: guildId, guild_name, cause, channel_id, webhook_id, error_message } = one;
  const search: JobsSearch = {
    status: 'failed',
    type: one.job_type,
    guild: guildId ?? undefined,
    cause: cause ?? undefined,
  };
  const plain = plainCause(one, texts, servers.permissions);
  const place = guild_name ?? guildId;
  const facts = [
    admin.jobs.types[one.job_type],
    place === null ? null : texts.on(place),
    agoOf(new Date(one.last_failed_at)),
  ];
  return (
    <li className="row failed-class">
      <div>
        <h2>
          <span className="count">{texts.count(one.count)}</span> {plain ?? cause ?? texts.noReason}
        </h2>
        <p className="quiet">{facts.filter((fact) => fact !== null).join(' · ')}</p>
        {plain !== null && error_message !== null && (
          <details className="quiet">
            <summary>{texts.words}</summary>
            <p lang="en">{error_message}</p>
          </details>
        )}
      </div>
      <div className="acts">
        <RetryProgress retry={retry} />
        {guild_name !== null && guildId !== null && (
          <Link
            className="button"
            to="/servers/$guildId"
            params={{ guildId }}
            search={channel_id === null ? {} : { channel: channel_id }}
          >
            {texts.toDoctor}
          </Link>
        )}
        {webhook_id !== null && (
          <Link className="button" to="/admin/webhooks" search={{ webhook: webhook_id, status: 'failed' }}>
            {texts.toWebhook}
          </Link>
        )}
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

/** Discord's codes of what the bot may not do, or not see. */
const FORBIDDEN: readonly (number | null)[] = [50001, 50013];

/** Why jobs have failed, in plain words; `null` where there are none but those of the failure. */
function plainCause(
  {
    discord_code: code,
    channel_name: channel,
    guild_name: server,
    missing_permissions: missing,
  }: FailedClass,
  texts: Texts['admin']['failures'],
  names: Texts['servers']['permissions'],
): string | null {
  const place = { channel, server };
  if (code === null) return null;
  if (!FORBIDDEN.includes(code)) return texts.refused(code, place);
  if (missing === null) return texts.lacksSome(place);
  if (missing.length === 0) return texts.lackedOnce(place);
  return texts.lacks(
    missing.map((name) => names[name]),
    place,
  );
}
