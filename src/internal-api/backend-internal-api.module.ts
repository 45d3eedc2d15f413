import { Module } from '@nestjs/common';
import { BotEventsModule } from '../features/bot-events/bot-events.module.js';
import { HealthModule } from '../features/health/health.module.js';
import { PlansModule } from '../features/plans/plans.module.js';
import { UsersModule } from '../features/users/users.module.js';
import { BackendHealthController } from './backend-health.controller.js';
import { EventNotifyRoute } from './event-notify.route.js';
import { BotWatch } from './health-watches.js';
import { MemberPlanController } from './member-plan.controller.js';
import { UserInfoController } from './user-info.controller.js';

/** The backend's internal endpoints. */
@Module({
  imports: [BotEventsModule, HealthModule, PlansModule, UsersModule],
  controllers: [BackendHealthController, MemberPlanController, UserInfoController],
  providers: [BotWatch, EventNotifyRoute],
})
export class BackendInternalApiModule {}
