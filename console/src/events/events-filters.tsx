import { useQuery } from '@tanstack/react-query';
import { Choice } from '../layout/choice.js';
import { useTexts } from '../texts/language.js';
import { organizationsQuery } from './queries.js';
import { type EventsSearch, isFiltered, STATES, TYPES } from './search.js';

interface FiltersProps {
  readonly search: EventsSearch;
  readonly change: (search: EventsSearch) => void;
}

/** What the list of events is narrowed by; each choice goes into the address. */
export function EventsFilters({ search, change }: FiltersProps) {
  const { events: texts } = useTexts();
  const { data: organizations = [] } = useQuery(organizationsQuery);
  return (
    <form className="filters" aria-label={texts.filters}>
      {search.view === undefined && (
        <Choice
          label={texts.period}
          all={texts.periods.upcoming}
          options={[['all', texts.periods.all]]}
          value={search.period}
          choose={(period) => {
            change({ ...search, period });
          }}
        />
      )}
      <Choice
        label={texts.organization}
        all={texts.allOrganizations}
        options={organizations.map(({ id, name }) => [id, name])}
        value={search.org}
        choose={(org) => {
          change({ ...search, org });
        }}
      />
      <Choice
        label={texts.state}
        all={texts.allStates}
        options={STATES.map((state) => [state, texts.states[state]])}
        value={search.state}
        choose={(state) => {
          change({ ...search, state });
        }}
      />
      <Choice
        label={texts.type}
        all={texts.allTypes}
        options={TYPES.map((type) => [type, texts.types[type]])}
        value={search.type}
        choose={(type) => {
          change({ ...search, type });
        }}
      />
      {isFiltered(search) && (
        <button
          type="button"
          className="button"
          onClick={() => {
            change({ view: search.view, month: search.month });
          }}
        >
          {texts.reset}
        </button>
      )}
    </form>
  );
}
