import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { DomainError } from '../../common/errors.js';
import { Config } from '../../config/config.js';
import { readStripeEvent, type StripeNews } from './stripe-payloads.js';

/** The official library verifies signatures without calling Stripe, so it needs no key of ours. */
const { webhooks } = new Stripe('sk_not_used');

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
  read(rawBody: Buffer, signature: string): StripeNews | null {
    const secret = this.config.stripeWebhookSecret;
    if (secret === null) {
      throw new DomainError(
        'unauthenticated',
        'payments_not_configured',
        'Payments are not configured here.',
      );
    }
    return readStripeEvent(verified(rawBody, signature, secret), signedAt(signature));
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
  return new Date(Number(/.*(?:^|,)t=(\d+)/.exec(signature)?.[1]) * 1_000);
}
