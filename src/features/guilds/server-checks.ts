import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { forbidden, invalid } from '../../common/errors.js';
import { GuildsApi } from '../../discord-api/guilds.api.js';
import { MembersApi } from '../../discord-api/members.api.js';
import { OrgMembersService } from '../organizations/org-members.service.js';
import { UsersService } from '../users/users.service.js';
import {
  channelFault,
  givenChannels,
  hasManageServer,
  roleFault,
  settingFaults,
  type DiscordServer,
  type ServerSettings,
} from './rules/discord-server.js';

/** How many admins of an organization are looked up on Discord before its hold on a server counts as lost. */
const ADMINS_ASKED = 25;

/** Checks what clients say about a Discord server against Discord itself. Every method throws `DiscordFailure`. */
@Injectable()
export class ServerChecks {
  constructor(
    private readonly guilds: GuildsApi,
    private readonly members: MembersApi,
    private readonly users: UsersService,
    private readonly orgMembers: OrgMembersService,
  ) {}

  /** @throws invalid `guild_id` when the bot is not in it, or there is no such server */
  async load(guildId: string): Promise<DiscordServer> {
    const server = await this.guilds.find(guildId, 'now');
    if (server === null)
      throw invalid([{ field: 'guild_id', message: 'is not a server that the bot is in' }]);
    return server;
  }

  /** Whether somebody has Manage Server on a server that the bot is in. */
  async isManager(guildId: string, discordId: string): Promise<boolean> {
    const server = await this.guilds.find(guildId, 'now');
    return server !== null && (await this.mayManage(server, discordId));
  }

  /** @throws forbidden `manage_server_required` · not_found when the account was removed a moment ago */
  async requireManager(actor: Actor, server: DiscordServer): Promise<void> {
    const user = await this.users.require(actor.user_id);
    if (await this.mayManage(server, user.discord_id)) return;
    throw forbidden('You need Manage Server on this Discord server.', 'manage_server_required');
  }

  /**
   * Whether an admin of the organization has Manage Server. The actor does not count, so that no one can be kept out by
   * being made an admin; members who are no admins do not count, because they could not look after the server.
   */
  async isManagedBy(orgId: string, server: DiscordServer, actor: Actor): Promise<boolean> {
    for (const { id, discord_id } of await this.orgMembers.adminsOf(orgId, ADMINS_ASKED)) {
      if (id !== actor.user_id && (await this.mayManage(server, discord_id))) return true;
    }
    return false;
  }

  /** @throws invalid naming the owner who is none, and channels that messages of this server cannot go to */
  async requireSettings(server: DiscordServer, settings: ServerSettings): Promise<void> {
    const asked = givenChannels(settings).length > 0;
    const channels = asked ? await this.guilds.listChannels(server.id, 'now') : [];
    const faults = settingFaults(server, channels, settings);
    if (faults.length > 0) throw invalid(faults);
  }

  /** @throws invalid `channel_id` when it is not a channel of the server that messages can go to */
  async requireChannel(guildId: string, channelId: string): Promise<void> {
    const message = channelFault(await this.guilds.listChannels(guildId, 'now'), channelId);
    if (message !== null) throw invalid([{ field: 'channel_id', message }]);
  }

  /**
   * @param given whether the bot has to give and take the role
   * @throws invalid `guild_id` · `discord_role_id`
   */
  async requireRole(guildId: string, roleId: string, given: boolean): Promise<void> {
    const message = roleFault(await this.load(guildId), roleId, given);
    if (message !== null) throw invalid([{ field: 'discord_role_id', message }]);
  }

  private async mayManage(server: DiscordServer, discordId: string): Promise<boolean> {
    if (server.owner_id === discordId) return true;
    const roles = await this.members.findRoles(server.id, discordId, 'now');
    return roles !== null && hasManageServer(server, roles);
  }
}
