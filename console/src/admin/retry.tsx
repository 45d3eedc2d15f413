import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../api/client.js';
import { useTexts } from '../texts/language.js';
import { jobsFilter, JOBS } from './queries.js';
import type { JobsSearch } from './search.js';

/** Tries a class of failed jobs again, a call for each thousand, and tells how far it has come. */
export function useRetryAll() {
  const queries = useQueryClient();
  // How many were tried, and how many the next call would try.
  const [progress, setProgress] = useState<{ readonly retried: number; readonly left: number } | null>(null);
  const retry = useMutation({
    mutationFn: async (search: JobsSearch) => {
      const status = search.status === 'cancelled' ? 'cancelled' : 'failed';
      const query = { ...jobsFilter(search), status } as const;
      let retried = 0;
      for (;;) {
        const { jobs_retried: some, jobs_left: left } = await answerOf(
          api.POST('/api/v1/discord/jobs/retry', { params: { query } }),
        );
        retried += some;
        setProgress({ retried, left });
        // Those that stay are done by others, or have failed again meanwhile.
        if (left === 0 || some === 0) return { retried, left };
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: JOBS }),
  });
  return { ...retry, progress };
}

/** How far it has come. */
export function RetryProgress({ retry: { progress } }: { retry: ReturnType<typeof useRetryAll> }) {
  const { admin } = useTexts();
  return (
    <span role="status" className="quiet">
      {progress === null ? '' : admin.failures.progress(progress.retried, progress.left)}
    </span>
  );
}
