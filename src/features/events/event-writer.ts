import { Injectable, Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '../../common/actor.js';
import { Coalescer } from '../../common/coalesce.js';
import { notFound, unavailable } from '../../common/errors.js';
import { EventTriggers } from './event-triggers.js';
import { RosterRepository, type RosterChange } from './roster.repository.js';
import { apply, type Applied } from './rules/apply.js';
import type { Command, Outcome } from './rules/commands.js';
import type { EventRecord, EventWithRoster } from './rules/event-record.js';
import { UNDO_MS, type UndoableChange } from './rules/undoable.js';
import { UndoableActsRepository } from './undoable-acts.repository.js';

/** What came of a command that the event allowed, with the event just after the write. */
export interface Decided {
  readonly event: EventWithRoster;
  readonly outcome: Exclude<Outcome, { readonly refused: unknown }>;
}

/** A command that waits for the next write, with where its outcome goes. `command` is `null` for time alone. */
interface Waiting {
  readonly command: Command | null;
  result: Result | null;
}

interface Result {
  readonly event: EventWithRoster;
  /** `null` for time alone. */
  readonly outcome: Outcome | null;
  readonly undoable: UndoableChange | null;
}

/** How many commands one write decides. */
const BATCH = 200;
/** How long commands are tried again while other processes are faster, or the database does not answer. */
const PATIENCE_MS = 8_000;
/** The longest wait after losing to another process, so that two do not meet again. */
const JITTER_MS = 6;

/** Entries of all the events that a process keeps in mind; an event counts as one itself. */
const CACHED_ENTRIES = 50_000;
const CACHED_MS = 60_000;

/**
 * The one way in which an event changes. Commands that arrive while a write is under way wait, and are decided together by the next: one pure function,
 * one conditional write. What another process wrote meanwhile shows as a conflict; then only what it has changed is read.
 */
@Injectable()
export class EventWriter {
  private readonly logger = new Logger(EventWriter.name);
  private readonly lanes = new Coalescer<Waiting>((eventId, waiting) => this.run(eventId, waiting), BATCH);
  private readonly cache = new LRUCache<string, EventWithRoster>({
    maxSize: CACHED_ENTRIES,
    sizeCalculation: ({ roster }) => roster.length + 1,
    ttl: CACHED_MS,
    updateAgeOnGet: true,
  });
  /** First readings under way: a crowd that meets a new event reads it once. */
  private readonly loading = new Map<string, Promise<EventWithRoster>>();

  constructor(
    private readonly rosters: RosterRepository,
    private readonly triggers: EventTriggers,
    private readonly acts: UndoableActsRepository,
  ) {}

  /**
   * Applies a command. Once it returns, the answer is in the database, or, when nothing had to be written, was confirmed there.
   * @param organizer whose act it is, so that it can be taken back for a while; `null` for anything else
   * @throws DomainError as the event refuses; not_found without such an event; unavailable
   */
  async submit(eventId: string, command: Command, organizer: Actor | null = null): Promise<Decided> {
    const waiting: Waiting = { command, result: null };
    await this.lanes.add(eventId, waiting);
    const { event, outcome, undoable } = resultOf(waiting);
    if (outcome === null) throw new Error('A command has no outcome');
    if (outcome.refused !== undefined) throw outcome.refused;
    if (organizer !== null && undoable !== null) await this.keep(event, command, organizer, undoable);
    return { event, outcome };
  }

  /** Lets time act on an event. @returns the event as it is in the database by now @throws not_found without such an event; unavailable */
  async passTime(eventId: string): Promise<EventWithRoster> {
    const waiting: Waiting = { command: null, result: null };
    await this.lanes.add(eventId, waiting);
    return resultOf(waiting).event;
  }

  /** The event as this process last saw it: never the base of an answer by itself. `passTime` says how it is by now. */
  async recall(eventId: string): Promise<EventWithRoster> {
    const cached = this.cache.get(eventId) ?? this.loading.get(eventId);
    if (cached !== undefined) return cached;
    const loading = this.load(eventId).finally(() => this.loading.delete(eventId));
    this.loading.set(eventId, loading);
    return loading;
  }

  /** Forgets an event that was deleted, or changed by another way. */
  forget(eventId: string): void {
    this.cache.delete(eventId);
  }

  /** The act stands done even if this fails; then it cannot be taken back. */
  private async keep(
    { id: eventId }: EventRecord,
    { id }: Command,
    { user_id: actorId }: Actor,
    change: UndoableChange,
  ): Promise<void> {
    const at = new Date();
    const until = new Date(at.getTime() + UNDO_MS);
    await this.acts
      .add({ id, event_id: eventId, actor_id: actorId, at, until, undone_at: null, change })
      .catch((error: unknown) => this.logger.error(error, 'An act cannot be taken back'));
  }

  private async load(eventId: string): Promise<EventWithRoster> {
    const event = await this.rosters.find(eventId);
    if (event === null) throw notFound('event');
    this.cache.set(eventId, event);
    // Idle ones would stay until room is needed.
    this.cache.purgeStale();
    return event;
  }

  private async run(eventId: string, waiting: readonly Waiting[]): Promise<void> {
    const commands = waiting.map(({ command }) => command).filter((command) => command !== null);
    const { event, outcomes, undoable } = await this.commit(eventId, commands);
    let next = 0;
    for (const one of waiting) {
      const at = one.command === null ? null : next++;
      const result = at === null ? {} : { outcome: outcomes[at], undoable: undoable[at] };
      one.result = { event, outcome: result.outcome ?? null, undoable: result.undoable ?? null };
    }
  }

  private async commit(eventId: string, commands: readonly Command[]): Promise<Applied> {
    const deadline = Date.now() + PATIENCE_MS;
    let event = await this.recall(eventId);
    for (;;) {
      const applied = stamped(event, apply(event, commands, new Date()));
      const settled = await this.settle(event, applied.event);
      if (settled === null) return applied;
      if (Date.now() > deadline) throw unavailable('This event is changed by too many at once. Try again.');
      event = settled;
    }
  }

  /** Writes the step from one state to the next, or confirms that there is none. @returns the state to decide on anew, if it failed */
  private async settle(before: EventWithRoster, after: EventWithRoster): Promise<EventWithRoster | null> {
    const changed = after !== before;
    let failure: Error | null = null;
    try {
      const done = changed ? await this.rosters.write(before, after) : await this.rosters.isCurrent(before);
      if (done) return this.remember(after, changed);
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
      this.logger.warn(failure, 'A write to an event has an unknown outcome');
    }
    // What is remembered stays meanwhile: those who arrive now would else read the whole roster, each time that two processes meet.
    await sleep(Math.random() * JITTER_MS);
    const current = await this.catchUp(before);
    // The stamp tells whether a write whose answer was lost has taken place.
    if (changed && current.stamp === after.stamp) return this.remember(after, changed);
    // Nothing else has happened, so it will not work the next time either.
    if (failure !== null && current.stamp === before.stamp) throw failure;
    this.cache.set(current.id, current);
    return current;
  }

  private remember(event: EventWithRoster, changed: boolean): null {
    this.cache.set(event.id, event);
    if (changed) this.triggers.changed(event.id);
    return null;
  }

  /** A state brought up to date by what has changed since. */
  private async catchUp(known: EventWithRoster): Promise<EventWithRoster> {
    const change = await this.rosters.findChanged(known.id, known.revision);
    if (change !== null && change.event.revision > known.revision) return merged(known, change);
    if (change?.event.stamp === known.stamp) return known;
    // Deleted; or a backup was restored, and what this process knows never happened.
    this.cache.delete(known.id);
    return this.recall(known.id);
  }
}

function resultOf({ result }: Waiting): NonNullable<Waiting['result']> {
  if (result === null) throw new Error('A command was not decided');
  return result;
}

/** With a stamp of its own for the next state, if there is one. */
function stamped(before: EventWithRoster, applied: Applied): Applied {
  if (applied.event === before) return applied;
  return { ...applied, event: { ...applied.event, stamp: randomUUID() } };
}

/** The roster with changed entries in their places, and new ones at the end. */
function merged(known: EventWithRoster, { event, entries }: RosterChange): EventWithRoster {
  const roster = [...known.roster];
  const places = new Map(roster.map(({ user_id }, place) => [user_id, place]));
  for (const entry of entries) roster[places.get(entry.user_id) ?? roster.length] = entry;
  return { ...event, roster };
}

/** The head of an event. */
export function headOf({ roster: _roster, ...event }: EventWithRoster): EventRecord {
  return event;
}
