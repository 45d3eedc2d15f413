import { Module } from '@nestjs/common';
import { DiscordApiModule } from '../../discord-api/discord-api.module.js';
import { UsersModule } from '../users/users.module.js';
import { NotifyJobs } from './notify-jobs.js';
import { NotificationsService } from './notifications.service.js';

/** Direct messages to members. */
@Module({
  imports: [DiscordApiModule, UsersModule],
  providers: [NotificationsService, NotifyJobs],
  exports: [NotificationsService, NotifyJobs],
})
export class NotificationsModule {}
