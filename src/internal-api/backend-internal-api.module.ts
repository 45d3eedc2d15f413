import { Module } from '@nestjs/common';
import { BotEventsModule } from '../features/bot-events/bot-events.module.js';
import { HealthModule } from '../features/health/health.module.js';
import { UserInfoModule } from '../features/users/user-info.module.js';
import { BackendHealthController } from './backend-health.controller.js';
import { EventNotifyController } from './event-notify.controller.js';
import { UserInfoController } from './user-info.controller.js';

/** The backend's internal endpoints. */
@Module({
  imports: [BotEventsModule, HealthModule, UserInfoModule],
  controllers: [BackendHealthController, EventNotifyController, UserInfoController],
})
export class BackendInternalApiModule {}
