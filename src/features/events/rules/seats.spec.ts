import { describe, expect, it } from 'vitest';
import { aSignup } from '../../../../test/factories/signup.js';
import type { SeatCount } from './event.js';
import type { Signup } from './signup.js';
import {
  choosePromotions,
  deltaOf,
  freeInEvent,
  freeRoles,
  isFree,
  mayPromote,
  type SeatedEvent,
} from './seats.js';

type Counts = readonly [confirmed: number, waitlist: number];
const NONE: Counts = [0, 0];

/** An event with roles `a` and `b`. @param by confirmed and waiting in each role, and without one */
function event(
  max: number | null,
  capacities: { a: number; b: number },
  by: { a?: Counts; b?: Counts; none?: Counts } = {},
): SeatedEvent {
  const { a = NONE, b = NONE, none = NONE } = by;
  const count = ([confirmed, waitlist]: Counts): SeatCount => ({ confirmed, waitlist });
  return {
    max_participants: max,
    roles: (['a', 'b'] as const).map((id) => ({
      id,
      name: id,
      capacity: capacities[id],
      description: null,
      emoji: null,
    })),
    seats: {
      confirmed: a[0] + b[0] + none[0],
      waitlist: a[1] + b[1] + none[1],
      checked_in: 0,
      next_number: 100,
      by_role: { ...(by.a && { a: count(a) }), ...(by.b && { b: count(b) }) },
    },
  };
}

const waiter = (waitlist_number: number, role_id: string | null): Signup =>
  aSignup({ id: `s${waitlist_number}`, status: 'waitlist', waitlist_number, role_id });
const chosen = (of: SeatedEvent, ...waiters: Signup[]): (number | null)[] =>
  choosePromotions(of, waiters).map(({ waitlist_number }) => waitlist_number);

describe('free seats', () => {
  it('are limited by the event and by the role', () => {
    expect(freeInEvent(event(null, { a: 1, b: 1 }))).toBe(Infinity);
    const full = event(3, { a: 2, b: 5 }, { a: [2, 0], b: [1, 0] });
    expect(['a', 'b', null].map((role) => isFree(full, role))).toEqual([false, false, false]);
    expect(freeRoles(full)).toEqual([]);
    const roomy = event(4, { a: 2, b: 5 }, { a: [2, 0], b: [1, 0] });
    expect(['a', 'b', null].map((role) => isFree(roomy, role))).toEqual([false, true, true]);
    expect(freeRoles(roomy)).toEqual([null, 'b']);
  });

  it('do not exist in a role that the event does not have', () => {
    expect(isFree(event(null, { a: 1, b: 1 }), 'c')).toBe(false);
  });
});

describe('mayPromote', () => {
  it.each<[string, SeatedEvent, boolean]>([
    ['nobody waits', event(5, { a: 1, b: 1 }), false],
    ['a waits, b is free', event(5, { a: 1, b: 1 }, { a: [1, 2] }), false],
    ['b waits, b is free', event(5, { a: 1, b: 1 }, { a: [1, 2], b: [0, 1] }), true],
    ['b waits, b is free, the event is full', event(1, { a: 1, b: 1 }, { a: [1, 0], b: [0, 1] }), false],
    ['someone without a role waits', event(2, { a: 1, b: 1 }, { a: [1, 1], none: [0, 1] }), true],
    ['someone without a role waits, no limit', event(null, { a: 1, b: 1 }, { none: [3, 1] }), true],
  ])('%s', (_what, given, expected) => {
    expect(mayPromote(given)).toBe(expected);
  });
});

describe('choosePromotions', () => {
  it('goes by number', () => {
    expect(
      chosen(event(2, { a: 9, b: 9 }, { a: [0, 3] }), waiter(1, 'a'), waiter(2, 'a'), waiter(3, 'a')),
    ).toEqual([1, 2]);
  });

  it('passes over those whose role is full', () => {
    const given = event(5, { a: 1, b: 2 }, { a: [1, 1], b: [0, 2], none: [0, 1] });
    expect(chosen(given, waiter(1, 'a'), waiter(2, 'b'), waiter(3, null), waiter(4, 'b'))).toEqual([2, 3, 4]);
  });

  it('counts the seats that it gives', () => {
    const given = event(3, { a: 1, b: 9 }, { a: [0, 2], b: [0, 3] });
    expect(
      chosen(given, waiter(1, 'a'), waiter(2, 'a'), waiter(3, 'b'), waiter(4, 'b'), waiter(5, 'b')),
    ).toEqual([1, 3, 4]);
  });

  it('chooses nobody when the event is full', () => {
    expect(chosen(event(0, { a: 9, b: 9 }), waiter(1, 'a'), waiter(2, null))).toEqual([]);
  });
});

describe('deltaOf', () => {
  it('counts what each place counts for', () => {
    const steps = deltaOf([
      { from: { status: 'waitlist', role_id: 'a' }, to: { status: 'confirmed', role_id: 'a' } },
      { from: { status: 'checked_in', role_id: 'b' }, to: { status: 'withdrawn', role_id: 'b' } },
      { from: { status: 'confirmed', role_id: null }, to: { status: 'checked_in', role_id: null } },
    ]);
    expect(steps).toEqual({
      confirmed: 0,
      waitlist: -1,
      checked_in: 0,
      by_role: new Map([
        ['a', { confirmed: 1, waitlist: -1 }],
        ['b', { confirmed: -1, waitlist: 0 }],
      ]),
    });
  });

  it('moves nothing for someone who stays', () => {
    const place = { status: 'confirmed', role_id: 'a' } as const;
    expect(deltaOf([{ from: place, to: place }])).toMatchObject({ confirmed: 0, waitlist: 0 });
  });
});
