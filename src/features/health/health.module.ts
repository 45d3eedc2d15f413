import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { DiscordApiModule } from '../../discord-api/discord-api.module.js';
import { QueueModule } from '../../queue/queue.module.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { GatewayState } from './gateway-state.js';
import { HealthAlert } from './health-alert.js';
import { HealthStatesRepository } from './health-states.repository.js';
import { HEALTH_STATE_MODEL, healthStateSchema } from './health-states.schema.js';
import { HealthWatch } from './health-watch.js';
import { HealthRepository } from './health.repository.js';
import { HealthService } from './health.service.js';

/** How VerseLink is, and the watch of each half over the other. */
@Module({
  imports: [
    DiscordApiModule,
    QueueModule,
    WebhooksModule,
    MongooseModule.forFeature([{ name: HEALTH_STATE_MODEL, schema: healthStateSchema }]),
  ],
  providers: [
    GatewayState,
    HealthAlert,
    HealthRepository,
    HealthService,
    HealthStatesRepository,
    HealthWatch,
  ],
  exports: [GatewayState, HealthService, HealthWatch],
})
export class HealthModule {}
