import { parseDate } from '@internationalized/date';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { eventKey } from '../queries.js';
import type { TimelineSearch } from './search.js';

export type Entry = components['schemas']['NamedAuditEntryView'];

const PAGE = 50;

type Filter = Pick<TimelineSearch, 'about' | 'from'>;

async function pageOf(
  id: string,
  { about, from }: Filter,
  zone: string,
  cursor: string | null,
  limit: number,
) {
  const query = {
    limit,
    ...(about !== undefined && { about }),
    ...(from !== undefined && { from: parseDate(from).toDate(zone).toISOString() }),
    ...(cursor !== null && { cursor }),
  };
  return answerOf(api.GET('/api/v1/events/{id}/timeline', { params: { path: { id }, query } }));
}

/** What happened to an event, newest first. */
export const timelineQuery = (id: string, filter: Filter, zone: string) =>
  infiniteQueryOptions({
    queryKey: [...eventKey(id), 'timeline', filter, zone],
    queryFn: ({ pageParam }) => pageOf(id, filter, zone, pageParam, PAGE),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
    placeholderData: keepPreviousData,
  });

/** All of it, for a table. */
export async function wholeTimeline(id: string, filter: Filter, zone: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(id, filter, zone, cursor, 100);
    entries.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== null);
  return entries;
}
