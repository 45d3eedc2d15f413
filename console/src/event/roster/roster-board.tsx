import { useCallback, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { HABITS } from '../../format/dates.js';
import { useNotify } from '../../layout/notices.js';
import { Refusal } from '../../layout/refusal.js';
import { useLocale, useTexts } from '../../texts/language.js';
import { useEvent } from '../event-page.js';
import type { Placement, Signup } from '../queries.js';
import { BoardGroup } from './board-group.js';
import { useGroupName } from './group-frame.js';
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
  const nameOf = useGroupName();
  const [openId, open] = useState<string | null>(null);
  const { mutate, error, reset } = useMove(event.id);
  const byId = useMemo(() => new Map(signups.map((signup) => [signup.id, signup])), [signups]);
  const opened = openId === null ? undefined : byId.get(openId);

  const move = useCallback(
    (signup: Signup, placement: Placement, done: string) => {
      mutate(
        { userId: signup.user_id, placement },
        {
          onSuccess: () => {
            notify(done);
          },
        },
      );
    },
    [mutate, notify],
  );
  const drop = useCallback(
    (id: string, group: Group) => {
      const signup = byId.get(id);
      const placement = signup && placementIn(group, signup);
      if (signup && placement) move(signup, placement, texts.moved(signup.handle, nameOf(group)));
    },
    [byId, move, nameOf, texts],
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
