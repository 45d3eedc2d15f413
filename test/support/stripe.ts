import Stripe from 'stripe';
import type { Answer, Client } from './client.js';

export const STRIPE_SECRET = 'whsec_test_secret_of_this_test_only';

const stripe = new Stripe('sk_not_used');
/** The second in which the stories of tests begin. */
const BEGIN = 1_767_787_200;
let events = 0;

/** A price in Stripe's form. */
export const aPrice = (key: string, amount: number, fields: object = {}) => ({
  id: `price_${key}_${String(amount)}`,
  object: 'price',
  lookup_key: key,
  unit_amount: amount,
  currency: 'eur',
  recurring: { interval: 'month', interval_count: 1 },
  ...fields,
});

/** The items of a subscription for these prices. */
export const itemsOf = (...prices: readonly object[]) => ({
  object: 'list',
  data: prices.map((price) => ({ price })),
});

/** An event of Stripe's, made in this second of the story. */
export const stripeEvent = (type: string, second: number, object: object): string =>
  JSON.stringify({
    id: `evt_${String((events += 1))}`,
    object: 'event',
    type,
    created: BEGIN + second,
    data: { object },
  });

/** The header by which Stripe signs a payload. */
export const signatureOf = (payload: string, more: { timestamp?: number; secret?: string } = {}): string =>
  stripe.webhooks.generateTestHeaderString({ payload, secret: STRIPE_SECRET, ...more });

/** Delivers an event as Stripe does. */
export const deliver = (
  anyone: Client,
  payload: string,
  signature = signatureOf(payload),
): Promise<Answer<unknown>> =>
  anyone.raw('POST', '/payments/webhook', {
    body: payload,
    headers: { 'content-type': 'application/json', 'stripe-signature': signature },
  });
