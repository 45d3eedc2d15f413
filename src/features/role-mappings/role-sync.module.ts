import { Global, Module } from '@nestjs/common';
import { RoleSync } from '../../domain/role-mappings/role-sync.js';
import { GuildsRepositoryModule } from '../../repositories/guilds/guilds.module.js';
import { OrgMembersModule } from '../../repositories/org-members/org-members.module.js';
import { RoleMappingsRepositoryModule } from '../../repositories/role-mappings/role-mappings.module.js';
import { UsersModule } from '../../repositories/users/users.module.js';
import { FollowDiscordRoles } from './follow-discord-roles.js';

/** Gives the room of the bot's events its way to the role mappings, without one room knowing of the other. */
@Global()
@Module({
  imports: [GuildsRepositoryModule, OrgMembersModule, RoleMappingsRepositoryModule, UsersModule],
  providers: [{ provide: RoleSync, useClass: FollowDiscordRoles }],
  exports: [RoleSync],
})
export class RoleSyncModule {}
