import { Link } from '@tanstack/react-router';
import { useCurrentInSight } from '../layout/in-sight.js';
import { useTexts } from '../texts/language.js';
import type { EventDetail } from './queries.js';

/** The views of an event, each with an address of its own. */
export function EventTabs({ event: { id, acts } }: { event: EventDetail }) {
  const {
    event: { tabs },
  } = useTexts();
  const shared = { params: { id }, resetScroll: false } as const;
  return (
    <nav ref={useCurrentInSight()} className="tabs" aria-label={tabs.label}>
      <Link to="/events/$id" activeOptions={{ exact: true, includeSearch: false }} {...shared}>
        {tabs.roster}
      </Link>
      <Link to="/events/$id/mirrors" {...shared}>
        {tabs.mirrors}
      </Link>
      {acts.includes('read_timeline') && (
        <>
          <Link to="/events/$id/timeline" {...shared}>
            {tabs.timeline}
          </Link>
          <Link to="/events/$id/attendance" {...shared}>
            {tabs.attendance}
          </Link>
        </>
      )}
    </nav>
  );
}
