import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../../api/me.js';
import { useDates } from '../../format/dates.js';
import { useTexts } from '../../texts/language.js';
import type { EventDetail } from '../queries.js';
import { undoQuery } from './queries.js';
import { useSayAct, useSayRefusal } from './say-act.js';
import { UndoDialog } from './undo-dialog.js';

/** The last thing that one did oneself, as long as it can be taken back. Its place is there before, so that it is said. */
export function UndoBar({ event }: { event: EventDetail }) {
  const { undo: texts } = useTexts();
  const me = useMe();
  const { timeOf } = useDates();
  const sayAct = useSayAct();
  const sayRefusal = useSayRefusal();
  const [asked, ask] = useState<string | null>(null);
  const { data } = useQuery({ ...undoQuery(event.id), enabled: event.acts.includes('read_timeline') });
  const act = data?.find(({ actor_id }) => actor_id === me.id);
  return (
    <>
      <section className="undo-bar" aria-label={texts.label} role="status">
        {act !== undefined && (
          <>
            <p>
              {sayAct(act)}{' '}
              <span className="quiet">
                · {act.refusal === null ? texts.until(timeOf(new Date(act.until))) : sayRefusal(act.refusal)}
              </span>
            </p>
            {act.refusal === null && (
              <button
                type="button"
                className="button"
                onClick={() => {
                  ask(act.id);
                }}
              >
                {texts.ask}
              </button>
            )}
          </>
        )}
      </section>
      {asked !== null && (
        <UndoDialog
          eventId={event.id}
          actId={asked}
          close={() => {
            ask(null);
          }}
        />
      )}
    </>
  );
}
