import { Injectable } from '@nestjs/common';
import type { Actor } from '../../domain/actor.js';
import { notFound } from '../../domain/errors.js';
import type { Guild } from '../../domain/guilds/guild.js';
import { requireRole } from '../../domain/organizations/access.js';
import { canSee } from '../../domain/organizations/visibility.js';
import { GuildsRepository } from '../../repositories/guilds/guilds.repository.js';
import { OrgMembersRepository } from '../../repositories/org-members/org-members.repository.js';
import { OrganizationsRepository } from '../../repositories/organizations/organizations.repository.js';

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
