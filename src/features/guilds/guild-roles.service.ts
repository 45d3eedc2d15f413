import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { DiscordFailure } from '../../common/discord-failure.js';
import { invalid, unavailable } from '../../common/errors.js';
import { MembersApi } from '../../discord-api/members.api.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { UsersService } from '../users/users.service.js';
import { GuildsRepository } from './guilds.repository.js';

/** A Discord role that an event of an organization can name. */
export interface NamedRole {
  readonly id: string;
  readonly name: string;
  readonly guild_id: string;
  readonly guild_name: string;
}

/** The Discord roles of the servers that an organization has registered, and who holds them. */
@Injectable()
export class GuildRolesService {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly guilds: GuildsRepository,
    private readonly users: UsersService,
    private readonly discord: MembersApi,
  ) {}

  /**
   * Whether somebody holds one of the roles. An interaction says by itself what its author holds; for others Discord is asked.
   * @throws unavailable when Discord does not answer
   */
  async holdsAny(actor: Actor, orgId: string, roleIds: readonly string[]): Promise<boolean> {
    if (roleIds.length === 0) return false;
    const guildIds = await this.guildIdsOf(orgId);
    const { on_discord } = actor;
    if (on_discord !== undefined) {
      return guildIds.includes(on_discord.guild_id) && includesAny(on_discord.role_ids, roleIds);
    }
    const user = await this.users.find(actor.user_id);
    if (user === null) return false;
    for (const guildId of guildIds) {
      if (includesAny(await this.rolesIn(guildId, user.discord_id), roleIds)) return true;
    }
    return false;
  }

  /**
   * The roles of an organization's servers, the highest of each first, for who makes its events.
   * @throws not_found, forbidden as `OrganizationsService.require`; unavailable when Discord does not answer
   */
  async list(actor: Actor, orgId: string): Promise<NamedRole[]> {
    await this.organizations.require(actor, orgId, 'event.create');
    const guilds = await this.guilds.listByOrg(orgId);
    const found = await Promise.all(
      guilds.map(async ({ guild_id, guild_name }) => {
        const roles = await noneWhereShutOut(this.discord.listRoles(guild_id), []);
        return roles
          .toSorted((a, b) => b.position - a.position)
          .map(({ id, name }) => ({ id, name, guild_id, guild_name }));
      }),
    );
    return found.flat();
  }

  /**
   * Refuses roles that are not of the organization's servers.
   * @throws invalid naming them; unavailable when Discord does not answer
   */
  async requireKnown(orgId: string, roleIds: readonly string[]): Promise<void> {
    if (roleIds.length === 0) return;
    const guildIds = await this.guildIdsOf(orgId);
    const known = await Promise.all(guildIds.map((guildId) => this.rolesOfServer(guildId)));
    const unknown = roleIds.flatMap((roleId, index) =>
      known.some((roles) => roles.includes(roleId))
        ? []
        : [
            {
              field: `signup_role_ids.${index}`,
              message: "is not a role of the organization's Discord servers",
            },
          ],
    );
    if (unknown.length > 0) throw invalid(unknown);
  }

  private async guildIdsOf(orgId: string): Promise<string[]> {
    return this.guilds.listIds([orgId]);
  }

  private async rolesIn(guildId: string, discordId: string): Promise<readonly string[]> {
    const held = await noneWhereShutOut(this.discord.findRoles(guildId, discordId), null);
    // Everybody on a server holds the role that has the server's own id, and Discord does not say so.
    return held === null ? [] : [guildId, ...held];
  }

  private async rolesOfServer(guildId: string): Promise<string[]> {
    const roles = await noneWhereShutOut(this.discord.listRoles(guildId), []);
    return roles.map(({ id }) => id);
  }
}

/** What Discord answers; `none` for a server where the bot may not look. @throws unavailable when Discord is away */
async function noneWhereShutOut<T>(asked: Promise<T>, none: T): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof DiscordFailure)) throw error;
    if (error.treatment === 'wait') throw unavailable('Discord does not say who holds which role.');
    return none;
  }
}

function includesAny(held: readonly string[], wanted: readonly string[]): boolean {
  return wanted.some((role) => held.includes(role));
}
