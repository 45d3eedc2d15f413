import { useTexts } from '../texts/language.js';

/** Holds the place of a list that is being loaded; it appears late, so that a quick answer shows nothing of it. */
export function Skeleton({ rows }: { rows: number }) {
  const { loading } = useTexts();
  return (
    <div className="skeleton" role="status">
      <span className="unseen">{loading}</span>
      <Rows count={rows} />
    </div>
  );
}

/** Stands in for a page while it is not known who is there; in which language to say so, neither is. */
export function Waiting() {
  return (
    <main aria-busy="true">
      <div className="skeleton">
        <Rows count={6} />
      </div>
    </main>
  );
}

function Rows({ count }: { count: number }) {
  return Array.from({ length: count }, (_, row) => <div key={row} className="skeleton-row" />);
}
