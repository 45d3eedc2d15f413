import { expect } from 'vitest';
import type { EventWithRoster } from '../../src/features/events/rules/event-record.js';
import type { CommandResult, EntryChange, RosterEntry } from '../../src/features/events/rules/roster.js';

/** What a process answered to a command. */
export interface RosterAnswer {
  readonly revision: number;
  readonly result: CommandResult | 'changed';
  readonly entry: RosterEntry | null;
}

/** What happens to those who wait without anybody's act upon them. */
const BY_TIME: ReadonlySet<EntryChange> = new Set(['promoted', 'offered', 'lapsed']);

/** A command that was sent, with what is known of it. */
export interface SentCommand {
  readonly id: string;
  readonly event_id: string;
  /** Whose entry it is about; `null` for commands to the event as a whole. */
  readonly user_id: string | null;
  /** `null` when it was refused, `lost` when the process was killed before it answered. */
  answer: RosterAnswer | null | 'lost';
}

/** An answer that was given. */
export type Acknowledged = SentCommand & { readonly answer: RosterAnswer };

/** What a crowd asked for, and was told. */
export class RosterLog {
  readonly sent: SentCommand[] = [];

  get acknowledged(): Acknowledged[] {
    return this.sent.filter((one): one is Acknowledged => one.answer !== null && one.answer !== 'lost');
  }

  get lost(): SentCommand[] {
    return this.sent.filter(({ answer }) => answer === 'lost');
  }

  /** An entry as somebody was told it is after the change of a revision. */
  entryAt(eventId: string, entryId: string, changeRev: number): RosterEntry | undefined {
    const entries = this.acknowledged
      .filter(({ event_id }) => event_id === eventId)
      .map(({ answer }) => answer.entry);
    return entries.find((entry) => entry?.id === entryId && entry.change_rev === changeRev) ?? undefined;
  }

  summary(): string {
    const [acknowledged, lost] = [this.acknowledged.length, this.lost.length];
    return `${acknowledged} answers, ${this.sent.length - acknowledged - lost} refusals, ${lost} lost`;
  }
}

/**
 * Every acknowledged answer is in the roster, or was superseded: by a later acknowledged command of that person, by one whose
 * answer was lost, or by a seat that became free for them, or was offered to them for a while. Every acknowledged change of the event as a whole is remembered.
 */
export function expectKept(event: EventWithRoster, log: RosterLog): void {
  const acknowledged = log.acknowledged.filter(({ event_id }) => event_id === event.id);
  const changes = new Set(event.changes.map(({ id }) => id));
  for (const { id, user_id, answer } of acknowledged) {
    expect(event.revision).toBeGreaterThanOrEqual(answer.revision);
    if (user_id === null && answer.result === 'changed') expect(changes).toContain(id);
  }
  for (const entry of event.roster) expectEntryKept(entry, acknowledged, log);
  const people = acknowledged.filter(({ user_id }) => user_id !== null).map(({ user_id }) => user_id);
  expect(event.roster.map(({ user_id }) => user_id)).toEqual(expect.arrayContaining(people));
}

function expectEntryKept(entry: RosterEntry, acknowledged: readonly Acknowledged[], log: RosterLog): void {
  const theirs = acknowledged.filter(({ user_id }) => user_id === entry.user_id);
  const told = theirs.flatMap(({ answer }) => answer.entry ?? []).sort((a, b) => a.rev - b.rev);
  expect(
    told.every(({ id }) => id === entry.id),
    'the entry stays the same',
  ).toBe(true);
  const last = told.at(-1);
  if (last !== undefined && last.rev === entry.rev) expect(entry).toEqual(last);
  else if (last !== undefined) expect(entry.rev).toBeGreaterThan(last.rev);

  const mine = log.sent.filter(({ user_id }) => user_id === entry.user_id);
  const remembered = entry.commands.map(({ id }) => id);
  expect(new Set(remembered).size, 'no command has acted twice').toBe(remembered.length);
  expect(mine.map(({ id }) => id)).toEqual(expect.arrayContaining(remembered));
  if (last === undefined || last.rev === entry.rev || BY_TIME.has(entry.change)) return;
  // Later than all that was told: only a command whose answer was lost can have done it.
  expect(mine.find(({ id }) => id === remembered.at(-1))?.answer, entry.id).toBe('lost');
}
