import { type CalendarDate, today } from '@internationalized/date';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useMe } from '../../api/me.js';
import { localOf } from '../../format/zones.js';
import { monthEventsQuery } from '../queries.js';
import type { EventsSearch, EventView } from '../search.js';
import { monthOf, weeksOf } from './month.js';

/** What a month of events holds, as one's own clock has its days. */
export interface Month {
  readonly first: CalendarDate;
  readonly weeks: readonly (readonly CalendarDate[])[];
  readonly today: CalendarDate;
  /** By day, as `2026-12-05`. */
  readonly byDay: ReadonlyMap<string, readonly EventView[]>;
  /** Whether more of them are on their way. */
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** All events of a month, and of the days that fill its weeks; pages of them come one after the other. */
export function useMonth(search: EventsSearch): Month {
  const { timezone } = useMe();
  const now = today(timezone);
  const { month } = search;
  const day = now.toString();
  // Made anew only when the month is another one.
  const { first, weeks } = useMemo(() => {
    const begin = monthOf(month, today(timezone));
    return { first: begin, weeks: weeksOf(begin), day };
  }, [month, timezone, day]);
  const from = weeks[0]?.[0] ?? first;
  const end = (weeks.at(-1)?.[6] ?? first).add({ days: 1 });
  const query = useInfiniteQuery(
    monthEventsQuery(search, from.toDate(timezone), new Date(end.toDate(timezone).getTime() - 1)),
  );
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const byDay = useMemo(() => {
    const events = data?.pages.flatMap(({ items }) => items) ?? [];
    return Map.groupBy(events, ({ start_at_utc }) => localOf(new Date(start_at_utc), timezone).slice(0, 10));
  }, [data, timezone]);
  return {
    first,
    weeks,
    today: now,
    byDay,
    isLoading: query.isPending || hasNextPage,
    error: query.error,
    retry: () => void query.refetch(),
  };
}
