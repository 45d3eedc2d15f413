import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { DomainError } from '../../common/errors.js';
import { Config } from '../../config/config.js';
import { readStripeEvent, type StripeNews } from './stripe-payloads.js';

/** How far Stripe's clock may be from ours, in seconds: the library's own default for the past. */
const TOLERANCE_S = 300;

/** Reads Stripe's webhooks: verifies them, and says what they tell. */
@Injectable()
export class StripeEvents {
  constructor(private readonly config: Config) {}

  /**
   * @param rawBody the bytes as they came
   * @param signature the header `Stripe-Signature`
   * @returns `null` for an event that says nothing about plans
   * @throws unauthenticated `bad_signature`, or `payments_not_configured` when there is no secret to verify with;
   * invalid when what Stripe signed is no event, or its time is none
   */
  async read(rawBody: Buffer, signature: string): Promise<StripeNews | null> {
    const secret = this.config.stripeWebhookSecret;
    if (secret === null) {
      throw new DomainError(
        'unauthenticated',
        'payments_not_configured',
        'Payments are not configured here.',
      );
    }
    return readStripeEvent(await verified(rawBody, signature, secret), signedAt(signature));
  }
}

async function verified(rawBody: Buffer, signature: string, secret: string): Promise<Stripe.Event> {
  const webhooks = await stripeWebhooks();
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
  return new Date(Number(/.*(?:^|,)t=(\d+)/.exec(signature)?.[1]) * 1_000);
}

/**
 * The official library, which verifies signatures without calling Stripe, so it needs no key of ours. It is large, and loaded with
 * the first payment: most processes never see one.
 */
async function stripeWebhooks(): Promise<Stripe.Webhooks> {
  const { default: StripeLibrary } = await import('stripe');
  return new StripeLibrary('sk_not_used').webhooks;
}
