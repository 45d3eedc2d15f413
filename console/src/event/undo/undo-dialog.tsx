import { useQuery } from '@tanstack/react-query';
import { Confirm } from '../../layout/confirm.js';
import { Dialog } from '../../layout/dialog.js';
import { Failure } from '../../layout/failure.js';
import { useNotify } from '../../layout/notices.js';
import { useTexts } from '../../texts/language.js';
import { mirrorsQuery } from '../queries.js';
import { type PlannedUndo, plannedUndoQuery, useUndo } from './queries.js';
import { useSayAct, useSayRefusal } from './say-act.js';

interface UndoDialogProps {
  readonly eventId: string;
  readonly actId: string;
  readonly close: () => void;
}

/** Says what taking an act back would touch, and does it. */
export function UndoDialog({ eventId, actId, close }: UndoDialogProps) {
  const { undo: texts } = useTexts();
  const sayAct = useSayAct();
  const sayRefusal = useSayRefusal();
  const notify = useNotify();
  const undo = useUndo(eventId);
  const { data: planned, error, refetch } = useQuery(plannedUndoQuery(eventId, actId));
  if (planned?.refusal === null)
    return (
      <Confirm
        title={texts.title}
        act={texts.act}
        close={close}
        perform={async () => {
          await undo(actId);
          notify(texts.done);
        }}
      >
        <p>
          <strong>{sayAct(planned)}</strong>
        </p>
        <Touches eventId={eventId} planned={planned} />
      </Confirm>
    );
  return (
    <Dialog title={texts.title} close={close}>
      {error !== null ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : planned === undefined ? (
        <p role="status">{texts.looking}</p>
      ) : (
        <p role="status">
          {texts.impossible} {sayRefusal(planned.refusal)}
        </p>
      )}
    </Dialog>
  );
}

function Touches({ eventId, planned }: { eventId: string; planned: PlannedUndo }) {
  const { undo: texts, roster } = useTexts();
  const { data: mirrors } = useQuery(mirrorsQuery(eventId));
  const nameOf = (guildId: string) =>
    mirrors?.find(({ guild_id }) => guild_id === guildId)?.guild_name ?? guildId;
  const touches = [
    ...planned.servers.flatMap(({ guild_id, message, scheduled_event }) => [
      ...(message ? [texts.message(nameOf(guild_id))] : []),
      ...(scheduled_event.length > 0 ? [texts.scheduled(nameOf(guild_id))] : []),
    ]),
    ...planned.roles.map(({ guild_id, added, removed }) => texts.roles(nameOf(guild_id), added, removed)),
    ...planned.notices.map(({ kind, people }) => texts.notice(roster.why.kinds[kind], people)),
  ];
  return (
    <>
      {planned.kind === 'event' && <p>{texts.back}</p>}
      {touches.length === 0 ? (
        <p className="quiet">{texts.nothing}</p>
      ) : (
        <div className="touches">
          <p>{texts.touches}</p>
          <ul>
            {touches.map((touch) => (
              <li key={touch}>{touch}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
