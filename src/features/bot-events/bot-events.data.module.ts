import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { BotEventStatisticsRepository } from './bot-event-statistics.repository.js';
import { BotEventsRepository } from './bot-events.repository.js';
import { BOT_EVENT_MODEL, botEventSchema } from './bot-events.schema.js';

@Module({
  imports: [MongooseModule.forFeature([{ name: BOT_EVENT_MODEL, schema: botEventSchema }])],
  providers: [BotEventsRepository, BotEventStatisticsRepository],
  exports: [BotEventsRepository, BotEventStatisticsRepository],
})
export class BotEventsRepositoryModule {}
