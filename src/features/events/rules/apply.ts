import { conflict, DomainError } from '../../../common/errors.js';
import { answer } from './answers.js';
import type { Command, EditCommand, EventCommand, Outcome, StateCommand } from './commands.js';
import { EventDraft } from './draft.js';
import { editedFields } from './edit.js';
import { CLOCK, type EventChangeKind, type EventWithRoster } from './event-record.js';
import type { EventState } from './event.js';
import { editionChanged } from './refusals.js';
import { isFree, hasRoom, waitlistOf } from './roster.js';
import { dueAt, isOpen, requireTransition } from './transitions.js';

/** An event after commands, with what came of each. */
export interface Applied {
  /** The very one from before when nothing has changed. */
  readonly event: EventWithRoster;
  /** One for each command, in their order. */
  readonly outcomes: readonly Outcome[];
}

/**
 * Everything that can happen to an event. Time acts first: an event that is due starts or ends. Then each command is
 * decided in turn, and after each the waitlist is settled. An empty list lets time alone act.
 */
export function apply(event: EventWithRoster, commands: readonly Command[], now: Date): Applied {
  const draft = new EventDraft(event, now);
  passTime(draft);
  settle(draft);
  const outcomes = commands.map((command) => {
    const outcome = decide(draft, command);
    settle(draft);
    return outcome;
  });
  passTime(draft);
  return { event: draft.finish(), outcomes };
}

function decide(draft: EventDraft, command: Command): Outcome {
  try {
    switch (command.type) {
      case 'edit':
      case 'publish':
      case 'start':
      case 'complete':
      case 'cancel':
        return changeEvent(draft, command);
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
  else changeState(draft, command);
  return CHANGED;
}

function edit(draft: EventDraft, { id, changes, new_role_ids, expected_edition }: EditCommand): void {
  if (expected_edition !== null && expected_edition !== draft.event.edition) throw editionChanged();
  const ids = new_role_ids[Symbol.iterator]();
  const newRoleId = (): string => {
    const next = ids.next();
    if (next.done === true) throw new Error('An edit needs an id for each role');
    return next.value;
  };
  const fields = editedFields(draft.event, changes, draft.now, newRoleId);
  if (Object.keys(fields).length > 0) draft.changeEvent(fields, 'updated', id);
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

/** Starts and ends an event by the clock, both at once when every process was down meanwhile. */
function passTime(draft: EventDraft): void {
  for (let due = dueAt(draft.event); due !== null && due <= draft.now; due = dueAt(draft.event)) {
    const id = `${CLOCK}${due.toISOString()}`;
    if (draft.event.state === 'published') draft.changeEvent({ state: 'active' }, 'started', `${id}:start`);
    else draft.changeEvent({ state: 'completed' }, 'completed', `${id}:end`);
  }
}

/** Gives each free seat to the first who waits for it. */
function settle(draft: EventDraft): void {
  if (!draft.takeUnsettled()) return;
  const { seats, state } = draft.event;
  if (seats.waitlist === 0 || !isOpen(state) || !hasRoom(draft.event)) return;
  for (const { user_id, role_id, wants = 'confirmed' } of waitlistOf(draft.entries)) {
    if (!isFree(draft.event, role_id)) continue;
    const waiter = draft.find(user_id);
    if (waiter !== null) draft.change(waiter.place, { status: wants }, 'promoted', null);
  }
  draft.takeUnsettled();
}
