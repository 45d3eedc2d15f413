import type { Event } from '../../../features/events/rules/event.js';
import type { SignupSource, SignupStatus } from '../../../features/events/rules/roster.js';

/** What an operation on a signup was to do. */
type OldMoveKind = 'seat' | 'leave' | 'role' | 'check_in' | 'promote';

/** An operation under way on a signup. */
export interface OldMove {
  readonly id: string;
  readonly to: OldMoveKind;
  readonly role_id: string | null;
  readonly at: Date;
}

/** A signup in a document of its own; `pending` until its event had decided on its seat. */
export interface OldSignup {
  readonly _id: string;
  readonly event_id: string;
  readonly user_id: string;
  readonly role_id: string | null;
  readonly status: SignupStatus | 'pending';
  readonly waitlist_number: number | null;
  readonly notes: string | null;
  readonly ship_model: string | null;
  readonly source: SignupSource;
  readonly created_at: Date;
  readonly checked_in_at: Date | null;
  readonly move: OldMove | null;
}

/** What an event had decided on a signup, until it was copied to the signup's document. */
export interface OldDecision {
  readonly signup_id: string;
  readonly move_id: string;
  readonly status: SignupStatus;
  readonly role_id: string | null;
  readonly waitlist_number: number | null;
  readonly at: Date;
}

/** An event without a roster. */
export interface OldEvent extends Omit<
  Event,
  'id' | 'signup_role_ids' | 'cancel_reason' | 'edition' | 'shown' | 'seats'
> {
  readonly _id: string;
  readonly seats: unknown;
  readonly mirror_dirty: boolean;
  readonly decisions: readonly OldDecision[];
  readonly seat_epoch: number;
}
