import type { UseInfiniteQueryResult, InfiniteData } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../texts/language.js';
import { Failure } from './failure.js';
import { PanelGuard } from './panel-guard.js';
import { Skeleton } from './skeleton.js';

interface PagedProps<T> {
  readonly query: UseInfiniteQueryResult<InfiniteData<{ readonly items: T[] }>>;
  /** How many rows stand in while it loads. */
  readonly rows?: number;
  /** In place of a list without entries: what to do next. */
  readonly nothing: ReactNode;
  readonly children: (items: readonly T[]) => ReactNode;
}

/** A list that is read page by page, with how many entries are shown and a button for more. */
export function Paged<T>({ query, rows = 5, nothing, children }: PagedProps<T>) {
  const { list } = useTexts();
  const { data, dataUpdatedAt, error, isPlaceholderData, hasNextPage, isFetchingNextPage } = query;
  if (data === undefined) {
    return error === null ? (
      <Skeleton rows={rows} />
    ) : (
      <Failure error={error} retry={() => void query.refetch()} />
    );
  }
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0) return nothing;
  return (
    <div className="paged" aria-busy={isPlaceholderData}>
      <PanelGuard version={dataUpdatedAt} draw={() => children(items)} />
      {error !== null && <Failure error={error} retry={() => void query.fetchNextPage()} />}
      <footer className="list-foot">
        <p role="status" className="quiet">
          {list.shown(items.length)}
        </p>
        {hasNextPage && (
          <button
            type="button"
            className="button"
            disabled={isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {list.more}
          </button>
        )}
      </footer>
    </div>
  );
}
