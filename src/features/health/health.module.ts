import { Module } from '@nestjs/common';
import { DiscordApiModule } from '../../discord-api/discord-api.module.js';
import { QueueModule } from '../../queue/queue.module.js';
import { HealthRepositoryModule } from './health.data.module.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { AlertHealth } from './alert-health.js';
import { CheckDiscord } from './check-discord.js';
import { CheckService } from './check-service.js';
import { GatewayState } from './gateway-state.js';
import { ReadMetrics } from './read-metrics.js';
import { WatchBackend } from './watch-backend.js';
import { WatchBot } from './watch-bot.js';
import { WatchHealth } from './watch-health.js';

@Module({
  imports: [HealthRepositoryModule, QueueModule, DiscordApiModule, WebhooksModule],
  providers: [
    AlertHealth,
    CheckDiscord,
    CheckService,
    GatewayState,
    ReadMetrics,
    WatchBackend,
    WatchBot,
    WatchHealth,
  ],
  exports: [CheckDiscord, CheckService, GatewayState, ReadMetrics, WatchBackend, WatchBot],
})
export class HealthModule {}
