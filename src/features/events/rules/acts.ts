import { may, type Permission, type Standing } from '../../access/rules/permissions.js';
import { attendanceIsOpen } from './check-in.js';
import type { Event } from './event.js';
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
