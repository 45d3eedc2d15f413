import { may, type Permission, type Standing } from '../../access/rules/permissions.js';
import { attendanceIsOpen, checkInIsOpen } from './check-in.js';
import { endOf, type Event } from './event.js';
import { hasAnswered, holdsSeat, type RosterEntry } from './roster.js';
import { isClosed, isOpen } from './transitions.js';

/** What decides what can be done with an event. */
type ActedOn = Pick<Event, 'state' | 'start_at_utc' | 'duration_minutes'>;

interface Act {
  readonly permission: Permission;
  readonly isPossible: (event: ActedOn, now: Date) => boolean;
}

/** What organizers do with an event: who may, and while it is in which state. */
const ACTS = {
  edit: { permission: 'event.change', isPossible: ({ state }) => !isClosed(state) },
  publish: { permission: 'event.change', isPossible: ({ state }) => state === 'draft' },
  start: { permission: 'event.change', isPossible: ({ state }) => state === 'published' },
  complete: { permission: 'event.change', isPossible: ({ state }) => state === 'active' },
  cancel: { permission: 'event.change', isPossible: ({ state }) => !isClosed(state) },
  delete: { permission: 'event.change', isPossible: ({ state }) => state === 'draft' },
  duplicate: { permission: 'event.create', isPossible: () => true },
  change_signups: { permission: 'event.change', isPossible: ({ state }) => isOpen(state) },
  note_attendance: { permission: 'event.change', isPossible: attendanceIsOpen },
  share_payout: { permission: 'event.change', isPossible: ({ state }) => state === 'completed' },
  send_to_servers: { permission: 'event.change', isPossible: () => true },
  read_timeline: { permission: 'event.change', isPossible: () => true },
} as const satisfies Readonly<Record<string, Act>>;

export type EventAct = keyof typeof ACTS;
export const EVENT_ACTS = Object.keys(ACTS) as readonly EventAct[];

/** What somebody may do with an event now, as far as it depends on who they are and on its state. */
export function actsOf(event: ActedOn, standing: Standing, now: Date): EventAct[] {
  return EVENT_ACTS.filter((act) => {
    const { permission, isPossible }: Act = ACTS[act];
    return may(standing, permission) && isPossible(event, now);
  });
}

/** What members do with an answer of their own. */
export const OWN_ACTS = ['accept_offer', 'answer', 'withdraw', 'check_in'] as const;
export type OwnAct = (typeof OWN_ACTS)[number];

type AnsweredTo = ActedOn & Pick<Event, 'locked' | 'signup_closes_at'>;

/** What a member may do now with their answer to an event. */
export function ownActsOf(event: AnsweredTo, entry: Pick<RosterEntry, 'status'>, now: Date): OwnAct[] {
  if (!isOpen(event.state) || endOf(event) <= now || !hasAnswered(entry)) return [];
  const isInTime = event.signup_closes_at === null || now < event.signup_closes_at;
  const possible: Record<OwnAct, boolean> = {
    accept_offer: entry.status === 'offered',
    answer: !event.locked && isInTime && entry.status !== 'offered',
    withdraw: !event.locked || entry.status === 'offered',
    check_in: holdsSeat(entry.status) && entry.status !== 'checked_in' && checkInIsOpen(event, now),
  };
  return OWN_ACTS.filter((act) => possible[act]);
}
