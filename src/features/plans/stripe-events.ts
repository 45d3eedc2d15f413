import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { Config } from '../../config/config.js';
import { SNOWFLAKE } from '../../common/snowflake.js';
import { DomainError } from '../../common/errors.js';
import type { PlanAction } from '../notifications/rules/plan-notice.js';
import type { PlanChangeInput } from './record-plan-change.js';

/** The official library verifies signatures without calling Stripe, so it needs no key of ours. */
const { webhooks } = new Stripe('sk_not_used');

/** Reads Stripe's webhooks: verifies them, and says which change of plan they tell of. */
@Injectable()
export class StripeEvents {
  constructor(private readonly config: Config) {}

  /**
   * @param rawBody the bytes as they came
   * @param signature the header `Stripe-Signature`
   * @returns `null` for an event that changes no member's plan
   * @throws unauthenticated `bad_signature`, or `payments_not_configured` when there is no secret to verify with
   */
  read(rawBody: Buffer, signature: string): PlanChangeInput | null {
    const secret = this.config.stripeWebhookSecret;
    if (secret === null) {
      throw new DomainError(
        'unauthenticated',
        'payments_not_configured',
        'Payments are not configured here.',
      );
    }
    return planChangeOf(verified(rawBody, signature, secret));
  }
}

function verified(rawBody: Buffer, signature: string, secret: string): Stripe.Event {
  try {
    return webhooks.constructEvent(rawBody, signature, secret);
  } catch {
    throw new DomainError('unauthenticated', 'bad_signature', 'The signature does not verify.');
  }
}

/** The subscription's metadata name the member (`discord_id`) and, unless its price does, the plan (`plan`). */
function planChangeOf(event: Stripe.Event): PlanChangeInput | null {
  const action = actionOf(event);
  if (action === null) return null;
  const subscription = event.data.object as Stripe.Subscription;
  const { discord_id } = subscription.metadata;
  if (discord_id === undefined || !SNOWFLAKE.test(discord_id)) return null;
  const ended = action === 'subscription_cancelled';
  const plan = planOf(subscription);
  return {
    discord_id,
    action,
    plan: ended ? null : plan,
    metadata: { stripe_subscription: subscription.id, ...(action.startsWith('plan_') && { new_plan: plan }) },
    source: 'stripe',
    source_id: event.id,
  };
}

function actionOf(event: Stripe.Event): PlanAction | null {
  switch (event.type) {
    case 'customer.subscription.created':
      return 'subscription_created';
    case 'customer.subscription.deleted':
      return 'subscription_cancelled';
    case 'customer.subscription.updated':
      return updateOf(event);
    default:
      return null;
  }
}

/** Only a change of the price is a change of plan; a dearer one is an upgrade. */
function updateOf({ data }: Stripe.CustomerSubscriptionUpdatedEvent): PlanAction | null {
  const before = data.previous_attributes?.items?.data[0]?.price;
  const after = data.object.items.data[0]?.price;
  if (before === undefined || after === undefined || before.id === after.id) return null;
  const difference = (after.unit_amount ?? 0) - (before.unit_amount ?? 0);
  if (difference === 0) return 'subscription_updated';
  return difference > 0 ? 'plan_upgraded' : 'plan_downgraded';
}

function planOf({ metadata, items }: Stripe.Subscription): string | null {
  const price = items.data[0]?.price;
  return metadata['plan'] ?? price?.lookup_key ?? price?.nickname ?? null;
}
