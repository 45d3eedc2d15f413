import type { Signup, StoredSignupStatus } from './signup.js';

/** What an operation does to a signup. */
export type MoveKind = 'seat' | 'leave' | 'role' | 'check_in' | 'promote';

/**
 * An operation under way on one signup: a lock with a lease. Whoever holds it may have the event decide once, and only
 * until `DECIDE_WITHIN_MS` after `at`; from `STALE_AFTER_MS` on it is taken for crashed, and recovery takes the lock over
 * under a new id. Both ages are measured by the database's clock, so an operation that sleeps through its lease
 * can no longer decide when recovery starts: nothing is ever decided twice.
 */
export interface Move {
  readonly id: string;
  readonly to: MoveKind;
  /** The role that `seat` and `role` ask for. */
  readonly role_id: string | null;
  /** When the lock was taken, by the database's clock. */
  readonly at: Date;
}

/** How long after taking the lock an operation may still have the event decide. */
export const DECIDE_WITHIN_MS = 30_000;
/** From when on recovery takes the lock over; far enough from the above for the clocks of two database nodes to differ. */
export const STALE_AFTER_MS = 60_000;

/**
 * What the event decided on one signup, in the same atomic write that moved its counters. It stays on the event
 * until it has been copied to the signup's document, which anybody may do, as often as they like.
 */
export interface Decision {
  readonly signup_id: string;
  /** The move that asked; the copy is made only while the signup still has that move. */
  readonly move_id: string;
  readonly status: StoredSignupStatus;
  readonly role_id: string | null;
  readonly waitlist_number: number | null;
  readonly at: Date;
}

/** A signup with the operation under way on it. */
export interface SignupRecord extends Signup {
  readonly move: Move | null;
}

/** A signup that somebody holds. */
export interface LockedSignup extends Signup {
  readonly move: Move;
}

/** Whether an operation is under way on a signup. */
export function isLocked(signup: SignupRecord): signup is LockedSignup {
  return signup.move !== null;
}
