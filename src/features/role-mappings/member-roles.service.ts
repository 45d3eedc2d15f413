import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../../config/config.js';
import { MembersApi } from '../../discord-api/members.api.js';
import { DiscordFailure } from '../../common/discord-failure.js';
import {
  mainGuildUnknown,
  mainGuildUnset,
  planRoleChange,
  type FailedRole,
  type RoleChange,
  type RolePlan,
} from './rules/role-change.js';

/** Discord's codes for a server that does not exist, or that the bot is not in. */
const NO_SUCH_GUILD: ReadonlySet<number> = new Set([10004, 50001]);

/** What became of a change of roles in the main server. */
export interface RolesUpdate {
  readonly guild_id: string;
  readonly is_member: boolean;
  readonly failed_roles: readonly FailedRole[];
}

/** Changes a member's roles in the main server (`MAIN_GUILD_ID`), in as few calls as possible. */
@Injectable()
export class MemberRolesService {
  private readonly logger = new Logger('MemberRoles');

  constructor(
    private readonly config: Config,
    private readonly members: MembersApi,
  ) {}

  /**
   * Running it twice is harmless.
   * @param plan for the logs and Discord's audit log
   * @throws DiscordFailure when Discord is away · unavailable when no main server is configured, or the bot is not in it
   */
  async update(discordId: string, plan: string | null, change: RoleChange): Promise<RolesUpdate> {
    const guildId = this.config.mainGuildId;
    if (guildId === null) throw mainGuildUnset();
    const shown = plan ?? '-';
    this.logger.log(
      { discord_id: discordId, plan },
      `📝 Mise à jour des rôles pour discord_id=${discordId}, plan=${shown}`,
    );
    const member = await this.find(guildId, discordId);
    if (member === null) return { guild_id: guildId, is_member: false, failed_roles: [] };
    const [roles, own] = await Promise.all([this.members.listRoles(guildId), this.members.ownRoles(guildId)]);
    const planned = planRoleChange(change, member.roles, roles, own);
    const refused = await this.apply(guildId, discordId, member.roles, planned, `VerseLink plan ${shown}`);
    for (const id of refused === null ? planned.add : []) {
      const name = roles.find((role) => role.id === id)?.name ?? id;
      this.logger.log({ discord_id: discordId, role_id: id }, `✅ Added role ${name} to ${member.tag}`);
    }
    const unchanged = refused === null ? [] : [...planned.add, ...planned.remove];
    const failedRoles = [
      ...planned.failed,
      ...unchanged.map((roleId) => ({ role_id: roleId, reason: refused ?? '' })),
    ];
    return { guild_id: guildId, is_member: true, failed_roles: failedRoles };
  }

  private async find(guildId: string, discordId: string): ReturnType<MembersApi['find']> {
    try {
      return await this.members.find(guildId, discordId);
    } catch (error) {
      if (error instanceof DiscordFailure && NO_SUCH_GUILD.has(error.code)) throw mainGuildUnknown();
      throw error;
    }
  }

  /**
   * One role is changed by itself, which disturbs no other change; several by one replacement of the list.
   * @returns why Discord refused, or `null`
   */
  private async apply(
    guildId: string,
    discordId: string,
    held: readonly string[],
    { add, remove }: RolePlan,
    reason: string,
  ): Promise<string | null> {
    const [added, removed] = [add[0], remove[0]];
    try {
      if (add.length + remove.length > 1) {
        const wanted = [...held.filter((id) => !remove.includes(id)), ...add];
        await this.members.setRoles(guildId, discordId, wanted, reason);
      } else if (added !== undefined) {
        await this.members.addRole(guildId, discordId, added, reason);
      } else if (removed !== undefined) {
        await this.members.removeRole(guildId, discordId, removed, reason);
      }
      return null;
    } catch (error) {
      if (error instanceof DiscordFailure && error.treatment !== 'wait') return error.message;
      throw error;
    }
  }
}
