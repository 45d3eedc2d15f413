import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { DiscordApiModule } from '../../discord-api/discord-api.module.js';
import { GuildsModule } from '../guilds/guilds.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { UsersModule } from '../users/users.module.js';
import { MemberRolesService } from './member-roles.service.js';
import { MembershipsService } from './memberships.service.js';
import { RoleMappingsRepository } from './role-mappings.repository.js';
import { ROLE_MAPPING_MODEL, roleMappingSchema } from './role-mappings.schema.js';
import { RoleMappingsService } from './role-mappings.service.js';

/** What Discord's roles stand for, and who holds them. */
@Module({
  imports: [
    DiscordApiModule,
    GuildsModule,
    OrganizationsModule,
    UsersModule,
    MongooseModule.forFeature([{ name: ROLE_MAPPING_MODEL, schema: roleMappingSchema }]),
  ],
  providers: [MemberRolesService, MembershipsService, RoleMappingsRepository, RoleMappingsService],
  exports: [MemberRolesService, MembershipsService, RoleMappingsService],
})
export class RoleMappingsModule {}
