import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { QueueModule } from '../../queue/queue.module.js';
import { PlanChangesRepositoryModule } from './plan-changes.data.module.js';
import { RoleMappingsModule } from '../role-mappings/role-mappings.module.js';
import { CarryOutPlanStep } from './carry-out-plan-step.js';
import { EnqueuePlanSteps } from './enqueue-plan-steps.js';
import { FollowSubscription } from './follow-subscription.js';
import { RecordPlanChange } from './record-plan-change.js';
import { StripeEvents } from './stripe-events.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';
import { SUBSCRIPTION_MODEL, subscriptionSchema } from './subscriptions.schema.js';
import { SweepPlans } from './sweep-plans.js';

/** Changes of members' plans: kept, then carried out through the bot. `BotGate` is provided by internal-api. */
@Module({
  imports: [
    QueueModule,
    PlanChangesRepositoryModule,
    RoleMappingsModule,
    MongooseModule.forFeature([{ name: SUBSCRIPTION_MODEL, schema: subscriptionSchema }]),
  ],
  providers: [
    CarryOutPlanStep,
    EnqueuePlanSteps,
    FollowSubscription,
    RecordPlanChange,
    StripeEvents,
    SubscriptionsRepository,
    SweepPlans,
  ],
  exports: [CarryOutPlanStep, FollowSubscription, RecordPlanChange, StripeEvents, SweepPlans],
})
export class PlansModule {}
