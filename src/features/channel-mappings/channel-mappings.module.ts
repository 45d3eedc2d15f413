import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { DiscordApiModule } from '../../discord-api/discord-api.module.js';
import { QueueModule } from '../../queue/queue.module.js';
import { EventsModule } from '../events/events.module.js';
import { GuildsModule } from '../guilds/guilds.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { UsersModule } from '../users/users.module.js';
import { ChannelAccess } from './channel-access.js';
import { ChannelJobsService } from './channel-jobs.service.js';
import { ChannelMappingsRepository } from './channel-mappings.repository.js';
import { CHANNEL_MAPPING_MODEL, channelMappingSchema } from './channel-mappings.schema.js';
import { ChannelMappingsService } from './channel-mappings.service.js';
import { EventThread } from './event-thread.service.js';
import { EventChannels } from './event-channels.service.js';

/** Channels of events on Discord servers. */
@Module({
  imports: [
    DiscordApiModule,
    EventsModule,
    GuildsModule,
    OrganizationsModule,
    QueueModule,
    UsersModule,
    MongooseModule.forFeature([{ name: CHANNEL_MAPPING_MODEL, schema: channelMappingSchema }]),
  ],
  providers: [
    ChannelAccess,
    ChannelJobsService,
    ChannelMappingsRepository,
    ChannelMappingsService,
    EventChannels,
    EventThread,
  ],
  exports: [ChannelMappingsService],
})
export class ChannelMappingsModule {}
