import { describe, expect, it } from 'vitest';
import type { RoleMapping } from '../../role-mappings/rules/role-mapping.js';
import { bestHolding, planOfItems, planOrder, rolesOfPlan, transition } from './entitlement.js';
import { stateOf, type PlanItem, type Price } from './subscription.js';

const mapping = (plan: string, role: string, fields: Partial<RoleMapping> = {}): RoleMapping => ({
  id: `${plan}-${role}`,
  guild_id: '1',
  discord_role_id: role,
  verselink_role_type: 'plan',
  verselink_entity_id: plan,
  rank: null,
  auto_assign: true,
  auto_remove: true,
  registered_at: new Date(0),
  created_at: new Date(0),
  updated_at: new Date(0),
  ...fields,
});
const price = (id: string, amount: number | null, fields: Partial<Price> = {}): Price => ({
  id,
  amount,
  currency: 'eur',
  interval: 'month',
  ...fields,
});
const item = (...keys: string[]): PlanItem => ({ keys, price: null });
const ORDER = ['basic', 'max'];

describe('planOrder', () => {
  it('is the age of the mappings, unless they are ranked', () => {
    const [first, second] = [mapping('z', 'R1', { id: '1' }), mapping('a', 'R2', { id: '2' })];
    expect(planOrder([second, first])).toEqual(['z', 'a']);
    expect(planOrder([second, { ...first, rank: 9 }])).toEqual(['a', 'z']);
  });
});

describe('planOfItems', () => {
  it('is the item with a mapped key, wherever it stands', () => {
    for (const items of [
      [item('addon'), item('max')],
      [item('max'), item('addon')],
    ]) {
      expect(planOfItems(items, ORDER).plan).toBe('max');
    }
  });

  it('is the first of an item’s keys that is mapped, and the best of several items', () => {
    expect(planOfItems([item('price_2026', 'basic', 'max')], ORDER).plan).toBe('basic');
    expect(planOfItems([item('basic'), item('max')], ORDER).plan).toBe('max');
  });

  it('is what the metadata of the subscription say only where no item is mapped', () => {
    const fallback = { ...item('max'), is_fallback: true };
    expect(planOfItems([item('basic'), fallback], ORDER).plan).toBe('basic');
    expect(planOfItems([item('addon'), fallback], ORDER).plan).toBe('max');
  });

  it('has a name, but no role, where nothing is mapped', () => {
    expect(planOfItems([item(), item('gold')], ORDER).plan).toBe('gold');
    expect(planOfItems([item()], ORDER).plan).toBeNull();
  });
});

describe('bestHolding', () => {
  const holding = (id: string, status: string, plan: string, started = 0) => {
    const told = {
      event_id: id,
      kind: 'state',
      told_at: new Date(started),
      status,
      items: [item(plan)],
    } as const;
    const state = stateOf([told]);
    if (state === null) throw new Error('something was said');
    return { id, state };
  };

  it('is the best plan among subscriptions that give one', () => {
    const [basic, max] = [holding('1', 'active', 'basic'), holding('2', 'past_due', 'max')];
    expect(bestHolding([basic, max], ORDER)?.plan).toBe('max');
    expect(bestHolding([basic, holding('2', 'canceled', 'max')], ORDER)?.plan).toBe('basic');
    expect(bestHolding([holding('2', 'unpaid', 'max')], ORDER)).toBeNull();
  });

  it('is the one that began first, of equal plans', () => {
    const [early, late] = [holding('2', 'active', 'max', 1), holding('1', 'active', 'max', 2)];
    expect(bestHolding([late, early], ORDER)?.holding.id).toBe('2');
  });
});

describe('transition', () => {
  const basic = { plan: 'basic', price: price('p1', 500) };
  const max = { plan: 'max', price: price('p2', 900) };

  it.each([
    [null, null, null],
    [null, basic, 'subscription_created'],
    [basic, null, 'subscription_cancelled'],
    [basic, basic, null],
    [basic, max, 'plan_upgraded'],
    [max, basic, 'plan_downgraded'],
  ])('%j → %j is %s', (before, after, action) => {
    expect(transition(before, after, ORDER)).toBe(action);
  });

  it('goes by the order of plans, whatever they cost', () => {
    const yearly = { plan: 'basic', price: price('p3', 5_000, { interval: 'year' }) };
    expect(transition(yearly, max, ORDER)).toBe('plan_upgraded');
  });

  it.each<[string, Price, Price, string]>([
    ['a higher amount', price('a', 500), price('b', 900), 'plan_upgraded'],
    ['a lower amount', price('a', 900), price('b', 500), 'plan_downgraded'],
    ['the same amount', price('a', 500), price('b', 500), 'subscription_updated'],
    ['another interval', price('a', 500), price('b', 5_000, { interval: 'year' }), 'subscription_updated'],
    ['another currency', price('a', 500), price('b', 900, { currency: 'usd' }), 'subscription_updated'],
    ['an amount that is not known', price('a', 500), price('b', null), 'subscription_updated'],
  ])('compares amounts only within one interval and currency: %s', (_what, from, to, action) => {
    expect(transition({ plan: 'basic', price: from }, { plan: 'basic', price: to }, ORDER)).toBe(action);
    expect(transition({ plan: 'x', price: from }, { plan: 'y', price: to }, ORDER)).toBe(action);
  });

  it('says nothing about a price that becomes known', () => {
    expect(transition({ plan: 'max', price: null }, max, ORDER)).toBeNull();
  });
});

describe('rolesOfPlan', () => {
  const mappings = [
    mapping('basic', 'R1'),
    mapping('max', 'R2'),
    mapping('max', 'R3'),
    mapping('basic', 'R3'),
  ];
  const of = (plan: string | null, some = mappings) =>
    rolesOfPlan(plan === null ? null : { plan, price: null }, some);

  it('are those mapped to the plan', () => {
    expect(of('basic').wanted).toEqual(['R1', 'R3']);
    expect(of('max').wanted).toEqual(['R2', 'R3']);
    expect(of('free').wanted).toEqual([]);
    expect(of(null)).toEqual({ wanted: [], kept: [] });
  });

  it('leaves alone what is not to be given or taken by itself', () => {
    const manual = [
      mapping('max', 'R1', { auto_assign: false }),
      mapping('basic', 'R2', { auto_remove: false }),
    ];
    expect(of('max', manual)).toEqual({ wanted: [], kept: ['R1', 'R2'] });
  });
});
