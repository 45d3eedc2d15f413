import type { Telling, Withheld } from './subscription.js';

/**
 * What became of a payment. It may arrive before the payment itself.
 * `linked`: two ids are of one payment · `refunded`, `disputed`: it was taken back · `dispute_won`: it came again.
 */
export interface PaymentFact {
  readonly event_id: string;
  readonly kind: 'linked' | Withheld | 'dispute_won';
  readonly told_at: Date;
  readonly customer_id: string | null;
  /** Every id by which the payment is known: of its charge, payment intent and invoice. */
  readonly payment_refs: readonly string[];
}

/** A subscription, as far as it says which payments are its own. */
export interface PaidFor {
  readonly id: string;
  readonly customer_id: string | null;
  readonly payment_refs: readonly string[];
}

/** Ids of payments, with those that are linked to them. */
export function withLinks(refs: readonly string[], facts: readonly PaymentFact[]): string[] {
  const linked = facts.filter(({ kind, payment_refs }) => kind === 'linked' && overlap(payment_refs, refs));
  return [...new Set([...refs, ...linked.flatMap(({ payment_refs }) => payment_refs)])];
}

/**
 * What was said of one subscription's payments. A payment that is of no subscription that we know counts for the customer's
 * only one; of several we do not guess.
 * @param all every subscription of the same customer, this one included
 */
export function tellingsOfPayments(
  subscription: PaidFor,
  facts: readonly PaymentFact[],
  all: readonly PaidFor[],
): Telling[] {
  const concerns = ({ payment_refs }: PaymentFact, paidFor: PaidFor): boolean =>
    overlap(payment_refs, withLinks(paidFor.payment_refs, facts));
  const isOnly = subscription.customer_id !== null && all.length === 1;
  return facts.flatMap((fact) => {
    const { event_id, kind, told_at, customer_id } = fact;
    const counts = concerns(fact, subscription) || (isOnly && customer_id === subscription.customer_id);
    return kind !== 'linked' && counts ? [{ event_id, kind, told_at }] : [];
  });
}

function overlap(some: readonly string[], others: readonly string[]): boolean {
  return some.some((ref) => others.includes(ref));
}
