import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.js';
import { FIRST, nextOf, pageAt } from '../api/paging.js';
import type { components } from '../api/schema.js';

export type OwnSignup = components['schemas']['OwnSignupView'];
export type Period = 'past' | undefined;

/** The key of everything that is one's own, to be asked for anew after an act. */
export const OWN = ['own'] as const;

/** One's own events: those to come, or those that are over. */
export const ownSignupsQuery = (period: Period) =>
  infiniteQueryOptions({
    queryKey: [...OWN, 'signups', period ?? 'upcoming'],
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/v1/users/me/signups', {
          params: { query: { period: period ?? 'upcoming', ...pageAt(pageParam) } },
          signal,
        }),
      ),
    initialPageParam: FIRST,
    getNextPageParam: nextOf,
    placeholderData: keepPreviousData,
  });

export const planQuery = queryOptions({
  queryKey: [...OWN, 'plan'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/users/me/plan', { signal })),
});

/** The calendar links of an organization, or one's own. */
export const feedsQuery = (org: string | null) =>
  infiniteQueryOptions({
    queryKey: [...(org === null ? OWN : ['organization', org]), 'feeds'],
    queryFn: ({ pageParam, signal }) => {
      const query = pageAt(pageParam);
      return answerOf(
        org === null
          ? api.GET('/api/v1/users/me/feeds', { params: { query }, signal })
          : api.GET('/api/v1/organizations/{id}/feeds', { params: { path: { id: org }, query }, signal }),
      );
    },
    initialPageParam: FIRST,
    getNextPageParam: nextOf,
  });

export const sessionsQuery = infiniteQueryOptions({
  queryKey: [...OWN, 'sessions'],
  queryFn: ({ pageParam, signal }) =>
    answerOf(api.GET('/api/v1/users/me/sessions', { params: { query: pageAt(pageParam) }, signal })),
  initialPageParam: FIRST,
  getNextPageParam: nextOf,
});

export const tokensQuery = infiniteQueryOptions({
  queryKey: [...OWN, 'tokens'],
  queryFn: ({ pageParam, signal }) =>
    answerOf(api.GET('/api/v1/users/me/tokens', { params: { query: pageAt(pageParam) }, signal })),
  initialPageParam: FIRST,
  getNextPageParam: nextOf,
});
