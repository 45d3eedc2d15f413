import { Module } from '@nestjs/common';
import { BotEventsApiModule } from './bot-events/bot-events-api.module.js';
import { DiscordEventsApiModule } from './discord-events/discord-events-api.module.js';
import { DiscordJobsApiModule } from './discord-jobs/discord-jobs-api.module.js';
import { EventsApiModule } from './events/events-api.module.js';
import { GuildsApiModule } from './guilds/guilds-api.module.js';
import { HealthApiModule } from './health/health-api.module.js';
import { OrganizationsApiModule } from './organizations/organizations-api.module.js';
import { PlansApiModule } from './plans/plans-api.module.js';
import { RoleMappingsApiModule } from './role-mappings/role-mappings-api.module.js';
import { SignupsApiModule } from './signups/signups-api.module.js';
import { UsersApiModule } from './users/users-api.module.js';
import { WebhooksApiModule } from './webhooks/webhooks-api.module.js';

/** The public REST API: one module for each noun. */
@Module({
  imports: [
    BotEventsApiModule,
    DiscordEventsApiModule,
    DiscordJobsApiModule,
    EventsApiModule,
    GuildsApiModule,
    HealthApiModule,
    OrganizationsApiModule,
    PlansApiModule,
    RoleMappingsApiModule,
    SignupsApiModule,
    UsersApiModule,
    WebhooksApiModule,
  ],
})
export class RestApiModule {}
