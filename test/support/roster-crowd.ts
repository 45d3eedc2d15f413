import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { STAFF_STATUSES, type Command } from '../../src/features/events/rules/commands.js';
import type { EventRecord } from '../../src/features/events/rules/event-record.js';
import { CallFailed, ProcessEnded, type CalledProcess } from './child-process.js';
import type { RosterAnswer, RosterLog } from './roster-log.js';
import type { SeededChance } from './seeded-chance.js';

const PEOPLE = 24;
/** An event remembers twenty changes: fewer, so that each can be looked up in the end. */
const CHANGES = 12;

/** People and organizers who do anything at any time, through several processes. Everything is logged. */
export class RosterCrowd {
  private readonly people = Array.from({ length: PEOPLE }, () => uuidv7());
  private readonly changesLeft: Map<string, number>;

  constructor(
    private readonly chance: SeededChance,
    private readonly events: readonly EventRecord[],
    private readonly log: RosterLog,
  ) {
    this.changesLeft = new Map(events.map(({ id }) => [id, CHANGES]));
  }

  /** One thing after the other, until it is over; `find` gives the process that takes the next. */
  async act(find: () => CalledProcess | undefined, isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const process = find();
      if (process?.alive !== true) await sleep(20);
      else await this.anything(process);
    }
  }

  /** A new person signs up for the first event. */
  async join(process: CalledProcess | undefined): Promise<void> {
    const [event] = this.events;
    if (process === undefined || event === undefined) throw new Error('nothing to join');
    await this.signUp(process, event.id, uuidv7(), null);
  }

  private async anything(process: CalledProcess): Promise<void> {
    const { id: eventId, roles } = this.pick(this.events);
    const userId = this.pick(this.people);
    const roleId = this.pick([null, ...roles.map(({ id }) => id)]);
    const dice = this.chance.next();
    if (dice < 0.32) await this.signUp(process, eventId, userId, roleId);
    else if (dice < 0.35) await this.checkIn(process, eventId, userId);
    else if (dice < 0.42) await this.decideOrAnswer(process, eventId, userId);
    else if (dice < 0.46) await this.board(process, eventId, userId);
    else if (dice < 0.6) await this.member(process, 'withdraw', userId, [eventId]);
    else if (dice < 0.7) await this.member(process, 'change', userId, [eventId, { role_id: roleId }]);
    else if (dice < 0.75) await this.member(process, 'change', userId, [eventId, { notes: uuidv7() }]);
    else if (dice < 0.85) await this.place(process, eventId, userId, roleId);
    else if (dice < 0.95) await process.call('effects', 'tell', eventId).catch(unlessEnded);
    else await this.changeEvent(process, eventId);
  }

  private signUp(
    process: CalledProcess,
    eventId: string,
    userId: string,
    roleId: string | null,
  ): Promise<void> {
    const { roles = [] } = this.events.find(({ id }) => id === eventId) ?? {};
    const wishes = this.chance.next() < 0.3 ? { role_ids: roles.map(({ id }) => id).reverse() } : {};
    const input = {
      ...{ event_id: eventId, role_id: roleId, ...wishes },
      ...{ notes: null, ship_model: null, source: 'discord' },
    };
    return this.send({ event_id: eventId, user_id: userId, id: uuidv7() }, (id) =>
      process.call('members', 'signUp', { user_id: userId, site_admin: false }, input, id),
    );
  }

  private member(
    process: CalledProcess,
    method: 'withdraw' | 'change',
    userId: string,
    args: readonly [eventId: string, ...rest: object[]],
  ): Promise<void> {
    return this.send({ event_id: args[0], user_id: userId, id: uuidv7() }, (id) =>
      process.call('members', method, { user_id: userId, site_admin: false }, ...args, id),
    );
  }

  /** Staff decide about a signup, or somebody takes or leaves the seat that is held for them. */
  private decideOrAnswer(process: CalledProcess, eventId: string, userId: string): Promise<void> {
    const about = { id: uuidv7(), user_id: userId };
    const isYes = this.chance.next() < 0.7;
    const command: Command =
      this.chance.next() < 0.5
        ? { ...about, type: 'decide', approved: isYes }
        : { ...about, type: 'answer_offer', accepts: isYes };
    return this.submit(process, eventId, userId, command);
  }

  private checkIn(process: CalledProcess, eventId: string, userId: string): Promise<void> {
    return this.submit(process, eventId, userId, { type: 'check_in', id: uuidv7(), user_id: userId });
  }

  /** Somebody boards a ship of the event, or leaves theirs. */
  private board(process: CalledProcess, eventId: string, userId: string): Promise<void> {
    const { fleet_ships: ships = [] } = this.events.find(({ id }) => id === eventId) ?? {};
    const shipId = this.pick([null, ...ships.map(({ id }) => id)]);
    const command: Command = { type: 'board', id: uuidv7(), user_id: userId, ship_id: shipId };
    return this.submit(process, eventId, userId, command);
  }

  private place(
    process: CalledProcess,
    eventId: string,
    userId: string,
    roleId: string | null,
  ): Promise<void> {
    const status = this.chance.pick(STAFF_STATUSES);
    const command: Command = { type: 'place', id: uuidv7(), user_id: userId, status, role_id: roleId };
    return this.submit(process, eventId, userId, command);
  }

  /** An edit of limits that may be too low; rarely the end of an event. */
  private changeEvent(process: CalledProcess, eventId: string): Promise<void> {
    const left = this.changesLeft.get(eventId) ?? 0;
    if (left === 0) return sleep(1);
    this.changesLeft.set(eventId, left - 1);
    const id = uuidv7();
    const isLast = left === 1 && eventId === this.events.at(-1)?.id;
    // A title of its own: an edit that changes nothing is not remembered.
    const changes = { title: `Raid ${id}`, max_participants: this.chance.pick([null, 3, 5, 9, 12]) };
    const command: Command = isLast
      ? { type: 'cancel', id, reason: null }
      : { type: 'edit', id, changes, new_role_ids: [], expected_edition: null };
    return this.submit(process, eventId, null, command);
  }

  private submit(
    process: CalledProcess,
    eventId: string,
    userId: string | null,
    command: Command,
  ): Promise<void> {
    return this.send({ event_id: eventId, user_id: userId, id: command.id }, () =>
      process.call('writer', 'submit', eventId, command),
    );
  }

  private async send(
    about: { readonly event_id: string; readonly user_id: string | null; readonly id: string },
    call: (id: string) => Promise<RosterAnswer>,
  ): Promise<void> {
    const sent = { ...about, answer: 'lost' as RosterAnswer | null | 'lost' };
    this.log.sent.push(sent);
    try {
      sent.answer = await call(about.id);
    } catch (error) {
      if (error instanceof CallFailed && error.error.name === 'DomainError') sent.answer = null;
      else unlessEnded(error);
    }
  }

  private pick<T>(items: readonly T[]): T {
    const item = items[this.chance.whole(0, items.length - 1)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }
}

function unlessEnded(error: unknown): void {
  if (!(error instanceof ProcessEnded)) throw error;
}
