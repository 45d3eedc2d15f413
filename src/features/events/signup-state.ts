import { v7 as uuidv7 } from 'uuid';
import type { Decided } from './event-writer.js';
import type { SignUpCommand, SignUpInput } from './rules/commands.js';
import type { EventWithRoster } from './rules/event-record.js';
import type { CommandResult, RosterEntry } from './rules/roster.js';

/** An entry after a command, with its event. `result` is `already` when the command changed nothing. */
export interface SignupState {
  readonly event: EventWithRoster;
  readonly entry: RosterEntry;
  readonly result: CommandResult;
}

/** The command that signs somebody up. */
export function signUpCommand(
  userId: string,
  { event_id: _eventId, ...wanted }: SignUpInput,
  id: string,
): Omit<SignUpCommand, 'admitted'> {
  return { type: 'sign_up', id, user_id: userId, entry_id: uuidv7(), ...wanted };
}

/** What a command made of the entry that it named. */
export function stateOf({ event, outcome }: Decided): SignupState {
  const entry = outcome.place === null ? undefined : event.roster[outcome.place];
  if (entry === undefined || outcome.done === 'changed') throw new Error('The command named no entry');
  return { event, entry, result: outcome.done };
}
