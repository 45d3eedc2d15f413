import { today } from '@internationalized/date';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { A_MOMENT_MS, answerOf, api } from '../api/client.js';
import type { operations } from '../api/schema.js';
import type { EventsSearch } from './search.js';

/** The events that a search finds, page by page. */
export function eventsQuery(search: EventsSearch, timezone: string) {
  const from = search.period === 'all' ? undefined : today(timezone).toDate(timezone).toISOString();
  return pagesOf({ ...filtersOf(search), ...(from !== undefined && { from }) });
}

/** The events that a search finds between two moments, page by page. */
export function monthEventsQuery(search: EventsSearch, from: Date, to: Date) {
  return pagesOf({ ...filtersOf(search), from: from.toISOString(), to: to.toISOString(), limit: 100 });
}

type EventsFilter = NonNullable<operations['EventsController_list']['parameters']['query']>;

function filtersOf({ org, state, type }: EventsSearch): EventsFilter {
  return {
    ...(org !== undefined && { org_id: org }),
    ...(state !== undefined && { state }),
    ...(type !== undefined && { type }),
  };
}

function pagesOf(filters: EventsFilter) {
  return infiniteQueryOptions({
    queryKey: ['events', filters],
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/v1/events', {
          params: { query: { ...filters, ...(pageParam !== null && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
    placeholderData: keepPreviousData,
    staleTime: A_MOMENT_MS,
  });
}

/** The organizations to choose from, by name. */
export const organizationsQuery = queryOptions({
  queryKey: ['organizations'],
  queryFn: ({ signal }) =>
    answerOf(api.GET('/api/v1/organizations', { params: { query: { limit: 100 } }, signal })),
  select: ({ items }) => items.toSorted((a, b) => a.name.localeCompare(b.name)),
  staleTime: 60_000,
});
