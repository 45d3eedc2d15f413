import { expect } from 'vitest';
import type { EventSeats, SeatCount } from '../../src/features/events/rules/event.js';
import type { EventRecord } from '../../src/features/events/rules/event-record.js';
import type { Decision } from '../../src/features/events/rules/move.js';
import { freeInRole, holdsSeat, isFree, type SeatedEvent } from '../../src/features/events/rules/seats.js';
import type { Community } from './community.js';

/** The writes of events that move seats or limits. */
const SEAT_WRITES = ['arrive', 'leave', 'changeSeat', 'requeue', 'checkIn', 'promote'] as const;

/**
 * Records an event as it is after each of its atomic writes, and replays them in the order in which they happened (by `revision`)
 * against the rules of seats, one person at a time: whatever ran at the same moment must look as if everybody had come one after another
 * and been treated by the rules.
 */
export class SeatHistory {
  private readonly states = new Map<string, EventRecord>();

  constructor({ seats, events }: Community) {
    for (const method of SEAT_WRITES) this.record(seats, method);
    this.record(events, 'edit');
  }

  /** @throws when a write since `start` broke a rule, or happened without having been recorded */
  replay(start: EventRecord, end: EventRecord): void {
    const replay = new Replay(start);
    for (let revision = start.revision + 1; revision <= end.revision; revision++) {
      const state = this.states.get(keyOf(start.id, revision));
      if (state === undefined) throw new Error(`Nobody wrote revision ${revision}`);
      replay.apply(state);
    }
  }

  private record(target: object, method: string): void {
    const original: unknown = Reflect.get(target, method);
    if (typeof original !== 'function') throw new Error(`No method ${method}`);
    const recording = async (...input: unknown[]): Promise<EventRecord | null> => {
      const after = (await Reflect.apply(original, target, input)) as EventRecord | null;
      if (after !== null) this.states.set(keyOf(after.id, after.revision), after);
      return after;
    };
    Reflect.set(target, method, recording);
  }
}

function keyOf(eventId: string, revision: number): string {
  return `${eventId}:${revision}`;
}

/** The rules, applied to one person after another. */
class Replay {
  private readonly known = new Map<string, Decision>();
  private readonly seen = new Set<string>();
  private limits: Pick<SeatedEvent, 'roles' | 'max_participants'>;
  private nextNumber: number;

  constructor(start: EventRecord) {
    this.limits = start;
    this.nextNumber = start.seats.next_number;
  }

  apply(after: EventRecord): void {
    const where = `revision ${after.revision}`;
    this.limits = after;
    for (const decision of after.decisions) {
      const key = `${decision.move_id} ${decision.signup_id}`;
      if (this.seen.has(key)) continue;
      this.seen.add(key);
      this.check(decision, where);
      this.known.set(decision.signup_id, decision);
    }
    expect(plain(after.seats), `counters of ${where}`).toEqual(plain(this.seats()));
    expect(after.seats.confirmed).toBeLessThanOrEqual(after.max_participants ?? Infinity);
    for (const { id } of after.roles) expect(freeInRole(after, id)).toBeGreaterThanOrEqual(0);
  }

  private check(decision: Decision, where: string): void {
    const before = this.known.get(decision.signup_id);
    const event = { ...this.limits, seats: this.seats() };
    const free = isFree(event, decision.role_id);
    if (decision.status === 'waitlist') {
      expect(decision.waitlist_number, `number of ${where}`).toBe(this.nextNumber);
      this.nextNumber += 1;
      const arrives = before === undefined || before.status === 'withdrawn';
      if (arrives) expect(free && event.seats.waitlist === 0, `a seat was refused at ${where}`).toBe(false);
    } else if (decision.status === 'confirmed' && before?.status === 'waitlist') {
      expect(free, `a promotion without a seat at ${where}`).toBe(true);
      const overtaken = this.waiting().filter(
        ({ waitlist_number, role_id }) =>
          Number(waitlist_number) < Number(before.waitlist_number) && isFree(event, role_id),
      );
      expect(overtaken, `overtaken at ${where}`).toEqual([]);
    } else if (holdsSeat(decision.status) && before !== undefined && holdsSeat(before.status)) {
      const role = decision.role_id;
      if (role === null || role === before.role_id) return;
      expect(freeInRole(event, role), `a full role at ${where}`).toBeGreaterThan(0);
      expect(event.seats.by_role[role]?.waitlist ?? 0, `somebody waits at ${where}`).toBe(0);
    } else if (holdsSeat(decision.status)) {
      expect(free && event.seats.waitlist === 0, `a seat was taken at ${where}`).toBe(true);
    }
  }

  private waiting(): Decision[] {
    return [...this.known.values()].filter(({ status }) => status === 'waitlist');
  }

  private seats(): EventSeats {
    const all = [...this.known.values()];
    const by_role: Record<string, SeatCount> = {};
    for (const { role_id } of all) if (role_id !== null) by_role[role_id] = countOf(all, role_id);
    return {
      ...countOf(all),
      checked_in: all.filter(({ status }) => status === 'checked_in').length,
      next_number: this.nextNumber,
      by_role,
    };
  }
}

function countOf(all: readonly Decision[], role?: string): SeatCount {
  const own = all.filter(({ role_id }) => role === undefined || role_id === role);
  return {
    confirmed: own.filter(({ status }) => holdsSeat(status)).length,
    waitlist: own.filter(({ status }) => status === 'waitlist').length,
  };
}

/** Counters of roles that nobody is in are the same as none. */
function plain({ by_role, ...totals }: EventSeats): object {
  const used = Object.entries(by_role).filter(
    ([, { confirmed, waitlist }]) => confirmed !== 0 || waitlist !== 0,
  );
  return { ...totals, by_role: Object.fromEntries(used) };
}
