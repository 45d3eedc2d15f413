import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPlansStage, PRICES, ROLES, TOLD, type Payer, type PlansStage } from '../support/plans-stage.js';
import { itemsOf } from '../support/stripe.js';

// Stripe's documented lives of a subscription, event by event, with the role and the message at each step.

type Plan = keyof typeof ROLES;

/** One event, and what the member has and was told after it; nothing new when `told` is left out. */
interface Step {
  readonly event: string;
  readonly object?: Readonly<Record<string, unknown>>;
  readonly has: Plan | null;
  readonly told?: string;
}

const state = (status: string, fields: object = {}) => ({ status, ...fields });
const invoice = (payer: Payer, fields: object = {}) => ({
  id: payer.id('in'),
  object: 'invoice',
  customer: payer.customer,
  customer_email: 'nova@example.com',
  parent: { subscription_details: { subscription: payer.id(), metadata: {} } },
  ...fields,
});

const LIVES: Readonly<Record<string, (payer: Payer) => readonly Step[]>> = {
  'a purchase by checkout, renewed, then cancelled at the end of its period': (payer) => [
    { event: 'created', object: state('incomplete'), has: null },
    { event: 'invoice.paid', object: invoice(payer), has: 'basic', told: TOLD.activated('basic') },
    { event: 'updated', object: state('active'), has: 'basic' },
    {
      event: 'checkout.session.completed',
      object: { id: payer.id('cs'), mode: 'subscription', subscription: payer.id(), payment_status: 'paid' },
      has: 'basic',
    },
    { event: 'invoice.paid', object: invoice(payer, { id: payer.id('in', 'second') }), has: 'basic' },
    {
      event: 'updated',
      object: state('active', { cancel_at_period_end: true, cancel_at: 1_770_000_000 }),
      has: 'basic',
    },
    { event: 'deleted', object: state('canceled'), has: null, told: TOLD.cancelled },
  ],
  'a first payment that never comes': () => [
    { event: 'created', object: state('incomplete'), has: null },
    { event: 'invoice.payment_failed', object: { id: 'in_failed' }, has: null },
    { event: 'updated', object: state('incomplete_expired'), has: null },
  ],
  'a trial that becomes a subscription': (payer) => [
    { event: 'created', object: state('trialing'), has: 'basic', told: TOLD.activated('basic') },
    { event: 'trial_will_end', object: state('trialing'), has: 'basic' },
    { event: 'invoice.paid', object: invoice(payer), has: 'basic' },
    { event: 'updated', object: state('active'), has: 'basic' },
  ],
  'a trial without a way to pay, paused and resumed': () => [
    { event: 'created', object: state('trialing'), has: 'basic', told: TOLD.activated('basic') },
    { event: 'paused', object: state('paused'), has: null, told: TOLD.cancelled },
    { event: 'resumed', object: state('active'), has: 'basic', told: TOLD.activated('basic') },
  ],
  'payments that fail until Stripe gives up': () => [
    { event: 'created', object: state('active'), has: 'basic', told: TOLD.activated('basic') },
    { event: 'updated', object: state('past_due'), has: 'basic' },
    { event: 'invoice.payment_failed', object: { id: 'in_failed' }, has: 'basic' },
    { event: 'updated', object: state('unpaid'), has: null, told: TOLD.cancelled },
    { event: 'updated', object: state('active'), has: 'basic', told: TOLD.activated('basic') },
  ],
  'payment collection paused: the plan for free for a while': () => [
    { event: 'created', object: state('active'), has: 'basic', told: TOLD.activated('basic') },
    { event: 'updated', object: state('active', { pause_collection: { behavior: 'void' } }), has: 'basic' },
    { event: 'updated', object: state('active', { pause_collection: null }), has: 'basic' },
  ],
  'an upgrade and a downgrade': () => [
    { event: 'created', object: state('active'), has: 'basic', told: TOLD.activated('basic') },
    {
      event: 'updated',
      object: state('active', { items: itemsOf(PRICES.max) }),
      has: 'max',
      told: TOLD.upgraded('max'),
    },
    { event: 'updated', object: state('active'), has: 'basic', told: TOLD.downgraded('basic') },
  ],
  'a payment that is given back': (payer) => [
    { event: 'created', object: state('active'), has: 'basic', told: TOLD.activated('basic') },
    {
      event: 'charge.refunded',
      object: { id: payer.id('ch'), customer: payer.customer, refunded: false },
      has: 'basic',
    },
    {
      event: 'charge.refunded',
      object: { id: payer.id('ch'), customer: payer.customer, refunded: true },
      has: null,
      told: TOLD.cancelled,
    },
    { event: 'deleted', object: state('canceled'), has: null },
  ],
  'a dispute that is lost, and the next payment': (payer) => {
    const dispute = { id: payer.id('dp'), charge: payer.id('ch'), payment_intent: payer.id('pi') };
    return [
      { event: 'created', object: state('active'), has: 'basic', told: TOLD.activated('basic') },
      { event: 'invoice.paid', object: invoice(payer, { charge: payer.id('ch') }), has: 'basic' },
      {
        event: 'charge.dispute.created',
        object: { ...dispute, status: 'warning_needs_response' },
        has: 'basic',
      },
      {
        event: 'charge.dispute.created',
        object: { ...dispute, status: 'needs_response' },
        has: null,
        told: TOLD.cancelled,
      },
      { event: 'charge.dispute.closed', object: { ...dispute, status: 'lost' }, has: null },
      {
        event: 'invoice.paid',
        object: invoice(payer, { id: payer.id('in', 'second') }),
        has: 'basic',
        told: TOLD.activated('basic'),
      },
    ];
  },
};

let stage: PlansStage;

beforeAll(async () => {
  stage = await aPlansStage();
});
afterAll(() => stage.close());

it.each(Object.entries(LIVES))(
  '%s',
  async (_life, stepsOf) => {
    const payer = await stage.payer();
    const told: string[] = [];
    for (const [second, { event, object = {}, has, told: line }] of stepsOf(payer).entries()) {
      if (event.includes('.')) await stage.tell(event, second, object);
      else await payer.says(event, second, object);
      if (line !== undefined) told.push(line);
      // Only when every change is carried out is what was not said known.
      await stage.settled();
      expect({ step: second, roles: await payer.roles() }).toEqual({
        step: second,
        roles: has === null ? [] : [ROLES[has]],
      });
      expect({ step: second, told: await payer.firstLines() }).toEqual({ step: second, told });
    }
  },
  120_000,
);
