import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMe } from '../api/me.js';
import type { components } from '../api/schema.js';
import { useDates } from '../format/dates.js';
import { Choice } from '../layout/choice.js';
import { Paged } from '../layout/paged.js';
import { useTexts } from '../texts/language.js';
import { auditQuery } from './queries.js';
import { AUDITED, type Organization, type OrganizationSearch } from './search.js';

type Entry = components['schemas']['NamedAuditEntryView'];

const route = getRouteApi('/organizations/$id');

/** Who did what in an organization, newest first; the filters are in the address. */
export function AuditTab({ organization: { id } }: { organization: Organization }) {
  const { organizations: texts } = useTexts();
  const { timezone } = useMe();
  const search = route.useSearch();
  const query = useInfiniteQuery(auditQuery(id, search, timezone));
  return (
    <section className="panel" aria-labelledby="audit">
      <h2 id="audit">{texts.tabs.audit}</h2>
      <AuditFilters search={search} />
      <Paged query={query} nothing={<p className="quiet">{texts.audit.nothing}</p>}>
        {(entries) => (
          <ul className="rows">
            {entries.map((entry) => (
              <AuditRow key={entry.id} entry={entry} search={search} />
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
}

function AuditFilters({ search }: { search: OrganizationSearch }) {
  const { organizations: texts } = useTexts();
  const navigate = route.useNavigate();
  const change = (changed: Partial<OrganizationSearch>) =>
    void navigate({ search: { ...search, ...changed } });
  const { about, actor, from, to } = search;
  return (
    <form className="filters" aria-label={texts.audit.filters}>
      <Choice
        label={texts.audit.about}
        all={texts.audit.everything}
        options={AUDITED.map((noun) => [noun, texts.audit.nouns[noun]])}
        value={about}
        choose={(noun) => {
          change({ about: noun });
        }}
      />
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className="field">
          {texts.audit[end]}
          <input
            type="date"
            value={search[end] ?? ''}
            onChange={({ target }) => {
              change({ [end]: target.value === '' ? undefined : target.value });
            }}
          />
        </label>
      ))}
      {[about, actor, from, to].some((filter) => filter !== undefined) && (
        <button
          type="button"
          className="button"
          onClick={() => {
            change({ about: undefined, actor: undefined, from: undefined, to: undefined });
          }}
        >
          {texts.audit.reset}
        </button>
      )}
    </form>
  );
}

function AuditRow({ entry, search }: { entry: Entry; search: OrganizationSearch }) {
  const { organizations: texts } = useTexts();
  const { momentOf } = useDates();
  const navigate = route.useNavigate();
  const { actor_id, actor_handle, target_handle, action, at, fields, source } = entry;
  return (
    <li className="row">
      <time className="quiet" dateTime={at}>
        {momentOf(new Date(at))}
      </time>
      <div className="row-what">
        <p>
          {actor_id === null || actor_handle === null ? (
            <strong>{actor_id === null ? texts.audit.nobody : texts.audit.gone}</strong>
          ) : (
            <button
              type="button"
              className="name"
              title={texts.audit.only(actor_handle)}
              onClick={() => void navigate({ search: { ...search, actor: actor_id } })}
            >
              {actor_handle}
            </button>
          )}{' '}
          {texts.audit.act(action)}
          {target_handle !== null && target_handle !== actor_handle && <strong> {target_handle}</strong>}
        </p>
        {fields.length > 0 && <p className="hint">{fields.join(', ')}</p>}
      </div>
      <span className="badge">{texts.audit.sources[source]}</span>
    </li>
  );
}
