import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { HealthModule } from '../features/health/health.module.js';
import { RoleMappingsModule } from '../features/role-mappings/role-mappings.module.js';
import { NotificationsModule } from '../features/notifications/notifications.module.js';
import { BackendWatch } from './health-watches.js';
import { BotHealthRoute } from './health.routes.js';
import { NotifyController } from './notify.controller.js';
import { RolesController } from './roles.controller.js';

/** The bot's internal endpoints, on the private listener. */
@Module({
  imports: [ScheduleModule.forRoot(), HealthModule, NotificationsModule, RoleMappingsModule],
  providers: [BackendWatch, BotHealthRoute],
  controllers: [NotifyController, RolesController],
})
export class BotInternalApiModule {}
