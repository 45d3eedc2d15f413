import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Choice } from '../layout/choice.js';
import { said } from '../layout/form-data.js';
import { Nothing } from '../layout/nothing.js';
import { Paged } from '../layout/paged.js';
import { Refusal } from '../layout/refusal.js';
import { useTitle } from '../layout/title.js';
import { useTexts } from '../texts/language.js';
import { JobRow } from './job-row.js';
import { jobsQuery } from './queries.js';
import { RetryProgress, useRetryAll } from './retry.js';
import { JOB_STATES, JOB_TYPES, type JobsSearch } from './search.js';

const route = getRouteApi('/admin/jobs');

/** Jobs, newest first, with their attempts and what went wrong. */
export function JobsPage() {
  const { admin } = useTexts();
  const texts = admin.jobs;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(jobsQuery(search));
  useTitle(texts.title);
  const change = (changes: JobsSearch) => void navigate({ search: { ...search, ...changes } });
  return (
    <>
      <header className="page-head">
        <h1>{texts.title}</h1>
        {(search.status === 'failed' || search.status === 'cancelled') && <RetryThese search={search} />}
      </header>
      <form
        key={`${search.guild ?? ''} ${search.event ?? ''}`}
        className="filters"
        aria-label={texts.filters}
        onSubmit={(submit) => {
          submit.preventDefault();
          const data = new FormData(submit.currentTarget);
          change({ guild: said(data, 'guild') || undefined, event: said(data, 'event') || undefined });
        }}
      >
        <Choice
          label={texts.state}
          all={texts.all}
          options={JOB_STATES.map((state) => [state, texts.states[state]])}
          value={search.status}
          choose={(status) => {
            change({ status });
          }}
        />
        <Choice
          label={texts.type}
          all={texts.all}
          options={JOB_TYPES.map((type) => [type, texts.types[type]])}
          value={search.type}
          choose={(type) => {
            change({ type });
          }}
        />
        <label className="field">
          {texts.server}
          <input name="guild" defaultValue={search.guild ?? ''} inputMode="numeric" autoComplete="off" />
        </label>
        <label className="field">
          {texts.event}
          <input name="event" defaultValue={search.event ?? ''} autoComplete="off" />
        </label>
        <button type="submit" className="button">
          {texts.filter}
        </button>
        {Object.values(search).some((value) => value !== undefined) && (
          <Link className="button" to="/admin/jobs" search={{}}>
            {texts.reset}
          </Link>
        )}
      </form>
      {search.cause !== undefined && <p className="lead">{texts.cause(search.cause)}</p>}
      {search.retrying === true && <p className="lead">{texts.onlyRetrying}</p>}
      <Paged
        query={query}
        nothing={
          <Nothing title={texts.nothing}>
            <p>{texts.nothingNext}</p>
          </Nothing>
        }
      >
        {(jobs) => (
          <ul className="rows long">
            {jobs.map((job) => (
              <JobRow key={job.id} job={job} />
            ))}
          </ul>
        )}
      </Paged>
    </>
  );
}

/** Tries again all that the filters leave. */
function RetryThese({ search }: { search: JobsSearch }) {
  const { admin } = useTexts();
  const retry = useRetryAll();
  return (
    <div className="acts">
      <RetryProgress retry={retry} />
      <button
        type="button"
        className="button primary"
        disabled={retry.isPending}
        onClick={() => {
          retry.mutate(search);
        }}
      >
        {admin.jobs.retryThese}
      </button>
      {retry.error !== null && <Refusal error={retry.error} />}
    </div>
  );
}
