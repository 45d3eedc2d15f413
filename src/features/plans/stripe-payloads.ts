import { z } from 'zod';
import { invalid } from '../../common/errors.js';
import { SNOWFLAKE } from '../../common/snowflake.js';
import type { PaymentFact } from './rules/payment.js';
import type { PlanItem, Price, Telling } from './rules/subscription.js';
import type { SubscriptionNews } from './rules/subscription-news.js';

/** What an event tells: of a subscription, or of a payment. */
export type StripeNews =
  | { readonly about: 'subscription'; readonly news: SubscriptionNews }
  | { readonly about: 'payment'; readonly fact: PaymentFact };

/** Unix seconds that `Date` knows. */
const SECONDS = z.int().min(0).max(8.64e12);
/** An id, or the whole object where an integration has Stripe expand it. */
const REF = z
  .union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])
  .nullish()
  .transform((id) => id ?? null);
const METADATA = z
  .record(z.string(), z.string())
  .nullish()
  .transform((metadata) => metadata ?? {});
const TEXT = z
  .string()
  .nullish()
  .transform((text) => text ?? null);

const PRICE = z.object({
  id: z.string(),
  unit_amount: z.number().nullish(),
  currency: z.string().nullish(),
  lookup_key: z.string().nullish(),
  nickname: z.string().nullish(),
  metadata: METADATA,
  recurring: z.object({ interval: z.string(), interval_count: z.number().nullish() }).nullish(),
});
const ITEM = z.object({
  price: PRICE.nullish(),
  metadata: METADATA,
  current_period_end: SECONDS.nullish(),
  period: z.object({ end: SECONDS }).nullish(),
});
const ITEMS = z.object({ data: z.array(ITEM) }).default({ data: [] });
type Item = z.infer<typeof ITEM>;

// Of Stripe's objects, what we look at. Where a version of its API moved a field, both places are read.

const SUBSCRIPTION = z.object({
  id: z.string().min(1),
  customer: REF,
  status: z.string().default('unknown'),
  metadata: METADATA,
  items: ITEMS,
  created: SECONDS.nullish(),
  start_date: SECONDS.nullish(),
  current_period_end: SECONDS.nullish(),
  cancel_at: SECONDS.nullish(),
});

const SUBSCRIPTION_DETAILS = z.object({ subscription: REF, metadata: METADATA }).nullish();
const INVOICE = z.object({
  id: z.string().min(1),
  customer: REF,
  customer_email: TEXT,
  subscription: REF,
  subscription_details: SUBSCRIPTION_DETAILS,
  parent: z.object({ subscription_details: SUBSCRIPTION_DETAILS }).nullish(),
  lines: ITEMS,
  charge: REF,
  payment_intent: REF,
});

const SESSION = z.object({
  id: z.string().min(1),
  mode: z.string(),
  customer: REF,
  customer_email: TEXT,
  customer_details: z.object({ email: TEXT }).nullish(),
  subscription: REF,
  payment_intent: REF,
  payment_status: z.string(),
  metadata: METADATA,
});

const CHARGE = z.object({
  id: z.string().min(1),
  customer: REF,
  invoice: REF,
  payment_intent: REF,
  refunded: z.boolean(),
});

const DISPUTE = z.object({ charge: REF, payment_intent: REF, status: z.string() });

const INVOICE_PAYMENT = z.object({
  invoice: REF,
  payment: z.object({ charge: REF, payment_intent: REF }),
});

const EVENT = z.object({
  id: z.string().min(1),
  type: z.string(),
  created: SECONDS.optional(),
  data: z.unknown(),
});

/** An event's own id and time. */
interface Told {
  readonly event_id: string;
  readonly told_at: Date;
}

/**
 * What a signed event tells about plans; site/en/admins/payments.md is the table of it.
 * @param sentAt counts where the event does not say when it was made
 * @throws invalid when it is not as Stripe describes it
 */
export function readStripeEvent(signed: unknown, sentAt: Date): StripeNews | null {
  const { id, type, created, data } = read(EVENT, signed);
  const told: Told = { event_id: id, told_at: created === undefined ? sentAt : dateOf(created) };
  const object = <T>(schema: z.ZodType<T>): T => read(z.object({ object: schema }), data).object;
  if (type.startsWith('customer.subscription.')) return ofSubscription(type, object(SUBSCRIPTION), told);
  switch (type) {
    case 'invoice.paid':
    case 'invoice.payment_succeeded':
      return ofInvoice(object(INVOICE), told);
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
      return ofSession(object(SESSION), told);
    case 'invoice_payment.paid':
      return ofInvoicePayment(object(INVOICE_PAYMENT), told);
    case 'charge.refunded':
      return ofRefund(object(CHARGE), told);
    case 'charge.dispute.created':
    case 'charge.dispute.closed':
      return ofDispute(object(DISPUTE), told);
    default:
      return null;
  }
}

function ofSubscription(type: string, object: z.infer<typeof SUBSCRIPTION>, told: Told): StripeNews {
  const { id, metadata, items, customer } = object;
  const telling: Telling = {
    ...told,
    kind: 'state',
    discord_id: memberOf(metadata),
    // Stripe deletes only what has ended.
    status: type === 'customer.subscription.deleted' ? 'canceled' : object.status,
    items: itemsOf(items.data, metadata),
    started_at: dateOrNull(object.start_date ?? object.created),
    period_end: dateOrNull(
      object.current_period_end ?? latest(items.data.map((item) => item.current_period_end)),
    ),
    ends_at: dateOrNull(object.cancel_at),
  };
  return newsOf(id, { telling, customer_id: customer });
}

/** Paid by an invoice; one that is not of a subscription says nothing about plans. */
function ofInvoice(object: z.infer<typeof INVOICE>, told: Told): StripeNews | null {
  const details = object.parent?.subscription_details ?? object.subscription_details;
  const subscription = details?.subscription ?? object.subscription;
  if (subscription === null) return null;
  const { id, charge, payment_intent, customer, customer_email, lines } = object;
  const metadata = details?.metadata ?? {};
  const telling: Telling = {
    ...told,
    kind: 'paid',
    discord_id: memberOf(metadata),
    items: itemsOf(lines.data, metadata).filter(({ keys }) => keys.length > 0),
    period_end: dateOrNull(latest(lines.data.map(({ period }) => period?.end))),
  };
  return newsOf(subscription, {
    telling,
    customer_id: customer,
    email: customer_email,
    payment_refs: present(id, charge, payment_intent),
  });
}

/** A purchase. One that is paid once is a subscription without an end, if its metadata name a plan. */
function ofSession(object: z.infer<typeof SESSION>, told: Told): StripeNews | null {
  const { id, mode, subscription, payment_intent, metadata, customer } = object;
  const isOnce = mode === 'payment' && metadata['plan'] !== undefined;
  const sourceId = subscription ?? (isOnce ? (payment_intent ?? id) : null);
  if (sourceId === null) return null;
  const isPaid = object.payment_status === 'paid' || object.payment_status === 'no_payment_required';
  const { plan } = metadata;
  const items = plan === undefined ? [] : [{ keys: [plan], price: null }];
  const member = memberOf(metadata);
  return newsOf(sourceId, {
    telling: isPaid ? { ...told, kind: 'paid', discord_id: member, items, period_end: null } : null,
    discord_id: member,
    customer_id: customer,
    email: object.customer_details?.email ?? object.customer_email,
    payment_refs: present(payment_intent),
  });
}

function ofInvoicePayment({ invoice, payment }: z.infer<typeof INVOICE_PAYMENT>, told: Told): StripeNews {
  const refs = present(invoice, payment.charge, payment.payment_intent);
  return { about: 'payment', fact: { ...told, kind: 'linked', customer_id: null, payment_refs: refs } };
}

/** A part that is given back changes nothing. */
function ofRefund(object: z.infer<typeof CHARGE>, told: Told): StripeNews | null {
  const { id, customer, invoice, payment_intent, refunded } = object;
  if (!refunded) return null;
  const refs = present(id, invoice, payment_intent);
  return { about: 'payment', fact: { ...told, kind: 'refunded', customer_id: customer, payment_refs: refs } };
}

/** An inquiry (`warning_…`) takes no money back; a dispute that is lost stays as it began. */
function ofDispute(
  { charge, payment_intent, status }: z.infer<typeof DISPUTE>,
  told: Told,
): StripeNews | null {
  if (status.startsWith('warning_') || status === 'lost') return null;
  const kind = status === 'won' ? 'dispute_won' : 'disputed';
  const refs = present(charge, payment_intent);
  return { about: 'payment', fact: { ...told, kind, customer_id: null, payment_refs: refs } };
}

function newsOf(
  sourceId: string,
  said: Partial<SubscriptionNews> & Pick<SubscriptionNews, 'telling'>,
): StripeNews {
  const news = { discord_id: null, customer_id: null, email: null, payment_refs: [], said: null, ...said };
  return { about: 'subscription', news: { source: 'stripe', source_id: sourceId, ...news } };
}

function memberOf({ discord_id }: Readonly<Record<string, string>>): string | null {
  return discord_id !== undefined && SNOWFLAKE.test(discord_id) ? discord_id : null;
}

/** What each item may be called: its price's lookup key, its nickname, then metadata; and what the subscription's metadata say. */
function itemsOf(items: readonly Item[], { plan }: Readonly<Record<string, string>>): PlanItem[] {
  const own = items.map(({ price, metadata }) => ({
    keys: present(price?.lookup_key, price?.nickname, price?.metadata['plan'], metadata['plan']),
    price: price ? priceOf(price) : null,
  }));
  if (plan === undefined) return own;
  return [...own, { keys: [plan], price: own[0]?.price ?? null, is_fallback: true }];
}

function priceOf({ id, unit_amount, currency, recurring }: z.infer<typeof PRICE>): Price {
  const { interval, interval_count } = recurring ?? {};
  const isSingle = (interval_count ?? 1) === 1;
  return {
    id,
    amount: unit_amount ?? null,
    currency: currency ?? null,
    interval:
      interval === undefined || isSingle ? (interval ?? null) : `${String(interval_count)} ${interval}`,
  };
}

function present(...texts: readonly (string | null | undefined)[]): string[] {
  return [...new Set(texts.filter((text) => Boolean(text)))] as string[];
}

function latest(seconds: readonly (number | null | undefined)[]): number | null {
  const known = seconds.filter((each) => typeof each === 'number');
  return known.length === 0 ? null : Math.max(...known);
}

const dateOf = (unixSeconds: number): Date => new Date(unixSeconds * 1_000);

const dateOrNull = (unixSeconds: number | null | undefined): Date | null =>
  typeof unixSeconds === 'number' ? dateOf(unixSeconds) : null;

/** @throws invalid with what is not as Stripe describes it */
function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  throw invalid(error.issues.map(({ path, message }) => ({ field: path.join('.'), message })));
}
