import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../api/client.js';
import { useDates } from '../format/dates.js';
import { useNotify } from '../layout/notices.js';
import { Refusal } from '../layout/refusal.js';
import { useTexts } from '../texts/language.js';
import { everyServerQuery, JOBS } from './queries.js';
import type { Job } from './search.js';

/** One job: its attempts, its next try, what went wrong last, and the act of trying it again. */
export function JobRow({ job, level = 2 }: { job: Job; level?: 2 | 3 }) {
  const Heading = `h${level}` as const;
  const { admin } = useTexts();
  const texts = admin.jobs;
  const { agoOf, momentOf } = useDates();
  const nameOf = useServerNames();
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
        <Heading>
          {texts.types[job.job_type]}
          <span className={`state job-${job.status}`}>{texts.states[job.status]}</span>
        </Heading>
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
              {texts.ofServer(nameOf(job.guild_id))}
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

/** Servers by their names, as far as the first of them are known; others keep their ids. */
function useServerNames(): (guildId: string) => string {
  const { data } = useInfiniteQuery(everyServerQuery(''));
  const servers = data?.pages.flatMap(({ items }) => items) ?? [];
  return (guildId) => servers.find(({ guild_id }) => guild_id === guildId)?.guild_name ?? guildId;
}
