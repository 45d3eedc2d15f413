import '../../styles/event-form.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../../api/me.js';
import { eventQuery } from '../../event/queries.js';
import { Field } from '../../layout/form.js';
import { Loaded } from '../../layout/loaded.js';
import { useNotify } from '../../layout/notices.js';
import { useTitle } from '../../layout/title.js';
import { useTexts } from '../../texts/language.js';
import type { EventView } from '../search.js';
import { blankDraft, type Draft, draftOfCopy } from './draft.js';
import { FormFrame } from './form-frame.js';
import { LeaveGuard } from './leave-guard.js';
import { organizedQuery, templatesQuery } from './queries.js';
import { NewPreview } from './previews.js';
import { RepeatFields } from './repeat-fields.js';
import { createEvent, createSeries, forgetEvents } from './save.js';
import { SaveAsTemplate } from './save-as-template.js';
import { draftOfTemplate } from './template-draft.js';
import { useDraft } from './use-draft.js';

const route = getRouteApi('/events/new');

interface Organization {
  readonly id: string;
  readonly name: string;
}

/** Makes an event: from nothing, from a template, or as another one. */
export function NewEventPage() {
  const { form } = useTexts();
  const me = useMe();
  const { timezone } = me;
  const { from, org, template } = route.useSearch();
  const organizations = useQuery(organizedQuery(me));
  const original = useQuery({ ...eventQuery(from ?? ''), enabled: from !== undefined });
  const templates = useQuery({ ...templatesQuery(org ?? ''), enabled: template !== undefined });
  useTitle(form.newEvent);
  if (from !== undefined)
    return (
      <Loaded query={original}>
        {(event) => <Chosen query={organizations} original={event} initial={draftOfCopy(event, timezone)} />}
      </Loaded>
    );
  if (template === undefined || org === undefined)
    return <Chosen query={organizations} org={org} initial={blankDraft(timezone)} />;
  return (
    <Loaded query={templates}>
      {(found) => {
        const chosen = found?.items.find(({ id }) => id === template);
        const initial = chosen === undefined ? blankDraft(timezone) : draftOfTemplate(chosen, timezone);
        return <Chosen query={organizations} org={org} initial={initial} />;
      }}
    </Loaded>
  );
}

interface ChosenProps {
  readonly query: Parameters<typeof Loaded<Organization[]>>[0]['query'];
  readonly org?: string | undefined;
  readonly original?: EventView;
  readonly initial: Draft;
}

/** Once it is known for whom events can be made. */
function Chosen({ query, org, original, initial }: ChosenProps) {
  const { form } = useTexts();
  return (
    <Loaded query={query}>
      {(organizations) => {
        const [only, another] = organizations;
        if (only === undefined)
          return (
            <section className="panel">
              <h1>{form.noOrganization.title}</h1>
              <p>{form.noOrganization.next}</p>
              <Link className="button primary" to="/organizations">
                {form.noOrganization.act}
              </Link>
            </section>
          );
        const first = original?.org_id ?? org ?? (another === undefined ? only.id : '');
        const heading = original === undefined ? form.newEvent : form.copyOf(original.title);
        return <NewEvent heading={heading} organizations={organizations} first={first} initial={initial} />;
      }}
    </Loaded>
  );
}

interface NewEventProps {
  readonly heading: string;
  readonly organizations: readonly Organization[];
  /** For which organization it is at first. */
  readonly first: string;
  readonly initial: Draft;
}

function NewEvent({ heading, organizations, first, initial: given }: NewEventProps) {
  const { form } = useTexts();
  const [initial] = useState(given);
  const [org, chooseOrg] = useState(first);
  const { draft, set, repeat, setRepeat, unsaved, markSaved } = useDraft(initial);
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const notify = useNotify();
  const isSeries = repeat.rhythm !== 'once';
  const { data: templates } = useQuery(templatesQuery(org));
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (state: 'draft' | 'published'): Promise<EventView | null> => {
      if (!isSeries) return createEvent(org, draft, state);
      await createSeries(org, draft, repeat);
      return null;
    },
    onSuccess: async (event, state) => {
      markSaved();
      void forgetEvents(queries);
      notify(form.saved[isSeries ? 'series' : state]);
      if (event === null) await navigate({ to: '/events', search: {} });
      else await navigate({ to: '/events/$id', params: { id: event.id } });
    },
  });
  const isStaff = templates !== null;
  const isOff = isPending || !isStaff;
  return (
    <>
      <LeaveGuard unsaved={unsaved} />
      <FormFrame
        heading={heading}
        draft={draft}
        set={set}
        org={org}
        kind={isSeries ? 'series' : 'event'}
        error={error}
        submit={() => {
          if (!isOff) mutate('published');
        }}
        before={
          <Beginning
            organizations={organizations}
            org={org}
            chooseOrg={chooseOrg}
            apply={(part) => {
              set(part);
            }}
            zone={draft.zone}
          />
        }
        repeat={
          <RepeatFields
            repeat={repeat}
            set={setRepeat}
            org={org}
            start={draft.start}
            zone={draft.zone}
            isSeries={false}
          />
        }
        aside={isStaff && <NewPreview org={org} draft={draft} />}
        acts={
          <>
            <button type="submit" className="button primary" disabled={isOff}>
              {isSeries ? form.save.series : form.save.publish}
            </button>
            {!isSeries && (
              <button
                type="button"
                className="button"
                disabled={isOff}
                onClick={() => {
                  mutate('draft');
                }}
              >
                {form.save.draft}
              </button>
            )}
            {isStaff && org !== '' && <SaveAsTemplate org={org} draft={draft} />}
            {isSeries && <p className="hint">{`${form.repeat.noDraft} ${form.repeat.without}`}</p>}
          </>
        }
      />
    </>
  );
}

interface BeginningProps {
  readonly organizations: readonly Organization[];
  readonly org: string;
  readonly chooseOrg: (id: string) => void;
  readonly apply: (part: Partial<Draft>) => void;
  readonly zone: string;
}

/** For which organization it is, and what it begins with. */
function Beginning({ organizations, org, chooseOrg, apply, zone }: BeginningProps) {
  const { form } = useTexts();
  const { data: templates } = useQuery(templatesQuery(org));
  const [template, setTemplate] = useState('');
  const offered = templates?.items ?? [];
  if (organizations.length === 1 && offered.length === 0 && templates !== null) return null;
  return (
    <div className="form-grid">
      {organizations.length > 1 && (
        <Field name="org_id" label={form.organization}>
          {(input) => (
            <select
              {...input}
              value={org}
              onChange={({ target }) => {
                chooseOrg(target.value);
              }}
            >
              {org === '' && <option value="">{form.chooseOrganization}</option>}
              {organizations.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {offered.length > 0 && (
        <Field name="template_id" label={form.startFrom}>
          {(input) => (
            <select
              {...input}
              value={template}
              onChange={({ target }) => {
                setTemplate(target.value);
                const chosen = offered.find(({ id }) => id === target.value);
                const { start: _start, ...rest } =
                  chosen === undefined ? blankDraft(zone) : draftOfTemplate(chosen, zone);
                apply(rest);
              }}
            >
              <option value="">{form.fromNothing}</option>
              {offered.map(({ id, name }) => (
                <option key={id} value={id}>
                  {form.fromTemplate(name)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {templates === null && <p className="warning form-wide">{form.notStaff}</p>}
    </div>
  );
}
