import type { Decision } from './move.js';
import type { Event } from './event.js';

/** An event with what VerseLink keeps beside it for itself. */
export interface EventRecord extends Event {
  /** Whether a mirror may lag behind; set in the same atomic write that raises `revision`. */
  readonly mirror_dirty: boolean;
  /** Decisions on signups that are not yet copied to the signup's own document; normally empty (features/events/rules/move.ts). */
  readonly decisions: readonly Decision[];
  /**
   * Raised by every change that can make someone waiting eligible who was not: a seat given up, a limit edited.
   * A promotion counts only if it has not moved since the waiters were compared (features/events/rules/seats.ts).
   */
  readonly seat_epoch: number;
}
