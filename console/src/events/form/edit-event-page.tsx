import '../../styles/event-form.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { useMe } from '../../api/me.js';
import { isOutdated } from '../../api/problem.js';
import { Loaded } from '../../layout/loaded.js';
import { PreviewPanel } from '../../discord/preview-panel.js';
import { useNotify } from '../../layout/notices.js';
import { useTexts } from '../../texts/language.js';
import { eventQuery } from '../../event/queries.js';
import type { EventView } from '../search.js';
import { type Conflict, ConflictDialog } from './conflict.js';
import { changesOf, type Draft, draftOfEvent } from './draft.js';
import { FormFrame } from './form-frame.js';
import { LeaveGuard } from './leave-guard.js';
import { useEditPreview } from './previews.js';
import { Review } from './review.js';
import { useEventFields } from './say-field.js';
import { editEvent, forgetEvents, publishEvent } from './save.js';
import { SaveAsTemplate } from './save-as-template.js';
import { useDraft } from './use-draft.js';

const route = getRouteApi('/events/$id/edit');

/** Changes an event. */
export function EditEventPage() {
  const { id } = route.useParams();
  const { form } = useTexts();
  const query = useQuery({ ...eventQuery(id), refetchOnWindowFocus: false });
  return (
    <Loaded query={query} rows={6}>
      {(event) =>
        !event.acts.includes('edit') ? (
          <section className="panel">
            <h1>{event.title}</h1>
            <p>{form.notEditable}</p>
            {event.acts.includes('duplicate') && (
              <Link className="button" to="/events/new" search={{ from: id }}>
                {form.copy}
              </Link>
            )}
          </section>
        ) : (
          <EditEvent key={id} event={event} />
        )
      }
    </Loaded>
  );
}

function EditEvent({ event }: { event: EventView }) {
  const { form } = useTexts();
  const { timezone } = useMe();
  // What the edit began with, or what the other one has left.
  const [seen, see] = useState(event);
  const [before, setBefore] = useState(() => draftOfEvent(event, timezone));
  const { draft, set, unsaved, markSaved } = useDraft(before);
  const [conflict, setConflict] = useState<(Conflict<Draft> & { readonly event: EventView }) | null>(null);
  const fielded = useEventFields(draft.zone);
  const save = useSave(markSaved);
  const changes = changesOf(before, draft);
  const preview = useEditPreview(seen.id, changes);
  const isDraft = seen.state === 'draft';
  const isChanged = Object.keys(changes).length > 0;

  /** Both sides of an edit, as it was begun and as the event is by now, on the clock that was chosen. */
  const confront = async (mine: Draft, base: EventView): Promise<void> => {
    const theirs = await save.readNow(base.id);
    const [began, now] = [draftOfEvent(base, mine.zone), draftOfEvent(theirs, mine.zone)];
    setConflict({ before: began, mine, theirs: now, event: theirs });
  };
  const submit = (wanted: Draft, base: EventView, began: Draft, publish: boolean) => {
    save.mutate(
      { event: base, changes: changesOf(began, wanted), publish },
      {
        onError: (error) => {
          if (isOutdated(error)) void confront(wanted, base);
        },
      },
    );
  };
  const error = isOutdated(save.error) ? null : save.error;
  return (
    <>
      <LeaveGuard unsaved={unsaved} />
      {conflict !== null && (
        <ConflictDialog
          title={form.conflict.titles.event}
          conflict={conflict}
          fielded={fielded}
          close={() => {
            setConflict(null);
          }}
          resolve={(resolved) => {
            setConflict(null);
            see(conflict.event);
            setBefore(conflict.theirs);
            set(resolved);
            submit(resolved, conflict.event, conflict.theirs, false);
          }}
        />
      )}
      <FormFrame
        heading={form.editEvent(seen.title)}
        draft={draft}
        set={set}
        org={seen.org_id}
        kind="event"
        error={error}
        submit={() => {
          if (isChanged || isDraft) submit(draft, seen, before, isDraft);
        }}
        before={
          seen.series_id !== null && (
            <p className="note">
              {form.ofSeries.why}{' '}
              <Link to="/series/$id/edit" params={{ id: seen.series_id }}>
                {form.ofSeries.edit}
              </Link>
            </p>
          )
        }
        aside={<PreviewPanel {...preview} />}
        review={<Review before={before} draft={draft} changes={changes} preview={preview.query.data} />}
        acts={
          <>
            <button
              type="submit"
              className="button primary"
              disabled={save.isPending || !(isChanged || isDraft)}
              aria-describedby="nothing-changed"
            >
              {isDraft ? form.save.publish : form.save.changes}
            </button>
            {isDraft && (
              <button
                type="button"
                className="button"
                disabled={save.isPending || !isChanged}
                aria-describedby="nothing-changed"
                onClick={() => {
                  submit(draft, seen, before, false);
                }}
              >
                {form.save.draft}
              </button>
            )}
            <SaveAsTemplate org={seen.org_id} draft={draft} />
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

interface Wish {
  readonly event: EventView;
  readonly changes: ReturnType<typeof changesOf>;
  readonly publish: boolean;
}

/** Saves what was changed, publishes a draft, and goes to the event's page. */
function useSave(markSaved: () => void) {
  const { form } = useTexts();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const notify = useNotify();
  const mutation = useMutation({
    mutationFn: async ({ event, changes, publish }: Wish): Promise<EventView> => {
      const saved = Object.keys(changes).length === 0 ? event : await editEvent(event, changes);
      return publish ? publishEvent(saved.id) : saved;
    },
    onSuccess: async (saved, { publish }) => {
      markSaved();
      void forgetEvents(queries);
      notify(form.saved[publish ? 'published' : saved.state === 'draft' ? 'draft' : 'changes']);
      await navigate({ to: '/events/$id', params: { id: saved.id } });
    },
  });
  const readNow = (id: string): Promise<EventView> =>
    answerOf(api.GET('/api/v1/events/{id}', { params: { path: { id } } }));
  return { ...mutation, readNow };
}
