import { useCallback, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { HABITS } from '../../format/dates.js';
import { useNotify } from '../../layout/notices.js';
import { Refusal } from '../../layout/refusal.js';
import { useLocale, useTexts } from '../../texts/language.js';
import { useEvent } from '../event-of-page.js';
import type { Signup } from '../queries.js';
import { BoardGroup, type MoveSignup } from './board-group.js';
import { useSayMoved } from './group-frame.js';
import { type Group, placementIn } from './groups.js';
import { MemberDialog } from './member-dialog.js';
import { useMove } from './moves.js';

interface BoardProps {
  readonly groups: readonly Group[];
  readonly signups: readonly Signup[];
}

/** The roster for who may change it: everybody can be dragged to another group, by mouse, finger or keyboard, or moved by their menu. */
export default function RosterBoard({ groups, signups }: BoardProps) {
  const event = useEvent();
  const { roster: texts } = useTexts();
  const locale = useLocale();
  const notify = useNotify();
  const sayMoved = useSayMoved();
  const [openId, open] = useState<string | null>(null);
  const { mutate, error, reset } = useMove(event.id);
  const byId = useMemo(() => new Map(signups.map((signup) => [signup.id, signup])), [signups]);
  const opened = openId === null ? undefined : byId.get(openId);

  const move = useCallback<MoveSignup>(
    (signup, placement, done) => {
      mutate(
        { userId: signup.user_id, placement },
        {
          onSuccess: (moved) => {
            notify(done ?? sayMoved(moved));
          },
        },
      );
    },
    [mutate, notify, sayMoved],
  );
  const drop = useCallback(
    (id: string, group: Group) => {
      const signup = byId.get(id);
      const placement = signup && placementIn(group, signup);
      if (signup && placement) move(signup, placement);
    },
    [byId, move],
  );

  return (
    <I18nProvider locale={HABITS[locale]}>
      {error !== null && opened === undefined && (
        <div className="board-refusal">
          <Refusal error={error} />
          <button type="button" className="button" onClick={reset}>
            {texts.understood}
          </button>
        </div>
      )}
      <div className="groups">
        {groups.map((group) => (
          <BoardGroup key={group.key} group={group} drop={drop} move={move} open={open} />
        ))}
      </div>
      {opened !== undefined && (
        <MemberDialog
          signup={opened}
          groups={groups}
          close={() => {
            open(null);
          }}
        />
      )}
    </I18nProvider>
  );
}
