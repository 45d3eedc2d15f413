import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { DiscordApiModule } from '../../discord-api/discord-api.module.js';
import { QueueModule } from '../../queue/queue.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { EventsModule } from '../events/events.module.js';
import { GuildsModule } from '../guilds/guilds.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { UsersModule } from '../users/users.module.js';
import { EventMappings } from './event-mappings.js';
import { EventRoleTriggers } from './event-role-triggers.js';
import { EventRolesService } from './event-roles.service.js';
import { MemberRolesService } from './member-roles.service.js';
import { MembershipsService } from './memberships.service.js';
import { RoleGrantsRepository } from './role-grants.repository.js';
import { ROLE_GRANTS_MODEL, roleGrantsSchema } from './role-grants.schema.js';
import { RoleGrantsService } from './role-grants.service.js';
import { RoleMappingsRepository } from './role-mappings.repository.js';
import { ROLE_MAPPING_MODEL, roleMappingSchema } from './role-mappings.schema.js';
import { RoleMappingsService } from './role-mappings.service.js';
import { RoleTroubles } from './role-troubles.js';
import { TemporaryRolesRepository } from './temporary-roles.repository.js';
import { TEMPORARY_ROLE_MODEL, temporaryRoleSchema } from './temporary-roles.schema.js';
import { TemporaryRolesService } from './temporary-roles.service.js';

/** What Discord's roles stand for, and who holds them. */
@Module({
  imports: [
    AuditModule,
    DiscordApiModule,
    QueueModule,
    EventsModule,
    GuildsModule,
    OrganizationsModule,
    UsersModule,
    MongooseModule.forFeature([
      { name: ROLE_GRANTS_MODEL, schema: roleGrantsSchema },
      { name: ROLE_MAPPING_MODEL, schema: roleMappingSchema },
      { name: TEMPORARY_ROLE_MODEL, schema: temporaryRoleSchema },
    ]),
  ],
  providers: [
    EventMappings,
    EventRoleTriggers,
    EventRolesService,
    MemberRolesService,
    MembershipsService,
    RoleGrantsRepository,
    RoleGrantsService,
    RoleMappingsRepository,
    RoleMappingsService,
    RoleTroubles,
    TemporaryRolesRepository,
    TemporaryRolesService,
  ],
  exports: [
    EventRolesService,
    MemberRolesService,
    MembershipsService,
    RoleGrantsService,
    RoleMappingsService,
    TemporaryRolesService,
  ],
})
export class RoleMappingsModule {}
