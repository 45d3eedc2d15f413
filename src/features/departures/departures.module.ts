import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { DiscordApiModule } from '../../discord-api/discord-api.module.js';
import { QueueModule } from '../../queue/queue.module.js';
import { EventsModule } from '../events/events.module.js';
import { GuildsModule } from '../guilds/guilds.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { ScheduledEventsModule } from '../scheduled-events/scheduled-events.module.js';
import { UsersModule } from '../users/users.module.js';
import { DEPARTURE_MODEL, departureSchema } from './departures.schema.js';
import { DeparturesRepository } from './departures.repository.js';
import { DeparturesService } from './departures.service.js';
import { EventServers } from './event-servers.js';
import { SeatFreeing } from './seat-freeing.js';

/** People who leave servers, and what becomes of their seats. */
@Module({
  imports: [
    DiscordApiModule,
    EventsModule,
    GuildsModule,
    OrganizationsModule,
    QueueModule,
    ScheduledEventsModule,
    UsersModule,
    MongooseModule.forFeature([{ name: DEPARTURE_MODEL, schema: departureSchema }]),
  ],
  providers: [DeparturesRepository, DeparturesService, EventServers, SeatFreeing],
  exports: [DeparturesService],
})
export class DeparturesModule {}
