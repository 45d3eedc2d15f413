import '../../styles/event-form.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { useMe } from '../../api/me.js';
import { useDates } from '../../format/dates.js';
import { Choice } from '../../layout/choice.js';
import { Confirm } from '../../layout/confirm.js';
import { Loaded } from '../../layout/loaded.js';
import { useNotify } from '../../layout/notices.js';
import { useTitle } from '../../layout/title.js';
import { useTexts } from '../../texts/language.js';
import type { TemplateView } from './draft.js';
import { organizedQuery, seriesOfQuery, templatesQuery } from './queries.js';

const route = getRouteApi('/events/templates');

/** What an organization's events are made from. */
export function TemplatesPage() {
  const { form } = useTexts();
  const { org } = route.useSearch();
  const navigate = route.useNavigate();
  const organizations = useQuery(organizedQuery(useMe()));
  useTitle(form.templatesPage.title);
  return (
    <>
      <header className="page-head">
        <h1>{form.templatesPage.title}</h1>
      </header>
      <Loaded query={organizations}>
        {(all) => {
          const chosen = org ?? all[0]?.id;
          return (
            <>
              {all.length > 1 && (
                <form className="filters">
                  <Choice
                    label={form.organization}
                    all={form.chooseOrganization}
                    options={all.map(({ id, name }) => [id, name])}
                    value={chosen}
                    choose={(id) => void navigate({ search: { org: id } })}
                  />
                </form>
              )}
              {chosen === undefined ? (
                <NoOrganization />
              ) : (
                <>
                  <Templates org={chosen} />
                  <SeriesOf org={chosen} />
                </>
              )}
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function NoOrganization() {
  const { form } = useTexts();
  return (
    <section className="panel">
      <h2>{form.noOrganization.title}</h2>
      <p>{form.noOrganization.next}</p>
      <Link className="button primary" to="/organizations">
        {form.noOrganization.act}
      </Link>
    </section>
  );
}

function Templates({ org }: { org: string }) {
  const { form } = useTexts();
  const { templatesPage: texts } = form;
  const query = useQuery(templatesQuery(org));
  return (
    <Loaded query={query}>
      {(found) => {
        if (found === null) return <p className="panel">{form.notStaff}</p>;
        if (found.items.length > 0)
          return (
            <ul className="day-list">
              {found.items.map((template) => (
                <TemplateRow key={template.id} template={template} />
              ))}
            </ul>
          );
        return (
          <section className="panel">
            <h2>{texts.empty.title}</h2>
            <p>{texts.empty.next}</p>
            <Link className="button primary" to="/events/new" search={{ org }}>
              {texts.new}
            </Link>
          </section>
        );
      }}
    </Loaded>
  );
}

/** What comes again by itself, with its next date. */
function SeriesOf({ org }: { org: string }) {
  const { form } = useTexts();
  const texts = form.templatesPage.series;
  const { momentOf } = useDates();
  const heading = useId();
  const query = useQuery(seriesOfQuery(org));
  return (
    <section className="part" aria-labelledby={heading}>
      <h2 id={heading}>{texts.title}</h2>
      <Loaded query={query} rows={1}>
        {(series) =>
          series.length === 0 ? (
            <p className="quiet">{texts.nothing}</p>
          ) : (
            <ul className="day-list">
              {series.map(({ id, event, next_occurrences: [next] }) => (
                <li key={id} className="template">
                  <div className="event-what">
                    <h3>{event.title}</h3>
                    <p className="quiet">
                      {next === undefined ? texts.over : texts.next(momentOf(new Date(next.start_at_utc)))}
                    </p>
                  </div>
                  <Link
                    className="button"
                    to="/series/$id/edit"
                    params={{ id }}
                    aria-label={texts.edits(event.title)}
                  >
                    {texts.edit}
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function TemplateRow({
  template: { id, org_id, name, title, type, duration_minutes, roles },
}: {
  template: TemplateView;
}) {
  const { form, events } = useTexts();
  const { templatesPage: texts } = form;
  const [isAsking, ask] = useState(false);
  const queries = useQueryClient();
  const notify = useNotify();
  const facts = [events.types[type], form.say.minutes(duration_minutes), ...roles.map((role) => role.name)];
  return (
    <li className="template">
      <div className="event-what">
        <h2>{name}</h2>
        <p className="quiet">{[title, ...facts].join(' · ')}</p>
      </div>
      <div className="template-acts">
        <Link
          className="button"
          to="/events/new"
          search={{ org: org_id, template: id }}
          aria-label={texts.uses(name)}
        >
          {texts.use}
        </Link>
        <Link
          className="button"
          to="/events/templates/$org/$id/edit"
          params={{ org: org_id, id }}
          aria-label={texts.edits(name)}
        >
          {texts.edit}
        </Link>
        <button
          type="button"
          className="button bare"
          aria-label={texts.removes(name)}
          onClick={() => {
            ask(true);
          }}
        >
          {texts.remove}
        </button>
      </div>
      {isAsking && (
        <Confirm
          title={texts.removeTitle(name)}
          act={texts.remove}
          danger
          close={() => {
            ask(false);
          }}
          perform={async () => {
            const params = { path: { id: org_id, template_id: id } };
            await answerOf(api.DELETE('/api/v1/organizations/{id}/templates/{template_id}', { params }));
            await queries.invalidateQueries({ queryKey: ['templates', org_id] });
            notify(texts.removed);
          }}
        >
          <p>{texts.removeWhy}</p>
        </Confirm>
      )}
    </li>
  );
}
