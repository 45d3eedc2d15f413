import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from './failure.js';
import { PanelGuard } from './panel-guard.js';
import { Skeleton } from './skeleton.js';

interface LoadedProps<T> {
  readonly query: UseQueryResult<T>;
  /** How many rows stand in while it loads. */
  readonly rows?: number;
  readonly children: (data: T) => ReactNode;
}

/** A part of a page that waits for its data: one that fails says so in its own place, and the rest of the page stays. */
export function Loaded<T>({ query, rows = 4, children }: LoadedProps<T>) {
  const { data, dataUpdatedAt } = query;
  if (data !== undefined) return <PanelGuard version={dataUpdatedAt} draw={() => children(data)} />;
  if (query.error !== null) return <Failure error={query.error} retry={() => void query.refetch()} />;
  return <Skeleton rows={rows} />;
}
