import type { Event } from './event.js';
import type { RosterEntry } from './roster.js';

/** What happened to an event as a whole; `drafted`: anything that is done to a draft, but its publication. */
export type EventChangeKind = 'drafted' | 'updated' | 'published' | 'started' | 'completed' | 'cancelled';

/** How the ids begin of changes that the clock made. */
export const CLOCK = 'clock:';

/** A change of an event's fields or state: by whose command, and by which write. */
export interface EventChange {
  /** The command's id, so that a command that is repeated has no second effect; made up for changes by the clock. */
  readonly id: string;
  readonly kind: EventChangeKind;
  /** The fields that it changed; missing in changes that are older than this. */
  readonly fields?: readonly string[];
  /** The revision that the change made. */
  readonly rev: number;
  readonly at: Date;
}

/** How many changes an event remembers. */
export const REMEMBERED_CHANGES = 20;

/** An event with what VerseLink keeps beside it for itself. */
export interface EventRecord extends Event {
  /** Random, new with every write: a revision number that was rolled back can come back, a stamp cannot. */
  readonly stamp: string;
  /** When time alone changes the event next: the end of its signups, its start, its end; `null` when it never does. */
  readonly due_at: Date | null;
  /** The number that the next arrival draws; a lower number is served first. */
  readonly next_order: number;
  /** The last changes of fields and state, oldest first; at most `REMEMBERED_CHANGES`. */
  readonly changes: readonly EventChange[];
  /** Effects of all writes up to this revision have been announced (`EventEffects`). */
  readonly effects_revision: number;
  /** Whether `effects_revision` may lag behind; set by every write. */
  readonly effects_due: boolean;
}

/** An event and everybody's answer to it: one document, decided as one. */
export interface EventWithRoster extends EventRecord {
  readonly roster: readonly RosterEntry[];
}
