import { conflict } from '../../../common/errors.js';
import { checkInButtonFrom } from './check-in.js';
import { endOf, type Event, type EventState } from './event.js';
import type { RosterEntry } from './roster.js';

/** Which states each state may turn into. Completed and cancelled events stay as they are. */
const NEXT: Readonly<Record<EventState, readonly EventState[]>> = {
  draft: ['published', 'cancelled'],
  published: ['active', 'cancelled'],
  active: ['completed', 'cancelled'],
  completed: [],
  cancelled: [],
};

/**
 * Refuses a move that the state machine of events does not know, a repetition included.
 * @throws conflict `illegal_transition`
 */
export function requireTransition(from: EventState, to: EventState): void {
  if (NEXT[from].includes(to)) return;
  if (from === to) throw conflict('illegal_transition', `The event is already ${to}.`);
  throw conflict('illegal_transition', `An event that is ${from} cannot become ${to}.`);
}

/** Whether the event is over, and nothing of it can be changed any more. */
export function isClosed(state: EventState): boolean {
  return NEXT[state].length === 0;
}

/** Whether members can sign up, withdraw and change roles. */
export function isOpen(state: EventState): boolean {
  return OPEN_STATES.includes(state);
}

/** The states in which members can sign up. */
const OPEN_STATES: readonly EventState[] = ['published', 'active'];

/** What decides when time changes an event. */
type Timed = Pick<
  Event,
  'state' | 'start_at_utc' | 'duration_minutes' | 'check_in_shown' | 'signup_closes_at' | 'signups_closed'
>;

/** When time alone changes an event next, the offers to those who wait included. */
export function nextDue(event: Timed & Pick<Event, 'seats'>, roster: readonly RosterEntry[]): Date | null {
  const due = dueAt(event);
  if (due === null || event.seats.offered === 0) return due;
  const ends = roster.flatMap(({ offer_expires_at: end }) => end?.getTime() ?? []);
  return new Date(Math.min(due.getTime(), ...ends));
}

/**
 * When time alone changes an event as a whole next: its signups close; a published one shows the button to check in, then starts; a
 * running one ends. `null` for any other.
 */
export function dueAt(event: Timed): Date | null {
  if (!isOpen(event.state)) return null;
  const next = nextStep(event);
  const deadline = event.signups_closed ? null : event.signup_closes_at;
  return deadline !== null && deadline < next ? deadline : next;
}

function nextStep(event: Timed): Date {
  if (event.state === 'active') return endOf(event);
  return event.check_in_shown ? event.start_at_utc : checkInButtonFrom(event);
}
