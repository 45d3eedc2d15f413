import '../../styles/event-form.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../../api/me.js';
import { isOutdated } from '../../api/problem.js';
import { Field } from '../../layout/form.js';
import { Loaded } from '../../layout/loaded.js';
import { useNotify } from '../../layout/notices.js';
import { useTexts } from '../../texts/language.js';
import { type Conflict, ConflictDialog } from './conflict.js';
import type { TemplateView } from './draft.js';
import { FormFrame } from './form-frame.js';
import { LeaveGuard } from './leave-guard.js';
import { readTemplate, templateQuery } from './queries.js';
import { editTemplate } from './save.js';
import { useTemplateFields } from './say-field.js';
import { draftOfTemplate, type TemplateDraft, templateChangesOf } from './template-draft.js';
import { useDraft } from './use-draft.js';

const route = getRouteApi('/events/templates/$org/$id/edit');

/** Changes a template; events that were made from it stay as they are. */
export function EditTemplatePage() {
  const { org, id } = route.useParams();
  const query = useQuery(templateQuery(org, id));
  return (
    <Loaded query={query} rows={6}>
      {(template) => <EditTemplate key={id} template={template} />}
    </Loaded>
  );
}

/** An edit, of what was seen. */
interface Wish {
  readonly base: TemplateView;
  readonly began: TemplateDraft;
  readonly wanted: TemplateDraft;
}

/** An edit that crossed another one. */
interface Crossing extends Conflict<TemplateDraft> {
  readonly template: TemplateView;
}

const namedDraftOf = (template: TemplateView, zone: string): TemplateDraft => ({
  ...draftOfTemplate(template, zone),
  name: template.name,
});

function EditTemplate({ template }: { template: TemplateView }) {
  const { form } = useTexts();
  const { timezone } = useMe();
  const { org_id } = template;
  // What the edit began with, or what the other one has left.
  const [seen, see] = useState(template);
  const [before, setBefore] = useState(() => namedDraftOf(template, timezone));
  const { draft, set, unsaved, markSaved } = useDraft(before);
  const [conflict, setConflict] = useState<Crossing | null>(null);
  const fielded = useTemplateFields(draft.zone);
  const isChanged = Object.keys(templateChangesOf(before, draft)).length > 0;
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const notify = useNotify();
  const {
    mutate,
    isPending,
    error: refused,
  } = useMutation({
    mutationFn: ({ base, began, wanted }: Wish): Promise<TemplateView> => {
      const changes = templateChangesOf(began, wanted);
      return Object.keys(changes).length === 0 ? Promise.resolve(base) : editTemplate(base, changes);
    },
    onError: async (error, { base, wanted }) => {
      if (!isOutdated(error)) return;
      const theirs = await readTemplate(base.org_id, base.id);
      const [began, now] = [namedDraftOf(base, wanted.zone), namedDraftOf(theirs, wanted.zone)];
      setConflict({ before: began, mine: wanted, theirs: now, template: theirs });
    },
    onSuccess: async ({ name }) => {
      markSaved();
      void queries.invalidateQueries({ queryKey: ['templates', org_id] });
      notify(form.saved.template(name));
      await navigate({ to: '/events/templates', search: { org: org_id } });
    },
  });
  const error = isOutdated(refused) ? null : refused;
  return (
    <>
      <LeaveGuard unsaved={unsaved} />
      {conflict !== null && (
        <ConflictDialog
          title={form.conflict.titles.template}
          conflict={conflict}
          fielded={fielded}
          close={() => {
            setConflict(null);
          }}
          resolve={(resolved) => {
            setConflict(null);
            see(conflict.template);
            setBefore(conflict.theirs);
            set(resolved);
            mutate({ base: conflict.template, began: conflict.theirs, wanted: resolved });
          }}
        />
      )}
      <FormFrame
        heading={form.editTemplate(seen.name)}
        draft={draft}
        set={set}
        org={org_id}
        kind="template"
        error={error}
        submit={() => {
          if (isChanged && !isPending) mutate({ base: seen, began: before, wanted: draft });
        }}
        before={
          <>
            <p className="note">{form.template.why}</p>
            <div className="panel form-body">
              <Field name="name" label={form.asTemplate.name}>
                {(input) => (
                  <input
                    {...input}
                    value={draft.name}
                    onChange={({ target }) => {
                      set({ name: target.value });
                    }}
                  />
                )}
              </Field>
            </div>
          </>
        }
        acts={
          <>
            <button
              type="submit"
              className="button primary"
              disabled={isPending || !isChanged}
              aria-describedby="nothing-changed"
            >
              {form.save.changes}
            </button>
            {!isChanged && (
              <p id="nothing-changed" className="hint">
                {form.save.nothing}
              </p>
            )}
          </>
        }
      />
    </>
  );
}
