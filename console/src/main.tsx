import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/parts.css';
import './styles/events.css';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { meQuery } from './api/me.js';
import { Problem } from './api/problem.js';
import { router } from './router.js';

/** A session that was ended elsewhere ends this page as well: nothing of what it showed stays. */
function leaveWhenSignedOut(error: Error): void {
  if (error instanceof Problem && error.status === 401) queries.setQueryData(meQuery.queryKey, null);
}

const queries = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
  mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
  defaultOptions: {
    queries: {
      // Asking again helps when no answer came or the server was busy, not when it refused.
      retry: (failures, error) => failures < 2 && error instanceof Problem && (error.status ?? 503) >= 502,
    },
  },
});

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
