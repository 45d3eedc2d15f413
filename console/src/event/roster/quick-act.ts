import { useTexts } from '../../texts/language.js';
import { useEvent } from '../event-of-page.js';
import type { Placement, Signup } from '../queries.js';

/** An act with its name, and what is said when it is done. */
export interface NamedAct {
  readonly name: string;
  readonly placement: Placement;
  readonly done: string;
}

/** Everything, beside moving, that staff can ask for somebody, as far as it makes sense for them; the API decides. */
export function useSignupActs({ status, handle }: Signup): NamedAct[] {
  const { roster } = useTexts();
  const { acts, answers } = useEvent();
  const { acts: names, did } = roster;
  const named = (key: keyof typeof names, placement: Placement): NamedAct => ({
    name: names[key],
    placement,
    done: did[key](handle),
  });
  if (status === 'pending' && acts.includes('change_signups'))
    return [named('approve', { approved: true }), named('refuse', { approved: false })];
  const signups = acts.includes('change_signups')
    ? [
        (status === 'waitlist' || status === 'offered' || status === 'tentative' || status === 'absent') &&
          named('seat', { status: 'confirmed' }),
        status === 'confirmed' && answers.includes('late') && named('late', { status: 'late' }),
        status === 'late' && named('onTime', { status: 'confirmed' }),
      ]
    : [];
  const attendance = acts.includes('note_attendance')
    ? [
        (status === 'confirmed' || status === 'late' || status === 'no_show') &&
          named('present', { status: 'checked_in' }),
        (status === 'confirmed' || status === 'late' || status === 'checked_in') &&
          named('noShow', { status: 'no_show' }),
      ]
    : [];
  const unmark =
    (status === 'checked_in' || status === 'no_show') && named('unmark', { status: 'confirmed' });
  return [...signups, ...attendance, unmark].filter((act) => act !== false);
}

/** The act that a row offers at once: the likeliest. */
export function useQuickAct(signup: Signup): NamedAct | null {
  const acts = useSignupActs(signup);
  const isLikely = ['pending', 'waitlist', 'offered', 'confirmed', 'late'].includes(signup.status);
  const { roster } = useTexts();
  const likely = [roster.acts.approve, roster.acts.seat, roster.acts.present];
  return (isLikely && acts.find(({ name }) => likely.includes(name))) || null;
}
