import { Injectable, Logger } from '@nestjs/common';
import type { RoleMapping } from './rules/role-mapping.js';
import { RoleSync, type MemberRolesChanged } from './rules/role-sync.js';
import { GuildsRepository } from '../guilds/guilds.repository.js';
import { OrgMembersRepository } from '../organizations/org-members.repository.js';
import { RoleMappingsRepository } from './role-mappings.repository.js';
import { UsersRepository } from '../users/users.repository.js';

/**
 * Follows what moderators do with roles on Discord, where a role stands for membership in the server's organization: who gets
 * it becomes a member, who loses it is one no more. Staff and admins are made and unmade in VerseLink alone.
 */
@Injectable()
export class FollowDiscordRoles extends RoleSync {
  private readonly logger = new Logger('RoleMappings');

  constructor(
    private readonly guilds: GuildsRepository,
    private readonly mappings: RoleMappingsRepository,
    private readonly users: UsersRepository,
    private readonly members: OrgMembersRepository,
  ) {
    super();
  }

  async memberRolesChanged(change: MemberRolesChanged): Promise<void> {
    const { guild_id, discord_id, added_roles, removed_roles } = change;
    const guild = await this.guilds.findByGuildId(guild_id);
    const user = await this.users.findByDiscordId(discord_id);
    if (guild === null || user === null) return;
    const ofThisOrg = ({ verselink_entity_id }: RoleMapping): boolean =>
      verselink_entity_id === null || verselink_entity_id === guild.org_id;
    const mappings = (await this.mappings.listOfType(guild_id, 'org_member')).filter(ofThisOrg);
    const joins = mappings.some(
      (mapping) => mapping.auto_assign && added_roles.includes(mapping.discord_role_id),
    );
    const leaves = mappings.some(
      (mapping) => mapping.auto_remove && removed_roles.includes(mapping.discord_role_id),
    );
    if (joins === leaves) return;
    const held = await this.members.findRole(guild.org_id, user.id);
    if (joins && held === null) await this.members.put(guild.org_id, user.id, 'member');
    else if (leaves && held === 'member') await this.members.remove(guild.org_id, user.id);
    else return;
    this.logger.log({ discord_id, org_id: guild.org_id }, `Membership follows the roles of ${discord_id}`);
  }
}
