import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { notFound } from '../../common/errors.js';
import { requireRole } from '../organizations/rules/organization-access.js';
import { GuildsRepository } from '../guilds/guilds.repository.js';
import { OrgMembersRepository } from '../organizations/org-members.repository.js';

/** Who may look after the role mappings of a server: admins of the organization that it is registered for. */
@Injectable()
export class MappingAccess {
  constructor(
    private readonly guilds: GuildsRepository,
    private readonly members: OrgMembersRepository,
  ) {}

  /** @throws not_found `guild_not_found` for a server that is not registered, also to those outside its organization · forbidden */
  async requireAdmin(actor: Actor, guildId: string): Promise<void> {
    const guild = await this.guilds.findByGuildId(guildId);
    if (guild === null) throw notFound('guild');
    const role = await this.members.findRole(guild.org_id, actor.user_id);
    if (role === null && !actor.site_admin) throw notFound('guild');
    requireRole(actor, role, 'admin');
  }

  /** The servers whose mappings the actor may see; `null` for all of them. */
  async administeredGuilds(actor: Actor): Promise<string[] | null> {
    if (actor.site_admin) return null;
    const orgIds = await this.members.listOrgIds(actor.user_id, ['admin']);
    const guilds = await Promise.all(orgIds.map((orgId) => this.guilds.listByOrg(orgId)));
    return guilds.flat().map(({ guild_id }) => guild_id);
  }
}
