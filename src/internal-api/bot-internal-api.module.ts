import { Module } from '@nestjs/common';
import { HealthModule } from '../features/health/health.module.js';
import { BotHealthController } from './bot-health.controller.js';

/** The bot's internal endpoints, on the private listener. */
@Module({ imports: [HealthModule], controllers: [BotHealthController] })
export class BotInternalApiModule {}
