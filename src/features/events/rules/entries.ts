import type { EntryFields, PlacedEntry } from './draft.js';
import { markedNoShow, notSignedUp } from './refusals.js';
import { hasAnswered, type RosterEntry } from './roster.js';

/** What a choice makes of an answer that stood on interest on Discord alone. */
export const CHOSEN = { interested_on: null } as const;

/** What any choice changes of an entry beside itself. */
export function chosen(entry: RosterEntry): EntryFields {
  return standsOnInterest(entry) ? CHOSEN : {};
}

/** Whether nothing but interest on Discord stands behind an answer. */
export function standsOnInterest({ interested_on }: RosterEntry): boolean {
  return interested_on !== undefined && interested_on !== null;
}

/** @throws conflict `marked_no_show` for a member whom staff missed: the mark stands until staff take it back */
export function requireNotMissed(found: PlacedEntry | null): void {
  if (found?.entry.status === 'no_show') throw markedNoShow();
}

/** @throws conflict `not_signed_up` without an answer that counts, `marked_no_show` */
export function requireAnswered(found: PlacedEntry | null): PlacedEntry {
  requireNotMissed(found);
  if (found === null || !hasAnswered(found.entry)) throw notSignedUp();
  return found;
}
