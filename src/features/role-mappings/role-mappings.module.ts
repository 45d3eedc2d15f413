import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { DiscordApiModule } from '../../discord-api/discord-api.module.js';
import { QueueModule } from '../../queue/queue.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { GuildsModule } from '../guilds/guilds.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { UsersModule } from '../users/users.module.js';
import { MemberRolesService } from './member-roles.service.js';
import { MembershipsService } from './memberships.service.js';
import { RoleGrantsRepository } from './role-grants.repository.js';
import { ROLE_GRANTS_MODEL, roleGrantsSchema } from './role-grants.schema.js';
import { RoleGrantsService } from './role-grants.service.js';
import { RoleMappingsRepository } from './role-mappings.repository.js';
import { ROLE_MAPPING_MODEL, roleMappingSchema } from './role-mappings.schema.js';
import { RoleMappingsService } from './role-mappings.service.js';

/** What Discord's roles stand for, and who holds them. */
@Module({
  imports: [
    AuditModule,
    DiscordApiModule,
    QueueModule,
    GuildsModule,
    OrganizationsModule,
    UsersModule,
    MongooseModule.forFeature([
      { name: ROLE_GRANTS_MODEL, schema: roleGrantsSchema },
      { name: ROLE_MAPPING_MODEL, schema: roleMappingSchema },
    ]),
  ],
  providers: [
    MemberRolesService,
    MembershipsService,
    RoleGrantsRepository,
    RoleGrantsService,
    RoleMappingsRepository,
    RoleMappingsService,
  ],
  exports: [MemberRolesService, MembershipsService, RoleGrantsService, RoleMappingsService],
})
export class RoleMappingsModule {}
