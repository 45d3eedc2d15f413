import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { isDuplicateKey } from '../../infra/duplicate-key.js';
import { ANY_TEXT } from '../../infra/partial-indexes.js';
import { withId } from '../../infra/with-id.js';
import { PAYMENT_FACT_MODEL, type PaymentFactDocument } from './payment-facts.schema.js';
import type { PaymentFact } from './rules/payment.js';
import type { PlanSource } from './rules/plan-change.js';
import { SUBSCRIPTION_MODEL, type SubscriptionDocument } from './subscriptions.schema.js';

/** A subscription and what was said of it. */
export type Subscription = Omit<SubscriptionDocument, '_id'> & { readonly id: string };

/** Subscriptions, and what became of their payments. */
@Injectable()
export class SubscriptionsRepository {
  constructor(
    @InjectModel(SUBSCRIPTION_MODEL) private readonly subscriptions: Model<SubscriptionDocument>,
    @InjectModel(PAYMENT_FACT_MODEL) private readonly facts: Model<PaymentFactDocument>,
  ) {}

  async find(source: PlanSource, sourceId: string): Promise<Subscription | null> {
    const document = await this.subscriptions
      .findOne({ source, source_id: sourceId })
      .lean<SubscriptionDocument>();
    return document && withId(document);
  }

  async findById(id: string): Promise<Subscription | null> {
    const document = await this.subscriptions.findById(id).lean<SubscriptionDocument>();
    return document && withId(document);
  }

  /** @returns false when another event was faster, and nothing was written */
  async insert({ id, ...fields }: Subscription): Promise<boolean> {
    try {
      await this.subscriptions.create({ _id: id, ...fields });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** Writes what follows the version that was read. @returns false when another event was faster, and nothing was written */
  async replace({ id, version, ...fields }: Subscription): Promise<boolean> {
    const { matchedCount } = await this.subscriptions.updateOne(
      { _id: id, version },
      { $set: { ...fields, version: version + 1 } },
    );
    return matchedCount === 1;
  }

  async listOf(discordId: string): Promise<Subscription[]> {
    return this.list({ $or: [{ discord_id: discordId }, { due_for: discordId }] });
  }

  async listOfCustomer(customerId: string): Promise<Subscription[]> {
    return this.list({ customer_id: customerId });
  }

  async listByPayment(refs: readonly string[]): Promise<Subscription[]> {
    return this.list({ payment_refs: { $in: refs } });
  }

  /** Those of no member, oldest first. @param after the last id of the page before; `null` for the first page */
  async listUnmatched(after: string | null, limit: number): Promise<Subscription[]> {
    const page = after === null ? {} : { _id: { $gt: after } };
    const documents = await this.subscriptions
      .find({ discord_id: null, ...page })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<SubscriptionDocument[]>();
    return documents.map(withId);
  }

  /** Members whose entitlement has to be computed again. */
  async listDueMembers(): Promise<string[]> {
    return this.subscriptions.distinct('due_for', { due_for: ANY_TEXT, 'due_for.0': { $exists: true } });
  }

  /** Everybody who has, or had, a subscription. */
  async listMembers(): Promise<string[]> {
    return this.subscriptions.distinct('discord_id', { discord_id: { $ne: null } });
  }

  /** The member's entitlement was computed from these versions. */
  async settle(discordId: string, read: readonly Subscription[]): Promise<void> {
    for (const { id: _id, version, due_for } of read) {
      if (!due_for.includes(discordId)) continue;
      await this.subscriptions.updateOne({ _id, version }, { $pull: { due_for: discordId } });
    }
  }

  /** Keeps what became of a payment. Told twice, it is kept once. */
  async keepFact({ event_id, ...fields }: PaymentFact): Promise<void> {
    await this.facts.updateOne({ _id: event_id }, { $setOnInsert: fields }, { upsert: true });
  }

  /** What became of the payments, and of those of the customer. */
  async factsOf(refs: readonly string[], customerId: string | null): Promise<PaymentFact[]> {
    const ofCustomer = customerId === null ? [] : [{ customer_id: customerId }];
    const documents = await this.facts
      .find({ $or: [{ payment_refs: { $in: refs } }, ...ofCustomer] })
      .lean<PaymentFactDocument[]>();
    return documents.map(({ _id, ...fields }) => ({ event_id: _id, ...fields }));
  }

  private async list(query: QueryFilter<SubscriptionDocument>): Promise<Subscription[]> {
    const documents = await this.subscriptions.find(query).sort({ _id: 1 }).lean<SubscriptionDocument[]>();
    return documents.map(withId);
  }

  /** Lets somebody's subscriptions, and what became of their payments, stand for no one. */
  async replacePerson(discordId: string, by: string): Promise<void> {
    const customers = (await this.listOf(discordId)).flatMap(({ customer_id }) => customer_id ?? []);
    await this.facts.updateMany({ customer_id: { $in: customers } }, { $set: { customer_id: null } });
    await this.subscriptions.updateMany({ due_for: discordId }, { $pull: { due_for: discordId } });
    // What admins give has the member's id for its own.
    await this.subscriptions.updateMany(
      { source: 'admin', source_id: discordId },
      { $set: { source_id: by } },
    );
    await this.subscriptions.updateMany(
      { 'tellings.discord_id': discordId },
      { $set: { 'tellings.$[theirs].discord_id': by } },
      { arrayFilters: [{ 'theirs.discord_id': discordId }] },
    );
    await this.subscriptions.updateMany(
      { discord_id: discordId },
      { $set: { discord_id: by, email: null, customer_id: null, said: null }, $inc: { version: 1 } },
    );
  }
}
