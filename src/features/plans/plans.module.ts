import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { QueueModule } from '../../queue/queue.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { RoleMappingsModule } from '../role-mappings/role-mappings.module.js';
import { UsersModule } from '../users/users.module.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { EntitlementsService } from './entitlements.service.js';
import { PAYMENT_FACT_MODEL, paymentFactSchema } from './payment-facts.schema.js';
import { PlanChangesRepository } from './plan-changes.repository.js';
import { PLAN_CHANGE_MODEL, planChangeSchema } from './plan-changes.schema.js';
import { PlanChangesService } from './plan-changes.service.js';
import { PlanJobsService } from './plan-jobs.service.js';
import { PlanNews } from './plan-news.js';
import { PlanRolesService } from './plan-roles.service.js';
import { StripeEvents } from './stripe-events.js';
import { RoleJobsService } from './role-jobs.service.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';
import { SUBSCRIPTION_MODEL, subscriptionSchema } from './subscriptions.schema.js';
import { SubscriptionsService } from './subscriptions.service.js';

/** What members pay for, what they are entitled to by it, and what follows. `BotGate` is provided by internal-api. */
@Module({
  imports: [
    NotificationsModule,
    QueueModule,
    RoleMappingsModule,
    UsersModule,
    WebhooksModule,
    MongooseModule.forFeature([
      { name: PAYMENT_FACT_MODEL, schema: paymentFactSchema },
      { name: PLAN_CHANGE_MODEL, schema: planChangeSchema },
      { name: SUBSCRIPTION_MODEL, schema: subscriptionSchema },
    ]),
  ],
  providers: [
    EntitlementsService,
    PlanChangesRepository,
    PlanChangesService,
    PlanJobsService,
    PlanNews,
    PlanRolesService,
    RoleJobsService,
    StripeEvents,
    SubscriptionsRepository,
    SubscriptionsService,
  ],
  exports: [
    EntitlementsService,
    PlanChangesService,
    PlanJobsService,
    PlanRolesService,
    StripeEvents,
    SubscriptionsService,
  ],
})
export class PlansModule {}
