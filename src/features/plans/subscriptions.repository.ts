import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { isDuplicateKey } from '../../infra/duplicate-key.js';
import { withId } from '../../infra/with-id.js';
import type { PlanChangeInput } from './record-plan-change.js';
import type { Subscription } from './rules/subscription.js';
import { SUBSCRIPTION_MODEL, type SubscriptionDocument } from './subscriptions.schema.js';

/** A subscription with the change of plan that is still to be recorded, `null` for none. */
export interface SubscriptionRecord extends Subscription {
  readonly unrecorded: PlanChangeInput | null;
}

/** Members' subscriptions, each as its newest event left it. */
@Injectable()
export class SubscriptionsRepository {
  constructor(@InjectModel(SUBSCRIPTION_MODEL) private readonly subscriptions: Model<SubscriptionDocument>) {}

  async findById(id: string): Promise<SubscriptionRecord | null> {
    const document = await this.subscriptions.findById(id).lean<SubscriptionDocument>();
    return document && withId(document);
  }

  /**
   * Writes what follows `before`.
   * @returns false when another event was faster, and nothing was written
   */
  async replace(before: Subscription | null, { id, ...next }: SubscriptionRecord): Promise<boolean> {
    if (before !== null) {
      const { matchedCount } = await this.subscriptions.updateOne(asItWas(before), { $set: next });
      return matchedCount === 1;
    }
    try {
      await this.subscriptions.create({ _id: id, ...next });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** Its change of plan is recorded. A newer event is left alone: it has recorded this one before its own. */
  async markRecorded(subscription: Subscription): Promise<void> {
    await this.subscriptions.updateOne(asItWas(subscription), { $set: { unrecorded: null } });
  }
}

function asItWas({ id, told_at, event_ids }: Subscription): QueryFilter<SubscriptionDocument> {
  return { _id: id, told_at, event_ids };
}
