import '../../styles/event-form.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Loaded } from '../../layout/loaded.js';
import { useNotify } from '../../layout/notices.js';
import { useTexts } from '../../texts/language.js';
import { changesOf, draftOfFields, type SeriesView } from './draft.js';
import { FormFrame } from './form-frame.js';
import { LeaveGuard } from './leave-guard.js';
import { NewPreview } from './previews.js';
import { nextDatesQuery, seriesQuery } from './queries.js';
import { RepeatFields } from './repeat-fields.js';
import { repeatOf, ruleOf } from './rule.js';
import { editSeries, forgetEvents } from './save.js';
import { useDraft } from './use-draft.js';

const route = getRouteApi('/series/$id/edit');

/** Changes a series, and with it its events to come. */
export function EditSeriesPage() {
  const { id } = route.useParams();
  const query = useQuery({ ...seriesQuery(id), refetchOnWindowFocus: false });
  return (
    <Loaded query={query} rows={6}>
      {(series) => <EditSeries key={id} series={series} />}
    </Loaded>
  );
}

function EditSeries({
  series: { id, org_id, event, timezone, local_start, rule, publish_days_before },
}: {
  series: SeriesView;
}) {
  const { form } = useTexts();
  const [initial] = useState(() => ({ ...draftOfFields(event, timezone), start: local_start }));
  const [initialRepeat] = useState(() => repeatOf(rule, local_start, publish_days_before));
  const { draft, set, repeat, setRepeat, unsaved, markSaved } = useDraft(initial, initialRepeat);
  const rhythm = { rule: ruleOf(repeat, draft.start), local_start: draft.start, timezone: draft.zone };
  const { data: dates } = useQuery(nextDatesQuery(org_id, rhythm));
  const next = dates?.next_occurrences[0]?.start_at_utc;
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const notify = useNotify();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => editSeries(id, changesOf(initial, draft), draft, repeat),
    onSuccess: async () => {
      markSaved();
      void forgetEvents(queries);
      notify(form.saved.changes);
      await navigate({ to: '/events', search: {} });
    },
  });
  return (
    <>
      <LeaveGuard unsaved={unsaved} />
      <FormFrame
        heading={form.editSeries(event.title)}
        draft={draft}
        set={set}
        org={org_id}
        kind="series"
        error={error}
        submit={() => {
          if (!isPending) mutate();
        }}
        before={<p className="note">{form.series.why}</p>}
        repeat={
          <RepeatFields
            repeat={repeat}
            set={setRepeat}
            org={org_id}
            start={draft.start}
            zone={draft.zone}
            isSeries
          />
        }
        aside={<NewPreview org={org_id} draft={draft} start={next ?? ''} />}
        acts={
          <>
            <button type="submit" className="button primary" disabled={isPending}>
              {form.save.changes}
            </button>
            <p className="hint">{form.repeat.without}</p>
          </>
        }
      />
    </>
  );
}
