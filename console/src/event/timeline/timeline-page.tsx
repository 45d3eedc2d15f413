import '../../styles/timeline.css';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useMe } from '../../api/me.js';
import { useSaveTable } from '../../format/csv.js';
import { useDates } from '../../format/dates.js';
import { Choice } from '../../layout/choice.js';
import { Paged } from '../../layout/paged.js';
import { Refusal } from '../../layout/refusal.js';
import { useTexts } from '../../texts/language.js';
import { useEvent } from '../event-of-page.js';
import { undoQuery } from '../undo/queries.js';
import { useSayRefusal } from '../undo/say-act.js';
import { UndoDialog } from '../undo/undo-dialog.js';
import { type Entry, timelineQuery, wholeTimeline } from './queries.js';
import { ABOUT, type TimelineSearch } from './search.js';

const route = getRouteApi('/events/$id/timeline');

/** Words for what the API names; it may name what is newer than this page. */
type Named = Readonly<Record<string, string | undefined>>;

/** What happened to an event, and by whom, newest first. */
export function TimelinePage() {
  const { id } = useEvent();
  const { timezone } = useMe();
  const { about, from, entry } = route.useSearch();
  const query = useInfiniteQuery(timelineQuery(id, { about, from }, timezone));
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const { timeline: texts } = useTexts();
  const isFound =
    entry === undefined ||
    data?.pages.some(({ items }) => items.some(({ id: one }) => one === entry)) === true;
  useEffect(() => {
    // Where a link leads to an older entry, it is read down to there.
    if (!isFound && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [isFound, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <section className="timeline">
      <Tools />
      <Paged query={query} rows={8} nothing={<p className="panel">{texts.nothing}</p>}>
        {(all) => <Days entries={all} marked={entry} />}
      </Paged>
    </section>
  );
}

function Tools() {
  const { timeline: texts } = useTexts();
  const { id, slug } = useEvent();
  const saveTable = useSaveTable();
  const { timezone } = useMe();
  const { about, from } = route.useSearch();
  const navigate = route.useNavigate();
  const say = useSayEntry();
  const sayMore = useSayMore();
  const change = (changed: TimelineSearch) =>
    void navigate({ search: { about, from, ...changed }, replace: true, resetScroll: false });
  const saving = useMutation({
    mutationFn: async () => {
      const entries = await wholeTimeline(id, { about, from }, timezone);
      const rows = entries.map((entry) => [
        entry.at,
        say(entry),
        entry.actor_handle,
        texts.sources[entry.source],
        sayMore(entry).join(', '),
      ]);
      saveTable(`${slug}-${texts.file}`, [texts.columns, ...rows]);
    },
  });
  return (
    <>
      <div className="filters" role="group" aria-label={texts.tools}>
        <Choice
          label={texts.about}
          all={texts.all}
          options={ABOUT.map((one) => [one, texts.abouts[one]])}
          value={about}
          choose={(chosen) => {
            change({ about: chosen });
          }}
        />
        <label className="field">
          {texts.from}
          <input
            type="date"
            value={from ?? ''}
            onChange={({ target }) => {
              change({ from: target.value === '' ? undefined : target.value });
            }}
          />
        </label>
        <button
          type="button"
          className="button"
          disabled={saving.isPending}
          onClick={() => {
            saving.mutate();
          }}
        >
          {texts.export}
        </button>
      </div>
      {saving.error !== null && <Refusal error={saving.error} />}
    </>
  );
}

function Days({ entries, marked }: { entries: readonly Entry[]; marked: string | undefined }) {
  const { dayOf } = useDates();
  return [...Map.groupBy(entries, ({ at }) => dayOf(new Date(at)))].map(([day, ofDay]) => (
    <section key={day} className="day" aria-label={day}>
      <h2>{day}</h2>
      <ul>
        {ofDay.map((entry) => (
          <EntryRow key={entry.id} entry={entry} isMarked={entry.id === marked} />
        ))}
      </ul>
    </section>
  ));
}

function EntryRow({ entry, isMarked }: { entry: Entry; isMarked: boolean }) {
  const { timeline: texts } = useTexts();
  const { id } = useEvent();
  const { about, from } = route.useSearch();
  const { timeOf } = useDates();
  const say = useSayEntry();
  const sayMore = useSayMore();
  const ref = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isMarked) ref.current?.scrollIntoView({ block: 'center' });
  }, [isMarked]);
  const at = new Date(entry.at);
  const by = entry.actor_handle === null ? texts.byNobody[entry.source] : texts.by(entry.actor_handle);
  const names: Named = texts.fields;
  const fields = entry.fields.filter((field) => field !== 'status').map((field) => names[field] ?? field);
  return (
    <li ref={ref} className="entry" aria-current={isMarked ? 'true' : undefined}>
      <Link
        to="/events/$id/timeline"
        params={{ id }}
        search={{ about, from, entry: entry.id }}
        resetScroll={false}
        aria-label={texts.link(timeOf(at))}
      >
        <time dateTime={entry.at}>{timeOf(at)}</time>
      </Link>
      <div>
        <p>{say(entry)}</p>
        <p className="quiet">
          {[by, texts.sources[entry.source], ...sayMore(entry), ...fields].filter(Boolean).join(' · ')}
        </p>
      </div>
      <UndoOf entryId={entry.id} what={say(entry)} />
    </li>
  );
}

/** What can still be taken back is, from its entry. */
function UndoOf({ entryId, what }: { entryId: string; what: string }) {
  const { undo: texts } = useTexts();
  const { id } = useEvent();
  const sayRefusal = useSayRefusal();
  const [isAsked, ask] = useState(false);
  const { data } = useQuery(undoQuery(id));
  const act = data?.find((one) => one.id === entryId);
  return (
    <>
      {act?.refusal && <p className="quiet">{sayRefusal(act.refusal)}</p>}
      {act?.refusal === null && (
        <button
          type="button"
          className="button"
          aria-label={texts.askAbout(what)}
          onClick={() => {
            ask(true);
          }}
        >
          {texts.ask}
        </button>
      )}
      {isAsked && (
        <UndoDialog
          eventId={id}
          actId={entryId}
          close={() => {
            ask(false);
          }}
        />
      )}
    </>
  );
}

/** Says on which server it was, what Discord answered, and how many were told. */
function useSayMore(): (entry: Entry) => string[] {
  const { timeline: texts } = useTexts();
  return ({ values: { server, reason, direct, servers } }) => [
    ...(typeof server === 'string' ? [server] : []),
    ...(typeof reason === 'string' ? [reason] : []),
    ...(typeof direct === 'number' && typeof servers === 'number' ? [texts.told(direct, servers)] : []),
  ];
}

/** Says what happened, with whom it happened to. */
function useSayEntry(): (entry: Entry) => string {
  const { timeline: texts } = useTexts();
  const actions: Named = texts.actions;
  const statuses: Named = texts.statuses;
  return ({ action, target_handle: target, values }) => {
    const said = actions[action] ?? action;
    const status = statuses[String(values['status'])];
    return [target, said, status && `(${status})`].filter(Boolean).join(' ');
  };
}
