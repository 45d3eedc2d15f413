import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { notFound } from '../../common/errors.js';
import type { Guild } from './rules/guild.js';
import { requireRole } from '../organizations/rules/organization-access.js';
import { canSee } from '../organizations/rules/organization-visibility.js';
import { GuildsRepository } from './guilds.repository.js';
import { OrgMembersRepository } from '../organizations/org-members.repository.js';
import { OrganizationsRepository } from '../organizations/organizations.repository.js';

/** Decides who may register and manage Discord servers: admins of the organization they belong to. */
@Injectable()
export class GuildAccess {
  constructor(
    private readonly guilds: GuildsRepository,
    private readonly organizations: OrganizationsRepository,
    private readonly members: OrgMembersRepository,
  ) {}

  /**
   * @throws not_found when there is no such organization for the actor
   * @throws forbidden when the actor is not its admin
   */
  async requireOrgAdmin(actor: Actor, orgId: string): Promise<void> {
    const [organization, held] = await Promise.all([
      this.organizations.findById(orgId),
      this.members.findRole(orgId, actor.user_id),
    ]);
    if (organization === null || !canSee(actor, organization, held)) throw notFound('organization');
    requireRole(actor, held, 'admin');
  }

  /**
   * The server, for an admin of its organization.
   * @throws not_found when it is not registered, or by an organization that the actor does not belong to
   * @throws forbidden when the actor belongs to it but is not its admin
   */
  async load(actor: Actor, guildId: string): Promise<Guild> {
    const guild = await this.guilds.findByGuildId(guildId);
    if (guild === null) throw notFound('guild');
    const held = await this.members.findRole(guild.org_id, actor.user_id);
    if (held === null && !actor.site_admin) throw notFound('guild');
    requireRole(actor, held, 'admin');
    return guild;
  }
}
