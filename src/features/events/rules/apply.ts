import { conflict, DomainError, outdated } from '../../../common/errors.js';
import { answer } from './answers.js';
import type {
  Command,
  EditCommand,
  EventCommand,
  JoinSeriesCommand,
  Outcome,
  RevokeCalendarKeysCommand,
  StateCommand,
  UndoCommand,
} from './commands.js';
import { EventDraft } from './draft.js';
import { editedFields } from './edit.js';
import { CLOCK, type EventChangeKind, type EventWithRoster } from './event-record.js';
import type { EventState } from './event.js';
import { approveAll, lapseOffers, offerEnd } from './queue.js';
import { firstFree, hasRoom, waitlistOf, wishesOf } from './roster.js';
import { dueAt, isOpen, requireTransition } from './transitions.js';
import { asConflict, changeOf, inverseEdit, isByStaff, type Moment, undoSignup } from './undo.js';
import type { UndoableChange } from './undoable.js';

/** An event after commands, with what came of each. */
export interface Applied {
  /** The very one from before when nothing has changed. */
  readonly event: EventWithRoster;
  /** One for each command, in their order. */
  readonly outcomes: readonly Outcome[];
  /** What each command has changed that an organizer can take back; `null` for nothing. */
  readonly undoable: readonly (UndoableChange | null)[];
}

/**
 * Everything that can happen to an event. Time acts first: an event that is due starts or ends. Then each command is
 * decided in turn, and after each the waitlist is settled. An empty list lets time alone act.
 */
export function apply(event: EventWithRoster, commands: readonly Command[], now: Date): Applied {
  const draft = new EventDraft(event, now);
  passTime(draft);
  settle(draft);
  const undoable: (UndoableChange | null)[] = [];
  const outcomes = commands.map((command) => {
    const before = momentOf(draft, command);
    draft.begin(isByStaff(command));
    const outcome = decide(draft, command);
    undoable.push(changeOf(command, before, momentOf(draft, command)));
    settle(draft);
    return outcome;
  });
  passTime(draft);
  return { event: draft.finish(), outcomes, undoable };
}

function momentOf(draft: EventDraft, command: Command): Moment {
  const entry = 'user_id' in command ? (draft.find(command.user_id)?.entry ?? null) : null;
  return { event: draft.event, entry };
}

function decide(draft: EventDraft, command: Command): Outcome {
  try {
    switch (command.type) {
      case 'edit':
      case 'publish':
      case 'start':
      case 'complete':
      case 'cancel':
      case 'revoke_calendar_keys':
      case 'join_series':
        return changeEvent(draft, command);
      case 'undo':
        return undo(draft, command);
      default:
        return answer(draft, command);
    }
  } catch (error) {
    if (error instanceof DomainError) return { refused: error };
    throw error;
  }
}

const CHANGED: Outcome = { done: 'changed', place: null };

function changeEvent(draft: EventDraft, command: EventCommand): Outcome {
  if (draft.event.changes.some(({ id }) => id === command.id)) return CHANGED;
  if (command.type === 'edit') edit(draft, command);
  else if (command.type === 'revoke_calendar_keys') revokeCalendarKeys(draft, command);
  else if (command.type === 'join_series') joinSeries(draft, command);
  else changeState(draft, command);
  return CHANGED;
}

function edit(draft: EventDraft, command: EditCommand): void {
  const { id, changes, expected_edition: expected } = command;
  if (expected !== null && expected !== draft.event.edition) throw outdated('event');
  const event = { ...draft.event, roster: draft.entries };
  const fields = editedFields(event, changes, draft.now, {
    newRoleId: drawnFrom(command.new_role_ids),
    newShipId: drawnFrom(command.new_ship_ids ?? []),
  });
  const moved = {
    ...(fields.start_at_utc !== undefined && { check_in_shown: false }),
    ...(fields.signup_closes_at !== undefined && { signups_closed: false }),
  };
  if (Object.keys(fields).length > 0) draft.changeEvent({ ...fields, ...moved }, 'updated', id);
  // Those who still wait for approval need it no more.
  if (fields.approval_required === false) approveAll(draft);
}

/** Takes back what an organizer has changed, by the rules for any change. */
function undo(draft: EventDraft, command: UndoCommand): Outcome {
  const { change, expected_edition: expected } = command;
  if (draft.event.changes.some(({ id }) => id === command.id)) return CHANGED;
  if (expected !== null && expected !== draft.event.edition) throw outdated('event');
  if (change.kind === 'signup') return undoSignup(draft, command, change);
  try {
    edit(draft, inverseEdit(command, change, draft.event));
  } catch (error) {
    throw asConflict(error);
  }
  return CHANGED;
}

/** Gives one after the other of these ids. */
function drawnFrom(given: readonly string[]): () => string {
  const ids = given[Symbol.iterator]();
  return () => {
    const next = ids.next();
    if (next.done === true) throw new Error('An edit needs an id for each role and each ship');
    return next.value;
  };
}

/** The next key is another one, and messages show it. */
function revokeCalendarKeys(draft: EventDraft, { id }: RevokeCalendarKeysCommand): void {
  draft.changeEvent({ calendar_key_version: draft.event.calendar_key_version + 1 }, 'updated', id);
}

function joinSeries(draft: EventDraft, { id, series_id, occurrence_on }: JoinSeriesCommand): void {
  if (draft.event.series_id !== null) throw conflict('in_series', 'The event belongs to a series already.');
  draft.changeEvent({ series_id, occurrence_on }, 'updated', id);
}

const STATE_COMMANDS = {
  publish: { to: 'published', kind: 'published' },
  start: { to: 'active', kind: 'started' },
  complete: { to: 'completed', kind: 'completed' },
  cancel: { to: 'cancelled', kind: 'cancelled' },
} as const satisfies Record<
  StateCommand['type'],
  { readonly to: EventState; readonly kind: EventChangeKind }
>;

function changeState(draft: EventDraft, { id, type, reason }: StateCommand): void {
  const { to, kind } = STATE_COMMANDS[type];
  requireTransition(draft.event.state, to);
  if (type === 'publish' && draft.event.start_at_utc <= draft.now) {
    throw conflict('start_in_past', 'The start of the event has passed: move it first.');
  }
  draft.changeEvent({ state: to, ...(type === 'cancel' && { cancel_reason: reason }) }, kind, id);
}

/** What the clock does: offers run out, signups close, and the event starts and ends. */
function passTime(draft: EventDraft): void {
  lapseOffers(draft);
  startAndEnd(draft);
}

/** Closes signups, starts and ends an event by the clock, all at once when every process was down meanwhile. */
function startAndEnd(draft: EventDraft): void {
  for (let due = dueAt(draft.event); due !== null && due <= draft.now; due = dueAt(draft.event)) {
    const id = `${CLOCK}${due.toISOString()}`;
    const { state, start_at_utc: start, signups_closed, signup_closes_at: deadline } = draft.event;
    if (!signups_closed && deadline !== null && deadline <= due) draft.noteTime('signups_closed');
    else if (due < start) draft.noteTime('check_in_shown');
    else if (state === 'published') draft.changeEvent({ state: 'active' }, 'started', `${id}:start`);
    else draft.changeEvent({ state: 'completed' }, 'completed', `${id}:end`);
  }
}

/** Gives each free seat to the first who waits for it, or holds it for them until they say whether they take it. */
function settle(draft: EventDraft): void {
  if (!draft.takeUnsettled()) return;
  const { seats, state } = draft.event;
  if (seats.waitlist === 0 || !isOpen(state) || !hasRoom(draft.event)) return;
  const heldUntil = offerEnd(draft.event, draft.now);
  for (const waiting of waitlistOf(draft.entries)) {
    const roleId = firstFree(draft.event, wishesOf(waiting));
    const waiter = draft.find(waiting.user_id);
    if (roleId === undefined || waiter === null) continue;
    if (heldUntil === null) {
      const seated = { status: waiting.wants ?? 'confirmed', role_id: roleId };
      draft.change(waiter.place, seated, 'promoted', null);
    } else {
      const offered = { status: 'offered', role_id: roleId, offer_expires_at: heldUntil } as const;
      draft.change(waiter.place, offered, 'offered', null);
    }
  }
  draft.takeUnsettled();
}
