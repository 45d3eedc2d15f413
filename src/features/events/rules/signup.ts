/** `pending` is a signup whose seat is not decided yet; it is never shown. */
export const SIGNUP_STATUSES = ['confirmed', 'waitlist', 'checked_in', 'withdrawn', 'no_show'] as const;
export type SignupStatus = (typeof SIGNUP_STATUSES)[number];
export type StoredSignupStatus = SignupStatus | 'pending';

export const SIGNUP_SOURCES = ['web', 'discord'] as const;
export type SignupSource = (typeof SIGNUP_SOURCES)[number];

/** One member's place in one event. There is never more than one for a member and an event. */
export interface Signup {
  readonly id: string;
  readonly event_id: string;
  readonly user_id: string;
  readonly discord_id: string;
  readonly handle: string;
  readonly role_id: string | null;
  readonly status: StoredSignupStatus;
  /** Drawn from the event; a lower number is served first. `null` when not waiting. */
  readonly waitlist_number: number | null;
  readonly notes: string | null;
  readonly ship_model: string | null;
  readonly source: SignupSource;
  readonly created_at: Date;
  readonly checked_in_at: Date | null;
}
