import { Module } from '@nestjs/common';
import { BotEventsModule } from '../features/bot-events/bot-events.module.js';
import { HealthModule } from '../features/health/health.module.js';
import { UsersModule } from '../features/users/users.module.js';
import { BackendHealthController } from './backend-health.controller.js';
import { EventNotifyRoute } from './event-notify.route.js';
import { BotWatch } from './health-watches.js';
import { UserInfoController } from './user-info.controller.js';

/** The backend's internal endpoints. */
@Module({
  imports: [BotEventsModule, HealthModule, UsersModule],
  controllers: [BackendHealthController, UserInfoController],
  providers: [BotWatch, EventNotifyRoute],
})
export class BackendInternalApiModule {}
