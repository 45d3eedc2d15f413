import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { BotEventsModule } from '../features/bot-events/bot-events.module.js';
import { HealthModule } from '../features/health/health.module.js';
import { JobRowsModule } from '../queue/job-rows.module.js';
import { ScheduledEventsModule } from '../features/scheduled-events/scheduled-events.module.js';
import { PlansModule } from '../features/plans/plans.module.js';
import { RoleMappingsModule } from '../features/role-mappings/role-mappings.module.js';
import { EventsModule } from '../features/events/events.module.js';
import { WebhooksModule } from '../features/webhooks/webhooks.module.js';
import { QueueModule } from '../queue/queue.module.js';
import { BotEventsHandler } from './handlers/bot-events.handler.js';
import { CompareMembershipsHandler } from './handlers/compare-memberships.handler.js';
import { MirrorEventHandler } from './handlers/mirror-event.handler.js';
import { MirrorGuildHandler } from './handlers/mirror-guild.handler.js';
import { PlanStepHandler } from './handlers/plan-step.handler.js';
import { ReconcileMirrorHandler } from './handlers/reconcile-mirror.handler.js';
import { SweepHandler } from './handlers/sweep.handler.js';
import { WatchBotHandler } from './handlers/watch-bot.handler.js';
import { WebhookDeliveryHandler } from './handlers/webhook-delivery.handler.js';
import type { JobHandler, TriggerHandler } from './job-handler.js';
import { JobHandlers } from './job-handlers.js';
import { JobWorker } from './job-worker.js';
import { Schedules } from './schedules.js';

const JOB_HANDLERS = [PlanStepHandler, ReconcileMirrorHandler, WebhookDeliveryHandler];
const TRIGGER_HANDLERS = [
  BotEventsHandler,
  CompareMembershipsHandler,
  MirrorEventHandler,
  MirrorGuildHandler,
  SweepHandler,
  WatchBotHandler,
];

/** The worker: takes jobs from the queue and keeps the schedules. */
@Module({
  imports: [
    ScheduleModule.forRoot(),
    QueueModule,
    BotEventsModule,
    HealthModule,
    JobRowsModule,
    ScheduledEventsModule,
    PlansModule,
    RoleMappingsModule,
    EventsModule,
    WebhooksModule,
  ],
  providers: [
    ...JOB_HANDLERS,
    ...TRIGGER_HANDLERS,
    {
      provide: JobHandlers,
      inject: [...JOB_HANDLERS, ...TRIGGER_HANDLERS],
      useFactory: (...handlers: (JobHandler | TriggerHandler)[]) =>
        new JobHandlers(
          handlers.filter((handler) => 'types' in handler),
          handlers.filter((handler) => 'name' in handler),
        ),
    },
    JobWorker,
    Schedules,
  ],
})
export class JobsModule {}
