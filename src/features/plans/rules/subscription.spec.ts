import { describe, expect, it } from 'vitest';
import { entitles, stateOf, type PlanItem, type Telling } from './subscription.js';
import { withTelling, type Told } from './subscription-news.js';

const BASIC: PlanItem = { keys: ['basic'], price: null };
const MAX: PlanItem = { keys: ['max'], price: null };

let events = 0;
const at = (second: number): Date => new Date(second * 1_000);
const event = (kind: Telling['kind'], second: number, fields: Partial<Telling> = {}): Telling => ({
  event_id: `evt_${String((events += 1))}`,
  kind,
  told_at: at(second),
  ...fields,
});
const state = (status: string, second: number, items: readonly PlanItem[] = [BASIC]): Telling =>
  event('state', second, { status, items });

const hasPlan = (...tellings: readonly Telling[]): boolean => {
  const standing = stateOf(tellings);
  return standing !== null && entitles(standing);
};

/** Every order in which a few things can arrive. */
function ordersOf<T>(things: readonly T[]): T[][] {
  if (things.length < 2) return [[...things]];
  return things.flatMap((first, index) =>
    ordersOf(things.filter((_thing, other) => other !== index)).map((rest) => [first, ...rest]),
  );
}

describe('a status decides', () => {
  it.each(['active', 'trialing', 'past_due'])('%s gives the plan', (status) => {
    expect(hasPlan(state(status, 1))).toBe(true);
  });

  it.each(['incomplete', 'incomplete_expired', 'unpaid', 'canceled', 'paused', 'new_word'])(
    '%s gives none, and takes one that was there',
    (status) => {
      expect(hasPlan(state(status, 1))).toBe(false);
      expect(hasPlan(state('active', 1), state(status, 2))).toBe(false);
    },
  );

  it('paid again after unpaid and paused: the plan is back', () => {
    expect(hasPlan(state('active', 1), state('unpaid', 2), state('active', 3))).toBe(true);
    expect(hasPlan(state('active', 1), state('paused', 2), state('active', 3))).toBe(true);
  });
});

describe('the order of arrival', () => {
  const lives: Record<string, readonly Telling[]> = {
    'a purchase within one second': [
      state('incomplete', 1),
      event('paid', 1, { items: [BASIC] }),
      state('active', 1),
    ],
    'an upgrade': [state('active', 1), state('active', 2, [MAX]), event('paid', 2, { items: [BASIC] })],
    'an end that others follow': [state('active', 1), state('canceled', 2), state('active', 3)],
    'a refund, and the next payment': [state('active', 1), event('refunded', 5), event('paid', 9)],
    'a dispute that is won': [state('active', 1), event('disputed', 5), event('dispute_won', 9)],
  };

  it.each(Object.entries(lives))('does not matter: %s', (_what, tellings) => {
    const expected = stateOf(tellings);
    for (const order of ordersOf(tellings)) expect(stateOf(order)).toEqual(expected);
    expect(stateOf([...tellings, ...tellings])).toEqual(expected);
  });

  it('lets nothing follow the end, however old or new', () => {
    for (const second of [10, 20, 30]) {
      expect(hasPlan(state('canceled', 20), state('active', second), event('paid', second))).toBe(false);
    }
  });
});

describe('a payment', () => {
  it('gives the plan that it names before the subscription is heard of, and none that it cannot name', () => {
    expect(hasPlan(event('paid', 1, { items: [MAX] }))).toBe(true);
    expect(hasPlan(event('paid', 1))).toBe(false);
    expect(hasPlan(event('paid', 1), state('incomplete', 1, [MAX]))).toBe(true);
  });

  it('does not bring back what Stripe says is unpaid or paused', () => {
    for (const status of ['unpaid', 'paused']) {
      expect(hasPlan(state(status, 1), event('paid', 2, { items: [BASIC] }))).toBe(false);
    }
  });

  it('that is taken back takes the plan until the next one', () => {
    expect(hasPlan(state('active', 1), event('refunded', 2))).toBe(false);
    expect(hasPlan(state('active', 1), event('refunded', 2), state('active', 3))).toBe(false);
    expect(hasPlan(state('active', 1), event('refunded', 2), event('paid', 3))).toBe(true);
    expect(hasPlan(state('active', 1), event('disputed', 2), event('dispute_won', 3))).toBe(true);
    expect(hasPlan(state('active', 1), event('refunded', 2), event('dispute_won', 3))).toBe(false);
  });
});

describe('what was said, when it is very much', () => {
  it('is summed up, and stands as before', () => {
    const lives = Array.from({ length: 500 }, (_, second) =>
      state(second % 7 === 0 ? 'past_due' : 'active', second, [second % 3 === 0 ? MAX : BASIC]),
    );
    let told: Told = { tellings: [], base: null, base_told_at: null };
    for (const telling of lives) told = withTelling(told, telling) ?? told;
    expect(told.tellings.length).toBeLessThanOrEqual(60);
    expect(stateOf(told.tellings, told.base)).toEqual(stateOf(lives));
    expect(withTelling(told, state('canceled', 3))).toBeNull();
  });

  it('is not said twice', () => {
    const telling = state('active', 1);
    const told = withTelling({ tellings: [], base: null, base_told_at: null }, telling);
    expect(told && withTelling(told, telling)).toBeNull();
  });
});
