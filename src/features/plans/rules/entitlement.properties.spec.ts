import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestHolding } from './entitlement.js';
import { nextChange, type MemberHolding, type NextChange } from './next-change.js';
import type { PlanChange } from './plan-change.js';
import { stateOf, type Telling } from './subscription.js';
import { withTelling, type Told } from './subscription-news.js';

const ORDER = ['basic', 'max'];
const GIVING: readonly string[] = ['active', 'trialing', 'past_due'];
const STATUSES = [...GIVING, 'incomplete', 'unpaid', 'paused'];

/** An event of one of two subscriptions. */
interface Event {
  readonly sub: number;
  readonly telling: Telling;
}

/** Everything that Stripe says of one subscription: statuses and plans, each in a second of its own, and perhaps the end. */
const lifeOf = (sub: number): fc.Arbitrary<Event[]> =>
  fc
    .record({
      states: fc.array(fc.record({ status: fc.constantFrom(...STATUSES), plan: fc.constantFrom(...ORDER) }), {
        minLength: 1,
        maxLength: 6,
      }),
      ends: fc.boolean(),
    })
    .map(({ states, ends }) => {
      const all = ends ? [...states, { status: 'canceled', plan: 'basic' }] : states;
      return all.map(({ status, plan }, second): Event => ({
        sub,
        telling: {
          event_id: `evt_${String(sub)}_${String(second)}`,
          kind: 'state',
          told_at: new Date(second * 1_000),
          status,
          items: [{ keys: [plan], price: null }],
        },
      }));
    });

const lives = fc.tuple(lifeOf(0), lifeOf(1)).map((both) => both.flat());

/** The events as they arrive: in any order, some of them twice. */
const arrivals = lives.chain((events) =>
  fc
    .tuple(
      fc.shuffledSubarray(events, { minLength: events.length }),
      fc.array(fc.constantFrom(...events), { maxLength: 6 }),
    )
    .map(([once, again]) => ({ events, arriving: [...once, ...again] })),
);

/** What the member has after everything, by the plain meaning of Stripe's words. */
function expectedPlan(events: readonly Event[]): string | null {
  const plans = [0, 1].flatMap((sub) => {
    const last = events.filter((event) => event.sub === sub).at(-1)?.telling;
    return last !== undefined && GIVING.includes(last.status ?? '') ? (last.items?.[0]?.keys ?? []) : [];
  });
  return plans.includes('max') ? 'max' : (plans[0] ?? null);
}

const UNTOLD: Told = { tellings: [], base: null, base_told_at: null };

/** Takes events in one after the other, as the service does. @returns every transition of the entitlement */
function play(arriving: readonly Event[]): { transitions: NextChange[]; told: Told[] } {
  const told = [UNTOLD, UNTOLD];
  const transitions: NextChange[] = [];
  for (const [time, { sub, telling }] of arriving.entries()) {
    told[sub] = withTelling(told[sub] ?? UNTOLD, telling) ?? told[sub] ?? UNTOLD;
    const holdings = told.flatMap((each, index) => holdingOf(each, index, time));
    const last = (transitions.at(-1) ?? null) as PlanChange | null;
    const next = nextChange({ discordId: '1', last, holdings, order: ORDER });
    if (next !== null) transitions.push(next);
  }
  return { transitions, told };
}

function holdingOf({ tellings, base }: Told, index: number, time: number): MemberHolding[] {
  const state = stateOf(tellings, base);
  const about = {
    source: 'stripe',
    source_id: String(index),
    customer_id: null,
    email: null,
    said: null,
  } as const;
  return state === null ? [] : [{ id: String(index), state, updated_at: new Date(time), ...about }];
}

describe('two subscriptions, whatever happens to them and however it arrives', () => {
  it('end in what they entitle to', () => {
    fc.assert(
      fc.property(arrivals, ({ events, arriving }) => {
        const { transitions, told } = play(arriving);
        const holdings = told.flatMap((each, index) => holdingOf(each, index, 0));
        expect(bestHolding(holdings, ORDER)?.plan ?? null).toBe(expectedPlan(events));
        const last = transitions.at(-1);
        expect(last?.entitled === true ? last.plan : null).toBe(expectedPlan(events));
      }),
      { numRuns: 1_000 },
    );
  });

  it('are told by transitions that follow from each other: the first begins, none says nothing', () => {
    fc.assert(
      fc.property(arrivals, ({ arriving }) => {
        let plan: string | null = null;
        for (const [index, { action, entitled, plan: next, revision }] of play(
          arriving,
        ).transitions.entries()) {
          expect(revision).toBe(index + 1);
          const now = entitled ? next : null;
          expect(now).not.toBe(plan);
          const better = ORDER.indexOf(now ?? '') > ORDER.indexOf(plan ?? '');
          const changed = better ? 'plan_upgraded' : 'plan_downgraded';
          expect(action).toBe(
            plan === null ? 'subscription_created' : now === null ? 'subscription_cancelled' : changed,
          );
          plan = now;
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
