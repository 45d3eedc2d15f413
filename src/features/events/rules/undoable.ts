import type { EDITABLE_FIELDS, Event } from './event.js';
import type { RosterEntry, SeatAnswer } from './roster.js';

/** How long an organizer's act can be taken back. */
export const UNDO_MS = 10 * 60_000;

/** What is put back of a signup: everything that staff's acts change of one. */
export type EntryState = Required<
  Pick<RosterEntry, 'status' | 'role_id' | 'role_ids' | 'order' | 'checked_in_at' | 'ship_id' | 'ship_post'>
> & {
  readonly wants: SeatAnswer | null;
  readonly offer_expires_at: Date | null;
  readonly interested_on: string | null;
};

/** What an organizer's act changed, as it was before and just after. */
export type UndoableChange =
  | {
      readonly kind: 'signup';
      readonly user_id: string;
      readonly before: EntryState;
      readonly after: EntryState;
    }
  | { readonly kind: 'event'; readonly before: EventValues; readonly after: EventValues };

type EventValues = Partial<Pick<Event, (typeof EDITABLE_FIELDS)[number]>>;

/** An act of an organizer that can be taken back for a while; its id is that of its command. */
export interface UndoableAct {
  readonly id: string;
  readonly event_id: string;
  readonly actor_id: string;
  readonly at: Date;
  /** Until when it can be taken back. */
  readonly until: Date;
  readonly undone_at: Date | null;
  readonly change: UndoableChange;
}
