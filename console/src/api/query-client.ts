import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { meQuery } from './me.js';
import { Problem } from './problem.js';

/** A session that was ended elsewhere ends this page as well: nothing of what it showed stays. */
function leaveWhenSignedOut(error: Error): void {
  if (error instanceof Problem && error.status === 401) queries.setQueryData(meQuery.queryKey, null);
}

/** All that was read, for the pages and for the routes that ask before a page is there. */
export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
  mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
  defaultOptions: {
    queries: {
      // Asking again helps when no answer came or the server was busy, not when it refused.
      retry: (failures, error) => failures < 2 && error instanceof Problem && (error.status ?? 503) >= 502,
    },
  },
});
