import '../../styles/event-form.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../../api/me.js';
import { Field } from '../../layout/form.js';
import { Loaded } from '../../layout/loaded.js';
import { useNotify } from '../../layout/notices.js';
import { useTexts } from '../../texts/language.js';
import type { TemplateView } from './draft.js';
import { FormFrame } from './form-frame.js';
import { LeaveGuard } from './leave-guard.js';
import { templateQuery } from './queries.js';
import { editTemplate } from './save.js';
import { draftOfTemplate, templateChangesOf } from './template-draft.js';
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

function EditTemplate({ template }: { template: TemplateView }) {
  const { form } = useTexts();
  const { timezone } = useMe();
  const { org_id } = template;
  const [initial] = useState(() => ({ ...draftOfTemplate(template, timezone), name: template.name }));
  const { draft, set, unsaved, markSaved } = useDraft(initial);
  const changes = templateChangesOf(initial, draft);
  const isChanged = Object.keys(changes).length > 0;
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const notify = useNotify();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => editTemplate(template, changes),
    onSuccess: async ({ name }) => {
      markSaved();
      void queries.invalidateQueries({ queryKey: ['templates', org_id] });
      notify(form.saved.template(name));
      await navigate({ to: '/events/templates', search: { org: org_id } });
    },
  });
  return (
    <>
      <LeaveGuard unsaved={unsaved} />
      <FormFrame
        heading={form.editTemplate(initial.name)}
        draft={draft}
        set={set}
        org={org_id}
        kind="template"
        error={error}
        submit={() => {
          if (isChanged && !isPending) mutate();
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
