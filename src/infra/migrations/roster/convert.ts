import { randomUUID } from 'node:crypto';
import { apply } from '../../../features/events/rules/apply.js';
import type { EntryCommand } from '../../../features/events/rules/commands.js';
import type { EventWithRoster } from '../../../features/events/rules/event-record.js';
import { INITIAL_FIELDS, OPTIONAL_FIELDS } from '../../../features/events/rules/event.js';
import { countSeats, type EntryChange, type RosterEntry } from '../../../features/events/rules/roster.js';
import { dueAt } from '../../../features/events/rules/transitions.js';
import type { OldDecision, OldEvent, OldMove, OldSignup, OldStatus } from './old-shape.js';

/** A signup on whose seat was decided. */
type SettledSignup = OldSignup & { readonly status: OldStatus };

/**
 * An event and its signups as one document. Everybody keeps their seat or their place in the queue; operations that were
 * under way are carried out, as the recovery of old would have done; then the clock and the waitlist are settled.
 *
 * The old `revision` counted what REST, calendars and mirrors compare, so the new counters begin there: none of them goes back.
 */
export function convert(old: OldEvent, signups: readonly OldSignup[], now: Date): EventWithRoster {
  const { _id: id, seats: _seats, mirror_dirty, decisions, seat_epoch: _epoch, ...fields } = old;
  const decided = signups.map((signup) => withDecision(signup, decisions));
  const roster = decided
    .filter(isSettled)
    .sort(byTurn)
    .map((signup, index) => entryOf(signup, index + 1, old.revision));
  const noted = { check_in_shown: false, signups_closed: false };
  const event: EventWithRoster = {
    id,
    ...OPTIONAL_FIELDS,
    ...INITIAL_FIELDS,
    ...fields,
    cancel_reason: null,
    edition: old.revision,
    shown: old.revision,
    seats: countSeats(roster, old.roles),
    stamp: randomUUID(),
    ...noted,
    due_at: dueAt({ ...old, ...noted, signup_closes_at: null }),
    next_order: roster.length + 1,
    changes: [],
    effects_revision: old.revision,
    effects_due: mirror_dirty,
    roster,
  };
  const { event: after } = apply(event, commandsOf(decided), now);
  return { ...after, effects_due: mirror_dirty || after !== event };
}

/** The signup as its event has decided, if that was not copied to it yet. */
function withDecision(signup: OldSignup, decisions: readonly OldDecision[]): OldSignup {
  const decision = decisions.find(
    ({ signup_id, move_id }) => signup_id === signup._id && move_id === signup.move?.id,
  );
  if (decision === undefined) return signup;
  const { status, role_id, waitlist_number, at } = decision;
  const checkedInAt = status === 'checked_in' ? at : signup.checked_in_at;
  return { ...signup, status, role_id, waitlist_number, checked_in_at: checkedInAt, move: null };
}

function isSettled(signup: OldSignup): signup is SettledSignup {
  return signup.status !== 'pending';
}

/** Those who wait come last, by their numbers; the others as they signed up. */
function byTurn(one: SettledSignup, other: SettledSignup): number {
  return (
    (one.waitlist_number ?? 0) - (other.waitlist_number ?? 0) ||
    one.created_at.getTime() - other.created_at.getTime() ||
    one._id.localeCompare(other._id)
  );
}

const CHANGES: Readonly<Record<OldStatus, EntryChange>> = {
  confirmed: 'signed_up',
  waitlist: 'signed_up',
  checked_in: 'checked_in',
  withdrawn: 'withdrawn',
  no_show: 'no_show',
};

function entryOf(signup: SettledSignup, order: number, rev: number): RosterEntry {
  const { _id: id, user_id, status, role_id, notes, ship_model, source, created_at, checked_in_at } = signup;
  return {
    id,
    user_id,
    status,
    role_id,
    order,
    notes,
    ship_model,
    source,
    created_at,
    checked_in_at,
    rev,
    change: CHANGES[status],
    change_rev: rev,
    changed_at: checked_in_at ?? created_at,
    commands: [],
  };
}

/** What was asked for and not decided yet, in the order of asking. */
function commandsOf(signups: readonly OldSignup[]): EntryCommand[] {
  return signups
    .flatMap((signup) => (signup.move === null ? [] : [{ signup, move: signup.move }]))
    .sort((one, other) => one.move.at.getTime() - other.move.at.getTime())
    .flatMap(({ signup, move }) => commandOf(signup, move) ?? []);
}

/** `null` for a promotion, which settling the waitlist gives anyway. */
function commandOf(signup: OldSignup, { id, to, role_id }: OldMove): EntryCommand | null {
  const { _id: entryId, user_id, notes, ship_model, source } = signup;
  switch (to) {
    case 'seat':
      // Admission was decided before the signup was written.
      return {
        type: 'sign_up',
        id,
        user_id,
        entry_id: entryId,
        admitted: true,
        role_id,
        notes,
        ship_model,
        source,
      };
    case 'leave':
      return { type: 'withdraw', id, user_id };
    case 'role':
      return { type: 'change_signup', id, user_id, role_id };
    case 'check_in':
      return { type: 'check_in', id, user_id };
    case 'promote':
      return null;
  }
}
