import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { DiscordApiModule } from '../../discord-api/discord-api.module.js';
import { QueueModule } from '../../queue/queue.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { UsersModule } from '../users/users.module.js';
import { GuildRolesService } from './guild-roles.service.js';
import { GuildsRepository } from './guilds.repository.js';
import { GUILD_MODEL, guildSchema } from './guilds.schema.js';
import { OrganizerNotices } from './organizer-notices.js';
import { ServerFaultsRepository } from './server-faults.repository.js';
import { SERVER_FAULT_MODEL, serverFaultSchema } from './server-faults.schema.js';
import { ServerFaultsService } from './server-faults.service.js';
import { ServerPermissions } from './server-permissions.js';
import { GuildsService } from './guilds.service.js';
import { ServerChecks } from './server-checks.js';
import { ServerDoctor } from './server-doctor.service.js';
import { ServerSetupService } from './server-setup.service.js';

/** Discord servers: who has registered them, and what Discord says of them. */
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: GUILD_MODEL, schema: guildSchema },
      { name: SERVER_FAULT_MODEL, schema: serverFaultSchema },
    ]),
    AuditModule,
    DiscordApiModule,
    OrganizationsModule,
    QueueModule,
    UsersModule,
  ],
  providers: [
    GuildRolesService,
    GuildsRepository,
    GuildsService,
    ServerChecks,
    OrganizerNotices,
    ServerFaultsRepository,
    ServerFaultsService,
    ServerDoctor,
    ServerPermissions,
    ServerSetupService,
  ],
  exports: [
    GuildRolesService,
    GuildsService,
    ServerChecks,
    OrganizerNotices,
    ServerFaultsService,
    ServerDoctor,
    ServerPermissions,
    ServerSetupService,
  ],
})
export class GuildsModule {}
