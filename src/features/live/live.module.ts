import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module.js';
import { GuildsModule } from '../guilds/guilds.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { LiveTopics } from './live-topics.service.js';
import { LiveService } from './live.service.js';

/** Tells open pages what has changed. */
@Module({
  imports: [EventsModule, GuildsModule, OrganizationsModule, SessionsModule],
  providers: [LiveService, LiveTopics],
  exports: [LiveService],
})
export class LiveModule {}
