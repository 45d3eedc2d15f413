import { Global, Module } from '@nestjs/common';
import { DiscordApiModule } from '../../discord-api/discord-api.module.js';
import { RoleSync } from './rules/role-sync.js';
import { GuildsRepositoryModule } from '../guilds/guilds.data.module.js';
import { OrgMembersModule } from '../organizations/org-members.data.module.js';
import { RoleMappingsRepositoryModule } from './role-mappings.data.module.js';
import { UsersModule } from '../users/users.module.js';
import { CompareMembership } from './compare-membership.js';
import { CompareMemberships } from './compare-memberships.js';
import { MembershipMappings } from './membership-mappings.js';
import { FollowDiscordRoles } from './follow-discord-roles.js';

/** Gives the room of the bot's events its way to the role mappings, without one room knowing of the other. */
@Global()
@Module({
  imports: [
    DiscordApiModule,
    GuildsRepositoryModule,
    OrgMembersModule,
    RoleMappingsRepositoryModule,
    UsersModule,
  ],
  providers: [
    CompareMembership,
    CompareMemberships,
    MembershipMappings,
    { provide: RoleSync, useClass: FollowDiscordRoles },
  ],
  exports: [CompareMemberships, RoleSync],
})
export class RoleSyncModule {}
