import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, pageOf } from '../api/client.js';
import { FIRST, nextOf, pageAt } from '../api/paging.js';
import type { DeliveriesSearch, JobsSearch } from './search.js';

/** The key of everything about jobs, to be asked for anew after an act. */
export const JOBS = ['jobs'] as const;

/** As long as such a page is open, it is asked for anew so often. */
const FRESH = { refetchInterval: 15_000 } as const;

export const failuresQuery = queryOptions({
  queryKey: [...JOBS, 'failures'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/discord/jobs/failures', { signal })),
  ...FRESH,
});

/** What the address says, in the words of the API. */
export function jobsFilter({ status, type, guild, event, reason }: JobsSearch) {
  return {
    ...(status !== undefined && { status }),
    ...(type !== undefined && { type }),
    ...(guild !== undefined && { guild_id: guild }),
    ...(event !== undefined && { event_id: event }),
    ...(reason !== undefined && { error_message: reason }),
  };
}

export const jobsQuery = (search: JobsSearch) =>
  infiniteQueryOptions({
    queryKey: [...JOBS, 'list', search],
    queryFn: ({ pageParam, signal }) =>
      pageOf(
        api.GET('/api/v1/discord/jobs', {
          params: { query: { ...jobsFilter(search), ...pageAt(pageParam) } },
          signal,
        }),
      ),
    initialPageParam: FIRST,
    getNextPageParam: nextOf,
    placeholderData: keepPreviousData,
  });

export const statsQuery = queryOptions({
  queryKey: ['stats'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/discord/stats', { signal })),
  ...FRESH,
});

export const healthQuery = queryOptions({
  queryKey: ['health'],
  // Unwell is an answer as well, of 503.
  queryFn: async ({ signal }) => {
    const { data, error } = await api.GET('/api/v1/discord/health', { signal });
    return data ?? (error as unknown as NonNullable<typeof data>);
  },
  ...FRESH,
});

export const interactionsQuery = queryOptions({
  queryKey: ['stats', 'interactions'],
  queryFn: ({ signal }) =>
    answerOf(api.GET('/api/v1/discord/stats/interactions', { params: { query: { days: 30 } }, signal })),
});

export const webhooksQuery = infiniteQueryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ pageParam, signal }) =>
    answerOf(api.GET('/api/v1/webhooks', { params: { query: pageAt(pageParam) }, signal })),
  initialPageParam: FIRST,
  getNextPageParam: nextOf,
});

export const deliveriesQuery = (webhook: string, status: DeliveriesSearch['status']) =>
  infiniteQueryOptions({
    queryKey: ['webhooks', webhook, 'deliveries', status ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/v1/webhooks/{id}/deliveries', {
          params: {
            path: { id: webhook },
            query: { ...(status !== undefined && { status }), ...pageAt(pageParam) },
          },
          signal,
        }),
      ),
    initialPageParam: FIRST,
    getNextPageParam: nextOf,
    placeholderData: keepPreviousData,
  });

export const unmatchedQuery = infiniteQueryOptions({
  queryKey: ['plans', 'unmatched'],
  queryFn: ({ pageParam, signal }) =>
    answerOf(api.GET('/api/v1/plans/unmatched', { params: { query: pageAt(pageParam) }, signal })),
  initialPageParam: FIRST,
  getNextPageParam: nextOf,
});

export const auditQuery = infiniteQueryOptions({
  queryKey: ['audit'],
  queryFn: ({ pageParam, signal }) =>
    answerOf(api.GET('/api/v1/audit', { params: { query: pageAt(pageParam) }, signal })),
  initialPageParam: FIRST,
  getNextPageParam: nextOf,
});

export const everyOrganizationQuery = infiniteQueryOptions({
  queryKey: ['organizations', 'every'],
  queryFn: ({ pageParam, signal }) =>
    answerOf(
      api.GET('/api/v1/organizations', { params: { query: { limit: 100, ...pageAt(pageParam) } }, signal }),
    ),
  initialPageParam: FIRST,
  getNextPageParam: nextOf,
});

export const everyServerQuery = infiniteQueryOptions({
  queryKey: ['servers', 'every'],
  queryFn: ({ pageParam, signal }) =>
    pageOf(
      api.GET('/api/v1/discord/guilds', { params: { query: { limit: 100, ...pageAt(pageParam) } }, signal }),
    ),
  initialPageParam: FIRST,
  getNextPageParam: nextOf,
});
