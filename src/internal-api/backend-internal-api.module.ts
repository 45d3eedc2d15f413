import { Module } from '@nestjs/common';
import { BotEventsModule } from '../features/bot-events/bot-events.module.js';
import { HealthModule } from '../features/health/health.module.js';
import { PlansModule } from '../features/plans/plans.module.js';
import { UsersModule } from '../features/users/users.module.js';
import { EventNotifyRoute } from './event-notify.route.js';
import { BackendHealthRoute } from './health.routes.js';
import { BotWatch } from './health-watches.js';
import { MemberPlanController } from './member-plan.controller.js';
import { UserInfoController } from './user-info.controller.js';

/** The backend's internal endpoints. */
@Module({
  imports: [BotEventsModule, HealthModule, PlansModule, UsersModule],
  controllers: [MemberPlanController, UserInfoController],
  providers: [BackendHealthRoute, BotWatch, EventNotifyRoute],
})
export class BackendInternalApiModule {}
