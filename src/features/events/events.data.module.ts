import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { EventSeatsRepository } from './event-seats.repository.js';
import { EventsRepository } from './events.repository.js';
import { EVENT_MODEL, eventSchema } from './events.schema.js';

@Module({
  imports: [MongooseModule.forFeature([{ name: EVENT_MODEL, schema: eventSchema }])],
  providers: [EventsRepository, EventSeatsRepository],
  exports: [EventsRepository, EventSeatsRepository],
})
export class EventsRepositoryModule {}
