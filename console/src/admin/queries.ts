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
export function jobsFilter({ status, type, guild, event, cause }: JobsSearch) {
  return {
    ...(status !== undefined && { status }),
    ...(type !== undefined && { type }),
    ...(guild !== undefined && { guild_id: guild }),
    ...(event !== undefined && { event_id: event }),
    ...(cause !== undefined && { cause }),
  };
}

export const jobsQuery = (search: JobsSearch) =>
  infiniteQueryOptions({
    queryKey: [...JOBS, 'list', search],
    queryFn: ({ pageParam, signal }) =>
      pageOf(
        api.GET('/api/v1/discord/jobs', {
          params: {
            query: {
              ...jobsFilter(search),
              ...(search.retrying === true && { retrying: true }),
              ...pageAt(pageParam),
            },
          },
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

export const stateQuery = queryOptions({
  queryKey: ['stats', 'state'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/discord/stats/state', { signal })),
  ...FRESH,
});

/** The figures of the last minutes; a new one comes each minute. */
export const historyQuery = (minutes: number) =>
  queryOptions({
    queryKey: ['stats', 'history', minutes],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/discord/stats/history', { params: { query: { minutes } }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
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

/** Every organization, or those whose name, tag or id this is about. */
export const everyOrganizationQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['organizations', 'every', q],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(q !== '' && { q }), ...pageAt(pageParam) };
      return answerOf(api.GET('/api/v1/organizations', { params: { query }, signal }));
    },
    initialPageParam: FIRST,
    getNextPageParam: nextOf,
    placeholderData: keepPreviousData,
  });

/** Every registered server, or those whose name or id this is about. */
export const everyServerQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['servers', 'every', q],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(q !== '' && { q }), ...pageAt(pageParam) };
      return pageOf(api.GET('/api/v1/discord/guilds', { params: { query }, signal }));
    },
    initialPageParam: FIRST,
    getNextPageParam: nextOf,
    placeholderData: keepPreviousData,
  });

/** What plan somebody has. */
export const memberPlanQuery = (discordId: string) =>
  queryOptions({
    queryKey: ['plans', 'of', discordId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/users/{discord_id}/plan', { params: { path: { discord_id: discordId } }, signal }),
      ),
  });
