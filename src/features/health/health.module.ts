import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { DiscordApiModule } from '../../discord-api/discord-api.module.js';
import { QueueModule } from '../../queue/queue.module.js';
import { BotEventsModule } from '../bot-events/bot-events.module.js';
import { GuildsModule } from '../guilds/guilds.module.js';
import { ScheduledEventsModule } from '../scheduled-events/scheduled-events.module.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { FailuresService } from './failures.service.js';
import { FiguresHistory } from './figures-history.js';
import { GatewayState } from './gateway-state.js';
import { HealthAlert } from './health-alert.js';
import { HealthStatesRepository } from './health-states.repository.js';
import { HEALTH_STATE_MODEL, healthStateSchema } from './health-states.schema.js';
import { HealthWatch } from './health-watch.js';
import { HealthRepository } from './health.repository.js';
import { HealthService } from './health.service.js';
import { OperationsService } from './operations.service.js';
import { StatisticsService } from './statistics.service.js';

/** How VerseLink is, and the watch of each half over the other. */
@Module({
  imports: [
    BotEventsModule,
    DiscordApiModule,
    GuildsModule,
    QueueModule,
    ScheduledEventsModule,
    WebhooksModule,
    MongooseModule.forFeature([{ name: HEALTH_STATE_MODEL, schema: healthStateSchema }]),
  ],
  providers: [
    FailuresService,
    FiguresHistory,
    GatewayState,
    HealthAlert,
    HealthRepository,
    HealthService,
    HealthStatesRepository,
    HealthWatch,
    OperationsService,
    StatisticsService,
  ],
  exports: [
    FailuresService,
    FiguresHistory,
    GatewayState,
    HealthService,
    HealthWatch,
    OperationsService,
    StatisticsService,
  ],
})
export class HealthModule {}
