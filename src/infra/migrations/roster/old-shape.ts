import type { Event } from '../../../features/events/rules/event.js';
import type { SignupSource } from '../../../features/events/rules/roster.js';

/** How a signup could stand. */
export type OldStatus = 'confirmed' | 'waitlist' | 'checked_in' | 'withdrawn' | 'no_show';

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
  readonly status: OldStatus | 'pending';
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
  readonly status: OldStatus;
  readonly role_id: string | null;
  readonly waitlist_number: number | null;
  readonly at: Date;
}

/** An event without a roster. */
export interface OldEvent extends Pick<
  Event,
  | 'org_id'
  | 'slug'
  | 'title'
  | 'description'
  | 'type'
  | 'state'
  | 'visibility'
  | 'start_at_utc'
  | 'duration_minutes'
  | 'location'
  | 'max_participants'
  | 'roles'
  | 'fleet_ships'
  | 'banner_url'
  | 'revision'
  | 'created_by'
  | 'created_at'
  | 'updated_at'
> {
  readonly _id: string;
  readonly seats: unknown;
  readonly mirror_dirty: boolean;
  readonly decisions: readonly OldDecision[];
  readonly seat_epoch: number;
}
