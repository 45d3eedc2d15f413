import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import { AttendanceModule } from '../features/attendance/attendance.module.js';
import { BotEventsModule } from '../features/bot-events/bot-events.module.js';
import { ChannelMappingsModule } from '../features/channel-mappings/channel-mappings.module.js';
import { DeparturesModule } from '../features/departures/departures.module.js';
import { EventNoticesModule } from '../features/event-notices/event-notices.module.js';
import { EventsModule } from '../features/events/events.module.js';
import { HealthModule } from '../features/health/health.module.js';
import { PayoutsModule } from '../features/payouts/payouts.module.js';
import { PlansModule } from '../features/plans/plans.module.js';
import { PrivacyModule } from '../features/privacy/privacy.module.js';
import { RoleMappingsModule } from '../features/role-mappings/role-mappings.module.js';
import { ScheduledEventsModule } from '../features/scheduled-events/scheduled-events.module.js';
import { SeriesModule } from '../features/series/series.module.js';
import { WebhooksModule } from '../features/webhooks/webhooks.module.js';
import { QueueModule } from '../queue/queue.module.js';
import { JobHandlers } from './job-handlers.js';
import { JobWorker } from './job-worker.js';
import { Schedules } from './schedules.js';

/** The worker: takes jobs from the queue and keeps the schedules. It imports the rooms whose methods do the work. */
@Module({
  imports: [
    DiscoveryModule,
    ScheduleModule.forRoot(),
    QueueModule,
    AttendanceModule,
    BotEventsModule,
    ChannelMappingsModule,
    DeparturesModule,
    EventNoticesModule,
    EventsModule,
    HealthModule,
    PayoutsModule,
    PlansModule,
    PrivacyModule,
    RoleMappingsModule,
    ScheduledEventsModule,
    SeriesModule,
    WebhooksModule,
  ],
  providers: [JobHandlers, JobWorker, Schedules],
})
export class JobsModule {}
