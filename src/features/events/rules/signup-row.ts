import type { Event } from './event.js';
import type { Signup } from './signup.js';

/** A signup as people read it. */
export interface SignupRow extends Omit<Signup, 'waitlist_number'> {
  readonly role_name: string | null;
  /** 1 for the first of those waiting; `null` for someone who does not wait. */
  readonly position_in_waitlist: number | null;
}

/** @param position rank among those waiting, for a signup that waits */
export function toSignupRow(signup: Signup, event: Pick<Event, 'roles'>, position: number | null): SignupRow {
  const role = event.roles.find(({ id }) => id === signup.role_id);
  return {
    id: signup.id,
    event_id: signup.event_id,
    user_id: signup.user_id,
    discord_id: signup.discord_id,
    handle: signup.handle,
    role_id: signup.role_id,
    role_name: role?.name ?? null,
    status: signup.status,
    position_in_waitlist: signup.status === 'waitlist' ? position : null,
    notes: signup.notes,
    ship_model: signup.ship_model,
    source: signup.source,
    created_at: signup.created_at,
    checked_in_at: signup.checked_in_at,
  };
}
