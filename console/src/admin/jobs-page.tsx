import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { answerOf, api } from '../api/client.js';
import { useDates } from '../format/dates.js';
import { Choice } from '../layout/choice.js';
import { said } from '../layout/form-data.js';
import { useNotify } from '../layout/notices.js';
import { Nothing } from '../layout/nothing.js';
import { Paged } from '../layout/paged.js';
import { Refusal } from '../layout/refusal.js';
import { useTitle } from '../layout/title.js';
import { useTexts } from '../texts/language.js';
import { JOBS, jobsQuery } from './queries.js';
import { type Job, JOB_STATES, JOB_TYPES, type JobsSearch } from './search.js';

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
      {search.reason !== undefined && <p className="lead">{texts.reason(search.reason)}</p>}
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

function JobRow({ job }: { job: Job }) {
  const { admin } = useTexts();
  const texts = admin.jobs;
  const { agoOf, momentOf } = useDates();
  const notify = useNotify();
  const queries = useQueryClient();
  const retry = useMutation({
    mutationFn: () =>
      answerOf(api.POST('/api/v1/discord/jobs/{id}/retry', { params: { path: { id: job.id } } })),
    onSuccess: () => {
      notify(texts.retried);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: JOBS }),
  });
  const facts = [
    texts.attempts(job.retry_count, job.max_retries),
    job.status === 'pending' ? texts.next(momentOf(new Date(job.scheduled_at))) : null,
    job.completed_at === null ? null : texts.ended(agoOf(new Date(job.completed_at))),
  ];
  return (
    <li className="row">
      <div>
        <h2>
          {texts.types[job.job_type]}
          <span className={`state job-${job.status}`}>{texts.states[job.status]}</span>
        </h2>
        {job.error_message !== null && <p>{job.error_message}</p>}
        <p className="quiet">
          <time dateTime={job.created_at}>{momentOf(new Date(job.created_at))}</time> ·{' '}
          {facts.filter((fact) => fact !== null).join(' · ')}
        </p>
        <p className="quiet">
          {job.event_id !== null && (
            <Link to="/events/$id" params={{ id: job.event_id }}>
              {texts.toEvent}
            </Link>
          )}{' '}
          {job.guild_id !== null && (
            <Link to="/admin/jobs" search={{ guild: job.guild_id }}>
              {texts.ofServer(job.guild_id)}
            </Link>
          )}
        </p>
      </div>
      {(job.status === 'failed' || job.status === 'cancelled') && (
        <button
          type="button"
          className="button"
          disabled={retry.isPending}
          onClick={() => {
            retry.mutate();
          }}
        >
          {texts.retry}
        </button>
      )}
      {retry.error !== null && <Refusal error={retry.error} />}
    </li>
  );
}
