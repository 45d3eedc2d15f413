import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { notFound } from '../../common/errors.js';
import type { Guild } from './rules/guild.js';
import { requireRole } from '../organizations/rules/organization.js';
import { GuildsRepository } from './guilds.repository.js';
import { OrgMembersService } from '../organizations/org-members.service.js';

/** Decides who may register and manage Discord servers: admins of the organization they belong to. */
@Injectable()
export class GuildAccess {
  constructor(
    private readonly guilds: GuildsRepository,
    private readonly members: OrgMembersService,
  ) {}

  /**
   * The server, for an admin of its organization.
   * @throws not_found when it is not registered, or by an organization that the actor does not belong to
   * @throws forbidden when the actor belongs to it but is not its admin
   */
  async load(actor: Actor, guildId: string): Promise<Guild> {
    const guild = await this.guilds.findByGuildId(guildId);
    if (guild === null) throw notFound('guild');
    const held = await this.members.roleOf(guild.org_id, actor.user_id);
    if (held === null && !actor.site_admin) throw notFound('guild');
    requireRole(actor, held, 'admin');
    return guild;
  }
}
