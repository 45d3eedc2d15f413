import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { LiveLine } from './live-line.js';

/** The one line of this tab. */
const line = new LiveLine();

/**
 * Reads again what a page shows whenever the server says that it has changed.
 * @param topic `event:<id>`, `mirrors:<event's id>`, `organization:<id>`, `guild:<Discord's id>`, `jobs`, or `events` for those of all
 * organizations that one belongs to
 * @param queryKey every query whose key begins so is read again
 */
export function useLive(topic: string, queryKey: QueryKey): void {
  const queries = useQueryClient();
  const key = JSON.stringify(queryKey);
  useEffect(() => line.follow(topic, reader(queries, JSON.parse(key) as QueryKey)), [queries, topic, key]);
}

/** Reads once at a time: what changes meanwhile is read when that is done. */
function reader(queries: QueryClient, queryKey: QueryKey): () => void {
  let isReading = false;
  let isStale = false;
  const read = async (): Promise<void> => {
    do {
      isStale = false;
      await queries.invalidateQueries({ queryKey });
      // It can have become stale again while it was read.
    } while (isStale as boolean);
    isReading = false;
  };
  return () => {
    isStale = true;
    if (isReading) return;
    isReading = true;
    void read();
  };
}
