import type { Texts } from '../../../languages/texts.js';
import { hasCheckInButton } from '../../events/rules/check-in.js';
import { EXTRA_ANSWERS, type Event } from '../../events/rules/event.js';
import { takesSeat } from '../../events/rules/roster.js';
import { isClosed } from '../../events/rules/transitions.js';
import type { SignupAction } from './custom-id.js';

/** A button of a signup message. */
export interface SignupButton {
  readonly action: SignupAction;
  readonly label: string;
  readonly style: 'success' | 'danger' | 'secondary';
  readonly disabled: boolean;
}

const PLAIN = { style: 'secondary', disabled: false } as const;

/** What members and organizers always find, and below it the check-in around the start, and what the organizer offers beside a seat. */
export function buttonRows(event: Event, texts: Texts['signupMessage']): SignupButton[][] {
  const closed = isClosed(event.state);
  const disabled = closed || event.locked;
  // Those who have answered may still leave after the deadline.
  const noSeats = disabled || event.signups_closed;
  const always: SignupButton[] = [
    { action: 'signup', label: texts.signUp, style: 'success', disabled: noSeats },
    { action: 'withdraw', label: texts.withdraw, style: 'danger', disabled },
    { action: 'list', label: texts.showList, ...PLAIN },
    ...organizerButtons(event).map((action) => ({ action, label: texts[action], ...PLAIN })),
  ];
  const offered = EXTRA_ANSWERS.filter((answer) => event.answers.includes(answer));
  const answers: SignupButton[] = [
    ...(hasCheckInButton(event)
      ? [{ action: 'check_in', label: texts.checkIn, style: 'success', disabled: false } as const]
      : []),
    ...offered.map((action): SignupButton => {
      const label = texts.answers[action];
      return { action, label, style: 'secondary', disabled: takesSeat(action) ? noSeats : disabled };
    }),
  ];
  return answers.length === 0 ? [always] : [always, answers];
}

/** Everybody sees them, and those who may not use them are told so. After the end organizers still note who came. */
function organizerButtons({ state }: Pick<Event, 'state'>): readonly ('edit' | 'manage')[] {
  if (state === 'completed') return ['manage'];
  return isClosed(state) ? [] : ['edit', 'manage'];
}
