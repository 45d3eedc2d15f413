import { conflict, DomainError } from '../../../common/errors.js';
import { pick } from '../../../common/pick.js';
import { attendanceIsOpen } from './check-in.js';
import type { Command, EditCommand, Outcome, UndoCommand } from './commands.js';
import type { EntryFields, EventDraft, PlacedEntry } from './draft.js';
import { EDITABLE_FIELDS, type Event } from './event.js';
import type { EventRecord } from './event-record.js';
import type { EventChanges } from './input.js';
import { wished } from './queue.js';
import { notStarted, requireOffered, requireOpen } from './refusals.js';
import { type EntryChange, hasRoom, holdsSeat, keepsSeat, roleHasRoom, type RosterEntry } from './roster.js';
import { holdersOf, seatsFor } from './ships.js';
import type { EntryState, UndoableChange } from './undoable.js';

/** An event and the entry that a command is about, at one moment. */
export interface Moment {
  readonly event: EventRecord;
  readonly entry: RosterEntry | null;
}

/** What a command of an organizer has changed that can be taken back; `null` for nothing. */
export function changeOf(command: Command, before: Moment, after: Moment): UndoableChange | null {
  if (command.type === 'edit') return editOf(command, before.event, after.event);
  if (command.type === 'undo' || !isByStaff(command) || after.entry === null || after.entry === before.entry)
    return null;
  const now = entryState(after.entry);
  const was = before.entry === null ? ({ ...now, status: 'withdrawn' } as const) : entryState(before.entry);
  return { kind: 'signup', user_id: after.entry.user_id, before: was, after: now };
}

/** Whether a command is staff's, about somebody's signup. */
export function isByStaff(command: Command): boolean {
  if (command.type === 'sign_up' || command.type === 'board') return command.by_staff === true;
  return command.type === 'place' || command.type === 'decide' || command.type === 'undo';
}

function editOf({ id }: EditCommand, before: EventRecord, after: EventRecord): UndoableChange | null {
  const made = after === before ? undefined : after.changes.find((change) => change.id === id);
  const fields = EDITABLE_FIELDS.filter((field) => made?.fields?.includes(field));
  if (fields.length === 0) return null;
  return { kind: 'event', before: pick(before, fields), after: pick(after, fields) };
}

function entryState(entry: RosterEntry): EntryState {
  return {
    status: entry.status,
    role_id: entry.role_id,
    role_ids: entry.role_ids ?? [],
    order: entry.order,
    wants: entry.wants ?? null,
    offer_expires_at: entry.offer_expires_at ?? null,
    checked_in_at: entry.checked_in_at,
    ship_id: entry.ship_id ?? null,
    ship_post: entry.ship_post ?? null,
    interested_on: entry.interested_on ?? null,
  };
}

/**
 * Puts a signup back to what it was before an organizer's act, with its old place in the queue, as far as the rules of seats allow it now:
 * a seat that somebody else has by now stays theirs.
 * @throws conflict `undo_signup_gone`, `undo_changed_since`, `undo_no_seat`, `undo_role_gone`, `undo_offer_over`, `undo_no_approval`,
 * `undo_ship_full`, `event_closed`, `answer_not_offered`, `not_started`
 */
export function undoSignup(
  draft: EventDraft,
  { id }: UndoCommand,
  { user_id, before, after }: Extract<UndoableChange, { kind: 'signup' }>,
): Outcome {
  const found = draft.find(user_id);
  if (found === null) throw conflict('undo_signup_gone', 'This signup is not there any more.');
  const known = found.entry.commands.find((command) => command.id === id);
  if (known !== undefined) return { done: known.result, place: found.place };
  if (!isSame(entryState(found.entry), after))
    throw conflict('undo_changed_since', 'This signup has been changed since.');
  requirePossible(draft, found, before);
  const change = changeTo(before, after);
  draft.change(found.place, fieldsOf(before, found.entry), change, id);
  return { done: change, place: found.place };
}

function requirePossible(draft: EventDraft, { entry }: PlacedEntry, before: EntryState): void {
  const { event, now } = draft;
  if (!saysWhoCame(draft, entry, before)) requireOpen(event);
  requireOffered(event, before.status);
  if (before.status !== 'withdrawn') requireRoles(event, before);
  if (keepsSeat(before.status)) requireSeat(event, entry, before.role_id);
  if (before.ship_id !== null) requirePost(draft, entry, before);
  if (before.status === 'pending' && !event.approval_required)
    throw conflict('undo_no_approval', 'Signups of this event need no approval any more.');
  if (before.status === 'offered' && (before.offer_expires_at ?? now) <= now)
    throw conflict('undo_offer_over', 'The time to take the offered seat has run out meanwhile.');
  if (before.status === 'no_show' && !attendanceIsOpen(event, now)) throw notStarted();
}

/** Whether it is only about who came to an event that is over. */
function saysWhoCame({ event, now }: EventDraft, entry: RosterEntry, before: EntryState): boolean {
  if (event.state !== 'completed' || !attendanceIsOpen(event, now) || before.role_id !== entry.role_id)
    return false;
  return [entry, before].every(({ status }) => holdsSeat(status) || status === 'no_show');
}

function requireRoles({ roles }: Event, { role_id, role_ids }: EntryState): void {
  const isKnown = (id: string | null) => id === null || roles.some((role) => role.id === id);
  if (![role_id, ...role_ids].every(isKnown))
    throw conflict('undo_role_gone', 'The role that they had is not one of the event any more.');
}

function requireSeat(event: Event, entry: RosterEntry, roleId: string | null): void {
  const isSeated = keepsSeat(entry.status);
  if (isSeated && entry.role_id === roleId) return;
  const role = event.roles.find(({ id }) => id === roleId);
  if (role !== undefined && !roleHasRoom(event, role.id))
    throw conflict('undo_no_seat', `Others have all seats of ${role.name} by now, and keep them.`);
  if (!isSeated && !hasRoom(event))
    throw conflict('undo_no_seat', 'Others have all seats of the event by now, and keep them.');
}

function requirePost(draft: EventDraft, entry: RosterEntry, { ship_id, ship_post }: EntryState): void {
  if (entry.ship_id === ship_id && entry.ship_post === ship_post) return;
  const ship = draft.event.fleet_ships.find(({ id }) => id === ship_id);
  const others = draft.entries.filter(({ id }) => id !== entry.id);
  const isFree =
    ship !== undefined &&
    ship_post !== null &&
    holdersOf(others, ship, ship_post).length < seatsFor(ship, ship_post);
  if (!isFree) throw conflict('undo_ship_full', 'Their post aboard the ship is taken, or gone, by now.');
}

/** What it is called, so that those who follow the event are told of it as of any change. */
function changeTo(before: EntryState, after: EntryState): EntryChange {
  const { status } = before;
  if (status === after.status && before.role_id === after.role_id) return 'boarded';
  return status === 'withdrawn' || status === 'checked_in' || status === 'no_show' ? status : 'moved';
}

function fieldsOf(before: EntryState, entry: RosterEntry): EntryFields {
  const { status, role_id, role_ids, order, checked_in_at, wants, ship_id, ship_post, interested_on } =
    before;
  const now = entryState(entry);
  return {
    ...wished(role_ids.length > 0 ? role_ids : [role_id], entry),
    ...{ status, role_id, order, checked_in_at },
    ...(wants !== null && { wants }),
    ...(status === 'offered' && { offer_expires_at: before.offer_expires_at }),
    ...((ship_id !== now.ship_id || ship_post !== now.ship_post) && { ship_id, ship_post }),
    ...(interested_on !== now.interested_on && { interested_on }),
  };
}

/**
 * The edit that takes an organizer's edit back. Roles and ships that it had removed get the ids that they had.
 * @throws conflict `undo_changed_since` when one of its fields is another by now
 */
export function inverseEdit(
  { id }: UndoCommand,
  { before, after }: Extract<UndoableChange, { kind: 'event' }>,
  event: EventRecord,
): EditCommand {
  const changed = EDITABLE_FIELDS.filter((field) => field in after && !isSame(event[field], after[field]));
  if (changed.length > 0)
    throw conflict('undo_changed_since', `Changed once more since: ${changed.join(', ')}.`);
  const { roles, fleet_ships, ...plain } = before;
  const [wantedRoles, newRoleIds] = withKnownIds(roles, event.roles);
  const [wantedShips, newShipIds] = withKnownIds(fleet_ships, event.fleet_ships);
  const changes: EventChanges = {
    ...plain,
    ...(wantedRoles !== undefined && { roles: wantedRoles }),
    ...(wantedShips !== undefined && { fleet_ships: wantedShips }),
  };
  return {
    type: 'edit',
    id,
    changes,
    new_role_ids: newRoleIds,
    new_ship_ids: newShipIds,
    expected_edition: null,
  };
}

/** Roles or ships without the ids that the event does not know any more, and those ids in their order. */
function withKnownIds<T extends { readonly id: string }>(
  wanted: readonly T[] | undefined,
  existing: readonly T[],
): readonly [(Omit<T, 'id'> & { readonly id?: string })[] | undefined, string[]] {
  if (wanted === undefined) return [undefined, []];
  const isKnown = ({ id }: T) => existing.some((one) => one.id === id);
  const missing = wanted.filter((one) => !isKnown(one)).map(({ id }) => id);
  const given = wanted.map((one) => {
    if (isKnown(one)) return one;
    const { id: _id, ...rest } = one;
    return rest;
  });
  return [given, missing];
}

/** Why an edit cannot be taken back, as a conflict: no one gave a bad value. */
export function asConflict(error: unknown): unknown {
  if (!(error instanceof DomainError) || error.kind !== 'invalid') return error;
  const faults = error.errors.map(({ field, message }) => `${field} ${message}`);
  return conflict('undo_impossible', `What was there before is not possible any more: ${faults.join('; ')}.`);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
