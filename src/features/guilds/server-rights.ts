import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { forbidden } from '../../common/errors.js';
import { MembersApi } from '../../discord-api/members.api.js';
import { OrgMembersService } from '../organizations/org-members.service.js';
import { UsersService } from '../users/users.service.js';
import { hasManageServer, type DiscordServer } from './rules/discord-server.js';

/** How many admins of an organization are looked up on Discord before its hold on a server counts as lost. */
const ADMINS_ASKED = 25;

/** Who has Manage Server on a Discord server, asked of Discord each time. Every method throws `DiscordFailure`. */
@Injectable()
export class ServerRights {
  constructor(
    private readonly members: MembersApi,
    private readonly users: UsersService,
    private readonly orgMembers: OrgMembersService,
  ) {}

  /** @throws forbidden `manage_server_required` · not_found when the account was removed a moment ago */
  async require(actor: Actor, server: DiscordServer): Promise<void> {
    const user = await this.users.require(actor.user_id);
    if (await this.mayManage(server, user.discord_id)) return;
    throw forbidden('You need Manage Server on this Discord server.', 'manage_server_required');
  }

  /**
   * Whether an admin of the organization has the right. The actor does not count, so that nobody can be kept out by
   * being made an admin; members who are no admins do not count, because they could not look after the server.
   */
  async isHeldBy(orgId: string, server: DiscordServer, actor: Actor): Promise<boolean> {
    for (const { id, discord_id } of await this.orgMembers.adminsOf(orgId, ADMINS_ASKED)) {
      if (id !== actor.user_id && (await this.mayManage(server, discord_id))) return true;
    }
    return false;
  }

  private async mayManage(server: DiscordServer, discordId: string): Promise<boolean> {
    if (server.owner_id === discordId) return true;
    const roles = await this.members.findRoles(server.id, discordId);
    return roles !== null && hasManageServer(server, roles);
  }
}
