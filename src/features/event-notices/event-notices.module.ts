import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { DiscordApiModule } from '../../discord-api/discord-api.module.js';
import { QueueModule } from '../../queue/queue.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { EventsModule } from '../events/events.module.js';
import { GuildsModule } from '../guilds/guilds.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { ScheduledEventsModule } from '../scheduled-events/scheduled-events.module.js';
import { UsersModule } from '../users/users.module.js';
import { AnnouncementsService } from './announcements.service.js';
import { EventNoticesRepository } from './event-notices.repository.js';
import {
  NOTICE_DELIVERY_MODEL,
  NOTICE_MODEL,
  noticeDeliverySchema,
  noticeSchema,
  REMINDER_MODEL,
  reminderSchema,
} from './event-notices.schema.js';
import { EventNoticesService } from './event-notices.service.js';
import { NoticeAudience } from './notice-audience.js';
import { NoticeDeliveriesRepository } from './notice-deliveries.repository.js';
import { NoticeDeliveriesService } from './notice-deliveries.service.js';
import { NoticeLetters } from './notice-letters.js';
import { ReminderClock } from './reminder-clock.js';

/** What members are told about events: reminders, changes, promotions, announcements. */
@Module({
  imports: [
    AuditModule,
    DiscordApiModule,
    EventsModule,
    GuildsModule,
    NotificationsModule,
    QueueModule,
    ScheduledEventsModule,
    UsersModule,
    MongooseModule.forFeature([
      { name: NOTICE_MODEL, schema: noticeSchema },
      { name: NOTICE_DELIVERY_MODEL, schema: noticeDeliverySchema },
      { name: REMINDER_MODEL, schema: reminderSchema },
    ]),
  ],
  providers: [
    AnnouncementsService,
    EventNoticesRepository,
    EventNoticesService,
    NoticeAudience,
    NoticeDeliveriesRepository,
    NoticeDeliveriesService,
    NoticeLetters,
    ReminderClock,
  ],
  exports: [AnnouncementsService, EventNoticesService, NoticeAudience],
})
export class EventNoticesModule {}
