import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../api/client.js';
import { jobsFilter, JOBS } from './queries.js';
import type { JobsSearch } from './search.js';

/** How far trying a class of jobs again has come. */
export interface RetryProgress {
  readonly retried: number;
  /** Of those that the next call would try. */
  readonly left: number;
}

/** Tries a class of failed jobs again, a call for each thousand, and tells how far it has come. */
export function useRetryAll() {
  const queries = useQueryClient();
  const [progress, setProgress] = useState<RetryProgress | null>(null);
  const retry = useMutation({
    mutationFn: async (search: JobsSearch) => {
      const query = { ...jobsFilter(search), status: 'failed' } as const;
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
