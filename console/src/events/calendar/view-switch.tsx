import { Link } from '@tanstack/react-router';
import { useTexts } from '../../texts/language.js';
import type { EventsSearch } from '../search.js';

const VIEWS = [undefined, 'month', 'agenda'] as const satisfies EventsSearch['view'][];

/** The ways to look at the same events; filters stay. */
export function ViewSwitch({ search }: { search: EventsSearch }) {
  const { events: texts } = useTexts();
  return (
    <div className="switch" role="group" aria-label={texts.calendar.view}>
      {VIEWS.map((view) => (
        <Link
          key={view ?? 'list'}
          to="/events"
          search={{ ...search, view }}
          aria-current={search.view === view ? 'true' : undefined}
        >
          {texts.calendar.views[view ?? 'list']}
        </Link>
      ))}
    </div>
  );
}
