import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import fc from 'fast-check';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PLAN_CHANGE_MODEL, type PlanChangeDocument } from '../../src/features/plans/plan-changes.schema.js';
import { eventually } from '../support/eventually.js';
import { aPlansStage, PRICES, ROLES, TOLD, type Payer, type PlansStage } from '../support/plans-stage.js';
import { startAppProcess } from '../support/process.js';
import { deliver, itemsOf, stripeEvent } from '../support/stripe.js';

// The workers are the built application, in processes of their own, so that `kill -9` is one. Wants `npm run build`.

const GIVING: readonly string[] = ['active', 'trialing', 'past_due'];
const STATUSES = [...GIVING, 'incomplete', 'unpaid', 'paused'];
type Plan = keyof typeof ROLES;

/** What Stripe says of one subscription in one second. */
interface Said {
  readonly status: string;
  readonly plan: Plan;
}

/** Two subscriptions of a member, the order in which what was said arrives, and what arrives again. */
interface History {
  readonly lives: readonly (readonly Said[])[];
  readonly order: readonly number[];
  readonly again: readonly number[];
}

const life = fc
  .tuple(
    fc.array(
      fc.record({ status: fc.constantFrom(...STATUSES), plan: fc.constantFrom<Plan>('basic', 'max') }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
    fc.boolean(),
  )
  .map(([states, ends]): Said[] => (ends ? [...states, { status: 'canceled', plan: 'basic' }] : states));
const numbers = fc.array(fc.nat(), { minLength: 10, maxLength: 10 });
const history: fc.Arbitrary<History> = fc.record({
  lives: fc.tuple(life, life),
  order: numbers,
  again: fc.array(fc.nat(), { maxLength: 4 }),
});

let stage: PlansStage;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  stage = await aPlansStage('api,bot');
});
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await stage.close();
});

function startWorker(): ChildProcess {
  const { child } = startAppProcess('worker', stage.databases, {
    ...stage.env,
    INTERNAL_PORT: '0',
  });
  workers.push(child);
  return child;
}

/** The events of a history in the order of their arrival, some of them twice. */
function arrivalsOf({ lives, order, again }: History, payer: Payer): string[] {
  const events = lives.flatMap((said, index) =>
    said.map(({ status, plan }, second) => {
      const kind = status === 'canceled' ? 'deleted' : second === 0 ? 'created' : 'updated';
      return stripeEvent(`customer.subscription.${kind}`, second, {
        id: payer.id('sub', String(index)),
        object: 'subscription',
        status,
        metadata: { discord_id: payer.user.discord_id },
        items: itemsOf(PRICES[plan]),
      });
    }),
  );
  const shuffled = events
    .map((event, index) => ({ event, place: order[index] ?? 0 }))
    .sort((one, other) => one.place - other.place)
    .map(({ event }) => event);
  return [...shuffled, ...again.map((number) => events[number % events.length] ?? '')];
}

/** What the member has in the end, by the plain meaning of Stripe's words. */
function expectedPlan({ lives }: History): Plan | null {
  const plans = lives.flatMap((said) => {
    const last = said.at(-1);
    return last !== undefined && GIVING.includes(last.status) ? [last.plan] : [];
  });
  return plans.includes('max') ? 'max' : (plans[0] ?? null);
}

const changes = (): Model<PlanChangeDocument> =>
  stage.app.verselink.app.get<Model<PlanChangeDocument>>(getModelToken(PLAN_CHANGE_MODEL), { strict: false });

function lineOf({ action, plan }: Pick<PlanChangeDocument, 'action' | 'plan'>): string {
  switch (action) {
    case 'subscription_created':
      return TOLD.activated(plan ?? '');
    case 'plan_upgraded':
      return TOLD.upgraded(plan ?? '');
    case 'plan_downgraded':
      return TOLD.downgraded(plan ?? '');
    case 'subscription_updated':
      return TOLD.updated(plan ?? '');
    case 'subscription_cancelled':
      return TOLD.cancelled;
  }
}

it('roles equal the entitlement and messages its transitions, whatever arrives when, and with workers killed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(history, { minLength: 6, maxLength: 6 }), async (histories) => {
      let worker = startWorker();
      const payers = await Promise.all(histories.map(() => stage.payer()));
      const all = histories.map((each, index) => arrivalsOf(each, payers[index] as Payer));
      // All members at once, each in their own order; the worker dies after every few deliveries.
      for (let turn = 0; all.some((arrivals) => turn < arrivals.length); turn++) {
        const payloads = all.flatMap((arrivals) => arrivals[turn] ?? []);
        const answers = await Promise.all(payloads.map((payload) => deliver(stage.app.anyone, payload)));
        expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
        if (turn % 3 !== 1) continue;
        worker.kill('SIGKILL');
        await once(worker, 'exit');
        worker = startWorker();
      }
      await eventually(async () => {
        expect(await changes().countDocuments({ unfinished: true })).toBe(0);
      }, 120_000);
      for (const [index, payer] of payers.entries()) {
        const plan = expectedPlan(histories[index] as History);
        expect(await payer.roles()).toEqual(plan === null ? [] : [ROLES[plan]]);
        const rows = await changes().find({ discord_id: payer.user.discord_id }).sort({ revision: 1 }).lean();
        expect(rows.at(-1)?.entitled === true ? rows.at(-1)?.plan : null).toBe(plan);
        expect(await payer.firstLines()).toEqual(rows.map(lineOf));
      }
      worker.kill('SIGKILL');
      await once(worker, 'exit');
    }),
    { numRuns: 2, endOnFailure: true },
  );
}, 400_000);
