import { Injectable } from '@nestjs/common';
import { unavailable } from '../../common/errors.js';
import { RecordPlanChange, type PlanChangeInput } from './record-plan-change.js';
import { follow, type PlanMove, type Subscription, type SubscriptionNews } from './rules/subscription.js';
import { SubscriptionsRepository, type SubscriptionRecord } from './subscriptions.repository.js';

/** Events about one subscription that may overtake each other before the last is asked to come again. */
const TRIES = 10;

/** Takes in what a payment provider says about a subscription, and records the change of plan that follows. */
@Injectable()
export class FollowSubscription {
  constructor(
    private readonly subscriptions: SubscriptionsRepository,
    private readonly recordChange: RecordPlanChange,
  ) {}

  /**
   * Events may come twice and in any order. One that failed half-way is finished by its repeat, or by the next event.
   * @throws unavailable when too many come at once; the provider then sends it again
   */
  async execute(news: SubscriptionNews): Promise<void> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const before = await this.subscriptions.findById(news.subscription_id);
      if (before !== null) await this.record(before);
      const followed = follow(before, news);
      if (followed === null) return;
      const { subscription, move } = followed;
      const next = { ...subscription, unrecorded: move && changeOf(subscription, move, news.event_id) };
      if (await this.subscriptions.replace(before, next)) return this.record(next);
    }
    throw unavailable('Too many events about this subscription at once.');
  }

  private async record(subscription: SubscriptionRecord): Promise<void> {
    if (subscription.unrecorded === null) return;
    await this.recordChange.execute(subscription.unrecorded);
    await this.subscriptions.markRecorded(subscription);
  }
}

function changeOf({ id, discord_id }: Subscription, move: PlanMove, eventId: string): PlanChangeInput {
  const { action, plan, reason } = move;
  return {
    discord_id,
    action,
    plan,
    metadata: {
      stripe_subscription: id,
      ...(action.startsWith('plan_') && { new_plan: plan }),
      ...(reason !== null && { reason }),
    },
    source: 'stripe',
    source_id: eventId,
  };
}
