import { Module } from '@nestjs/common';
import { BotEventsModule } from '../../features/bot-events/bot-events.module.js';
import { BotEventsController } from './bot-events.controller.js';

@Module({ imports: [BotEventsModule], controllers: [BotEventsController] })
export class BotEventsApiModule {}
