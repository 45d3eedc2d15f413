import { describe, expect, it } from 'vitest';
import { follow, type Subscription, type SubscriptionNews } from './subscription.js';

const BASIC = { id: 'price_basic', amount: 500 };
const MAX = { id: 'price_max', amount: 900 };

let events = 0;
const news = (status: string, second: number, fields: Partial<SubscriptionNews> = {}): SubscriptionNews => ({
  event_id: `evt_${(events += 1)}`,
  subscription_id: 'sub_1',
  discord_id: '100000000000000001',
  told_at: new Date(second * 1_000),
  status,
  plan: 'basic',
  price: BASIC,
  before: null,
  ...fields,
});

/** What a member is told, and the plan at the end, when events arrive in this order. */
function play(...arrivals: readonly SubscriptionNews[]) {
  let known: Subscription | null = null;
  let plan: string | null = null;
  const actions: string[] = [];
  for (const event of arrivals) {
    const followed = follow(known, event);
    if (followed === null) continue;
    known = followed.subscription;
    if (followed.move === null) continue;
    plan = followed.move.plan;
    actions.push(followed.move.action);
  }
  return { plan, actions, known };
}

describe('a status decides', () => {
  it.each(['active', 'trialing', 'past_due'])('%s gives the plan', (status) => {
    expect(play(news(status, 1))).toMatchObject({ plan: 'basic', actions: ['subscription_created'] });
  });

  it.each(['incomplete', 'incomplete_expired', 'unpaid', 'canceled', 'paused', 'new_word'])(
    '%s gives none, and says nothing',
    (status) => {
      expect(play(news(status, 1))).toMatchObject({ plan: null, actions: [] });
    },
  );

  it.each(['unpaid', 'canceled', 'paused'])('%s takes the plan', (status) => {
    const { plan, actions } = play(news('active', 1), news(status, 2));
    expect({ plan, actions }).toEqual({
      plan: null,
      actions: ['subscription_created', 'subscription_cancelled'],
    });
  });

  it('a payment that comes at last gives the plan, one that never comes does not', () => {
    expect(play(news('incomplete', 1), news('active', 2)).actions).toEqual(['subscription_created']);
    expect(play(news('incomplete', 1), news('incomplete_expired', 2)).actions).toEqual([]);
  });

  it('a late payment and a renewal change nothing', () => {
    const { actions } = play(news('active', 1), news('past_due', 2), news('active', 3), news('active', 4));
    expect(actions).toEqual(['subscription_created']);
  });

  it('paid again after unpaid and paused: the plan is back', () => {
    expect(play(news('active', 1), news('unpaid', 2), news('active', 3)).plan).toBe('basic');
    expect(play(news('active', 1), news('paused', 2), news('active', 3)).plan).toBe('basic');
  });
});

describe('the order of events', () => {
  it('is theirs, not that of arrival', () => {
    const [created, unpaid, paid] = [news('active', 1), news('unpaid', 2), news('active', 3)];
    expect(play(created, paid, unpaid).plan).toBe('basic');
    expect(play(unpaid, created).plan).toBeNull();
  });

  it('lets nothing follow the end, however old or new', () => {
    const end = news('canceled', 20);
    for (const second of [10, 20, 30]) {
      expect(play(news('active', 1), end, news('active', second)).plan).toBeNull();
      expect(play(news('active', 1), news('active', second), end).plan).toBeNull();
    }
  });

  it('within one second: incomplete is first, the end is last', () => {
    const [incomplete, active, canceled] = ['incomplete', 'active', 'canceled'].map((status) =>
      news(status, 1),
    );
    if (!incomplete || !active || !canceled) throw new Error('three events');
    expect(play(active, incomplete)).toMatchObject({ plan: 'basic', actions: ['subscription_created'] });
    expect(play(canceled, active, incomplete)).toMatchObject({ plan: null, actions: [] });
  });

  it('takes a repeat for what it is, also after others of its second', () => {
    const [basic, max] = [news('active', 1), news('active', 1, { plan: 'max', price: MAX })];
    expect(play(basic, max, basic, max)).toMatchObject({
      plan: 'max',
      actions: ['subscription_created', 'plan_upgraded'],
    });
  });
});

describe('a change of price', () => {
  it.each([
    ['plan_upgraded', BASIC, MAX],
    ['plan_downgraded', MAX, BASIC],
    ['subscription_updated', BASIC, { ...BASIC, id: 'price_basic_2' }],
  ])('is %s', (action, from, to) => {
    expect(play(news('active', 1, { price: from }), news('active', 2, { price: to })).actions[1]).toBe(
      action,
    );
  });

  it('counts from what is known, not from what a late event says', () => {
    const late = news('active', 2, { price: MAX });
    expect(play(news('active', 1), news('active', 3), late).plan).toBe('basic');
  });
});

describe('a subscription from before VerseLink kept any', () => {
  const before = { status: 'active', plan: 'basic', price: BASIC };

  it('is taken from what the event says of the past', () => {
    expect(play(news('canceled', 5, { before })).actions).toEqual(['subscription_cancelled']);
    expect(play(news('unpaid', 5, { before })).actions).toEqual(['subscription_cancelled']);
    expect(play(news('active', 5, { before, price: MAX })).actions).toEqual(['plan_upgraded']);
    expect(play(news('active', 5, { before })).actions).toEqual(['subscription_updated']);
  });
});

describe('the member', () => {
  it('is kept when a later event does not name them', () => {
    const end = news('canceled', 2, { discord_id: null });
    expect(play(news('active', 1), end)).toMatchObject({
      plan: null,
      known: { discord_id: '100000000000000001' },
    });
    expect(play(news('active', 1, { discord_id: null }))).toMatchObject({ known: null });
  });
});
