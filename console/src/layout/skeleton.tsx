import { useTexts } from '../texts/language.js';

/** Holds the place of a list that is being loaded; it appears late, so that a quick answer shows nothing of it. */
export function Skeleton({ rows }: { rows: number }) {
  const { loading } = useTexts();
  return (
    <div className="skeleton" role="status">
      <span className="unseen">{loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton-row" />
      ))}
    </div>
  );
}
