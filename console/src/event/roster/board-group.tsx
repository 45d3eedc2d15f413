import { memo } from 'react';
import { Button } from 'react-aria-components/Button';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { isTextDropItem, useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { useTexts } from '../../texts/language.js';
import { useEvent } from '../event-of-page.js';
import type { Placement, Signup } from '../queries.js';
import { GroupFrame, useGroupName } from './group-frame.js';
import { useGroupPart } from './group-part.js';
import { type Group, listClass } from './groups.js';
import { useIsMoving } from './moves.js';
import { useQuickAct } from './quick-act.js';
import { SignupLine } from './signup-line.js';

/** What is dragged from group to group: a signup's id. */
const SIGNUP = 'application/x-verselink-signup';

/** Asks for a change of somebody's signup. @param done what is said when it is done; where they stand then, if it is missing */
export type MoveSignup = (signup: Signup, placement: Placement, done?: string) => void;

interface Acts {
  readonly drop: (id: string, group: Group) => void;
  readonly move: MoveSignup;
  readonly open: (id: string) => void;
}

/** A group whose people can be dragged to another, and that takes those of others. */
export const BoardGroup = memo(function BoardGroup({ group, drop, ...acts }: { group: Group } & Acts) {
  const { roster: texts } = useTexts();
  const { acts: allowed } = useEvent();
  const label = useGroupName()(group);
  const { part, onScroll, more } = useGroupPart(group.signups);
  const { dragAndDropHooks } = useDragAndDrop<Signup>({
    isDisabled: !allowed.includes('change_signups'),
    getItems: (_ids, signups) => signups.map(({ id, handle }) => ({ [SIGNUP]: id, 'text/plain': handle })),
    acceptedDragTypes: group.kind === 'pending' ? [] : [SIGNUP],
    getDropOperation: () => 'move',
    onRootDrop: ({ items }) => {
      for (const item of items.filter(isTextDropItem)) {
        void item.getText(SIGNUP).then((id) => {
          drop(id, group);
        });
      }
    },
  });
  return (
    <GroupFrame group={group}>
      <GridList
        aria-label={label}
        className={listClass(part)}
        items={part}
        onScroll={onScroll}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => <p className="quiet nobody">{texts.nobody}</p>}
      >
        {(signup) => (
          // The list gives its value to what stands here, so it is no component of ours.
          <GridListItem id={signup.id} value={signup} textValue={signup.handle} className="signup-row">
            <RowParts signup={signup} {...acts} />
          </GridListItem>
        )}
      </GridList>
      {more}
    </GroupFrame>
  );
});

const RowParts = memo(function RowParts({ signup, open, move }: { signup: Signup } & Omit<Acts, 'drop'>) {
  const { roster: texts } = useTexts();
  const event = useEvent();
  const isMoving = useIsMoving(event.id, signup.user_id);
  const quick = useQuickAct(signup);
  return (
    <div className="signup-parts" aria-busy={isMoving}>
      {event.acts.includes('change_signups') && (
        <Button
          slot="drag"
          className="button bare drag"
          aria-label={texts.drag(signup.handle)}
          excludeFromTabOrder
        >
          ⠿
        </Button>
      )}
      <SignupLine signup={signup} />
      {quick !== null && (
        <button
          type="button"
          className="button quick"
          disabled={isMoving}
          tabIndex={-1}
          onClick={() => {
            move(signup, quick.placement, quick.done);
          }}
        >
          {quick.name}
        </button>
      )}
      <button
        type="button"
        className="button bare"
        aria-label={texts.menu(signup.handle)}
        tabIndex={-1}
        onClick={() => {
          open(signup.id);
        }}
      >
        ⋯
      </button>
    </div>
  );
});
