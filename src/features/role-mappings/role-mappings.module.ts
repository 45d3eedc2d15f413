import { Module } from '@nestjs/common';
import { GuildsRepositoryModule } from '../guilds/guilds.data.module.js';
import { ServerChecksModule } from '../guilds/server-checks.module.js';
import { OrgMembersModule } from '../organizations/org-members.data.module.js';
import { RoleMappingsRepositoryModule } from './role-mappings.data.module.js';
import { ChangeRoleMapping } from './change-role-mapping.js';
import { CreateRoleMapping } from './create-role-mapping.js';
import { ListRoleMappings } from './list-role-mappings.js';
import { MappingAccess } from './mapping-access.js';

const useCases = [ChangeRoleMapping, CreateRoleMapping, ListRoleMappings];

/** What Discord's roles stand for, kept by organizations' admins. */
@Module({
  imports: [GuildsRepositoryModule, OrgMembersModule, RoleMappingsRepositoryModule, ServerChecksModule],
  providers: [...useCases, MappingAccess],
  exports: useCases,
})
export class RoleMappingsModule {}
