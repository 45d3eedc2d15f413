import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ChannelMappingsModule } from '../channel-mappings/channel-mappings.module.js';
import { EventsModule } from '../events/events.module.js';
import { GuildsModule } from '../guilds/guilds.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { UsersModule } from '../users/users.module.js';
import { AttendanceCounter } from './attendance-counter.js';
import {
  EVENT_PRESENCE_MODEL,
  eventPresenceSchema,
  VOICE_PRESENCE_MODEL,
  voicePresenceSchema,
} from './attendance.schema.js';
import { AttendanceService } from './attendance.service.js';
import { EventPresenceRepository } from './event-presence.repository.js';
import { VoicePresenceRepository } from './voice-presence.repository.js';
import { VoicePresenceService } from './voice-presence.service.js';

/** Who came to events. */
@Module({
  imports: [
    ChannelMappingsModule,
    EventsModule,
    GuildsModule,
    OrganizationsModule,
    UsersModule,
    MongooseModule.forFeature([
      { name: EVENT_PRESENCE_MODEL, schema: eventPresenceSchema },
      { name: VOICE_PRESENCE_MODEL, schema: voicePresenceSchema },
    ]),
  ],
  providers: [
    AttendanceCounter,
    AttendanceService,
    EventPresenceRepository,
    VoicePresenceRepository,
    VoicePresenceService,
  ],
  exports: [AttendanceService, VoicePresenceService],
})
export class AttendanceModule {}
