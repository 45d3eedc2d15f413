import { useState } from 'react';
import { useMe } from '../../api/me.js';
import { useMoments } from '../../format/moments.js';
import { Dialog } from '../../layout/dialog.js';
import { useNotify } from '../../layout/notices.js';
import { Refusal } from '../../layout/refusal.js';
import { useTexts } from '../../texts/language.js';
import { useEvent } from '../event-of-page.js';
import type { Placement, Signup } from '../queries.js';
import { useGroupName, useSayMoved } from './group-frame.js';
import { type Group, placementIn } from './groups.js';
import { useMove } from './moves.js';
import { useSignupActs } from './quick-act.js';
import { SignupLine } from './signup-line.js';
import { Why } from './why.js';

interface MemberDialogProps {
  readonly signup: Signup;
  readonly groups: readonly Group[];
  readonly close: () => void;
}

/** All that can be done with somebody's signup, without dragging. It stays open when the API refuses, and says why. */
export function MemberDialog({ signup, groups, close }: MemberDialogProps) {
  const { roster: texts } = useTexts();
  const event = useEvent();
  const notify = useNotify();
  const { timezone } = useMe();
  const { sayMoment } = useMoments();
  const { mutateAsync, isPending, error } = useMove(event.id);
  const acts = useSignupActs(signup);
  const sayMoved = useSayMoved();
  const move = (placement: Placement, done?: string) => {
    // By its promise: who is removed takes this dialog away before the callbacks of `mutate` would be called.
    mutateAsync({ userId: signup.user_id, placement }).then(
      (moved) => {
        notify(done ?? sayMoved(moved));
        close();
      },
      () => undefined,
    );
  };
  const canChange = event.acts.includes('change_signups');
  return (
    <Dialog title={signup.handle} close={close}>
      <div className="form member">
        <SignupLine signup={signup} />
        <p className="quiet">{texts.since(sayMoment(new Date(signup.created_at), timezone))}</p>
        {canChange && <Why signup={signup} />}
        {canChange && signup.status !== 'pending' && (
          <MoveTo signup={signup} groups={groups} isPending={isPending} move={move} />
        )}
        {acts.length > 0 && (
          <div className="member-acts">
            {acts.map(({ name, placement, done }) => (
              <button
                key={name}
                type="button"
                className="button"
                disabled={isPending}
                onClick={() => {
                  move(placement, done);
                }}
              >
                {name}
              </button>
            ))}
          </div>
        )}
        {error !== null && <Refusal error={error} />}
        {canChange && (
          <footer className="dialog-foot">
            <button
              type="button"
              className="button warn"
              disabled={isPending}
              onClick={() => {
                move({ status: 'withdrawn' }, texts.did.remove(signup.handle));
              }}
            >
              {texts.acts.remove}
            </button>
          </footer>
        )}
      </div>
    </Dialog>
  );
}

interface MoveToProps {
  readonly signup: Signup;
  readonly groups: readonly Group[];
  readonly isPending: boolean;
  readonly move: (placement: Placement) => void;
}

/** The twin of dragging. */
function MoveTo({ signup, groups, isPending, move }: MoveToProps) {
  const { roster: texts } = useTexts();
  const nameOf = useGroupName();
  const others = groups.filter(
    ({ kind, signups }) => kind !== 'pending' && !signups.some(({ id }) => id === signup.id),
  );
  const [chosen, choose] = useState(others[0]?.key);
  const target = others.find(({ key }) => key === chosen);
  const placement = target && placementIn(target, signup);
  return (
    <form
      className="move-to"
      onSubmit={(submit) => {
        submit.preventDefault();
        if (placement) move(placement);
      }}
    >
      <label className="field">
        {texts.moveTo}
        <select
          value={chosen}
          onChange={({ target: { value } }) => {
            choose(value);
          }}
        >
          {others.map((group) => (
            <option key={group.key} value={group.key}>
              {nameOf(group)}
              {group.capacity !== null && ` (${texts.of(group.taken, group.capacity)})`}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button primary" disabled={isPending || target === undefined}>
        {texts.move}
      </button>
    </form>
  );
}
