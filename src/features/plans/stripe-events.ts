import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { z } from 'zod';
import { Config } from '../../config/config.js';
import { SNOWFLAKE } from '../../common/snowflake.js';
import { DomainError, invalid } from '../../common/errors.js';
import type { Price, Standing, SubscriptionNews } from './rules/subscription.js';

/** The official library verifies signatures without calling Stripe, so it needs no key of ours. */
const { webhooks } = new Stripe('sk_not_used');

/** How far Stripe's clock may be from ours, in seconds: the library's own default for the past. */
const TOLERANCE_S = 300;

/** Unix seconds that `Date` knows. */
const SECONDS = z.int().min(0).max(8.64e12);

const PRICE = z.object({
  id: z.string(),
  unit_amount: z.number().nullish(),
  lookup_key: z.string().nullish(),
  nickname: z.string().nullish(),
});
const ITEMS = z.object({ data: z.array(z.object({ price: PRICE })) });

/** Of Stripe's subscription, what we look at. */
const SUBSCRIPTION = z.object({
  id: z.string().min(1),
  status: z.string().default('unknown'),
  metadata: z.record(z.string(), z.string()).default({}),
  items: ITEMS.default({ data: [] }),
});
type StripeSubscription = z.infer<typeof SUBSCRIPTION>;

const EVENT = z.object({ id: z.string().min(1), type: z.string(), created: SECONDS.optional() });
const SUBSCRIPTION_DATA = z.object({
  data: z.object({
    object: SUBSCRIPTION,
    previous_attributes: z.object({ status: z.string().optional(), items: ITEMS.optional() }).nullish(),
  }),
});
type Previous = z.infer<typeof SUBSCRIPTION_DATA>['data']['previous_attributes'];

/** Reads Stripe's webhooks: verifies them, and says what they tell about which subscription. */
@Injectable()
export class StripeEvents {
  constructor(private readonly config: Config) {}

  /**
   * @param rawBody the bytes as they came
   * @param signature the header `Stripe-Signature`
   * @returns `null` for an event that is not about a subscription
   * @throws unauthenticated `bad_signature`, or `payments_not_configured` when there is no secret to verify with;
   * invalid when what Stripe signed is no event, or its time is none
   */
  read(rawBody: Buffer, signature: string): SubscriptionNews | null {
    const secret = this.config.stripeWebhookSecret;
    if (secret === null) {
      throw new DomainError(
        'unauthenticated',
        'payments_not_configured',
        'Payments are not configured here.',
      );
    }
    return newsOf(verified(rawBody, signature, secret), signedAt(signature));
  }
}

function verified(rawBody: Buffer, signature: string, secret: string): Stripe.Event {
  try {
    const event = webhooks.constructEvent(rawBody, signature, secret, TOLERANCE_S);
    // The library refuses a time long past, but none of the future.
    if (signedAt(signature).getTime() <= Date.now() + TOLERANCE_S * 1_000) return event;
  } catch {
    // Answered below.
  }
  throw new DomainError('unauthenticated', 'bad_signature', 'The signature does not verify.');
}

/** When Stripe sent it. Of several times the last counts, as in the library. */
function signedAt(signature: string): Date {
  return dateOf(Number(/.*(?:^|,)t=(\d+)/.exec(signature)?.[1]));
}

const dateOf = (unixSeconds: number): Date => new Date(unixSeconds * 1_000);

/** The subscription's metadata name the member (`discord_id`) and, unless its price does, the plan (`plan`). */
function newsOf(signed: unknown, sentAt: Date): SubscriptionNews | null {
  const { id, type, created } = read(EVENT, signed);
  if (!type.startsWith('customer.subscription.')) return null;
  const { object, previous_attributes } = read(SUBSCRIPTION_DATA, signed).data;
  const { discord_id } = object.metadata;
  // Stripe deletes only what has ended.
  const status = type === 'customer.subscription.deleted' ? 'canceled' : object.status;
  const standing = { status, plan: planOf(object), price: priceOf(object.items) };
  return {
    ...standing,
    event_id: id,
    subscription_id: object.id,
    discord_id: discord_id !== undefined && SNOWFLAKE.test(discord_id) ? discord_id : null,
    told_at: created === undefined ? sentAt : dateOf(created),
    before: type === 'customer.subscription.created' ? null : standingBefore(standing, previous_attributes),
  };
}

/** Stripe names what an update has changed. Whatever was not waiting for its first payment had a plan before. */
function standingBefore(now: Standing, previous: Previous): Standing {
  const waiting = now.status === 'incomplete' || now.status === 'incomplete_expired';
  return {
    status: previous?.status ?? (waiting ? 'incomplete' : 'active'),
    plan: now.plan,
    price: previous?.items === undefined ? now.price : priceOf(previous.items),
  };
}

function planOf({ metadata, items }: StripeSubscription): string | null {
  const price = items.data[0]?.price;
  return metadata['plan'] ?? price?.lookup_key ?? price?.nickname ?? null;
}

function priceOf({ data }: StripeSubscription['items']): Price | null {
  const price = data[0]?.price;
  return price === undefined ? null : { id: price.id, amount: price.unit_amount ?? 0 };
}

/** @throws invalid with what is not as Stripe describes it */
function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  throw invalid(error.issues.map(({ path, message }) => ({ field: path.join('.'), message })));
}
