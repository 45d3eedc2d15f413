import { Injectable } from '@nestjs/common';
import { GuildsRepository } from '../guilds/guilds.repository.js';
import { UsersService } from '../users/users.service.js';
import { CompareMembership } from './compare-membership.js';
import { RoleSync, type MemberNamed } from './rules/role-sync.js';

/**
 * Follows what moderators do with roles on Discord, where a role stands for membership in the server's organization.
 * A report says only of whom: reports come late, twice and in any order, so what it says of roles is not believed.
 */
@Injectable()
export class FollowDiscordRoles extends RoleSync {
  constructor(
    private readonly guilds: GuildsRepository,
    private readonly users: UsersService,
    private readonly compare: CompareMembership,
  ) {
    super();
  }

  async memberChanged({ guild_id, discord_id }: MemberNamed): Promise<void> {
    const guild = await this.guilds.findByGuildId(guild_id);
    const user = await this.users.findByDiscordId(discord_id);
    if (guild === null || user === null) return;
    await this.compare.execute(guild.org_id, user);
  }
}
