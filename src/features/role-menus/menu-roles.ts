import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { DiscordFailure } from '../../common/discord-failure.js';
import { conflict, invalid } from '../../common/errors.js';
import { GuildsApi } from '../../discord-api/guilds.api.js';
import { MembersApi } from '../../discord-api/members.api.js';
import { ORGANIZATION_LIMITS } from '../organizations/rules/limits.js';
import { RoleGrantsService, type GuildMember } from '../role-mappings/role-grants.service.js';
import { RoleMappingsService } from '../role-mappings/role-mappings.service.js';
import { UsersService } from '../users/users.service.js';
import { choiceOf, offerFault, type MenuChoice, type MenuServer, type RoleMenu } from './rules/role-menu.js';

/** The types of mappings whose roles are not for everybody to take. */
const RESERVED = ['org_staff', 'plan'] as const;
const REASON = 'VerseLink: chosen in a role menu';

/** The roles of a menu: which can be offered, and what a member's click does. Every method throws `DiscordFailure`. */
@Injectable()
export class MenuRoles {
  constructor(
    private readonly guilds: GuildsApi,
    private readonly members: MembersApi,
    private readonly mappings: RoleMappingsService,
    private readonly grants: RoleGrantsService,
    private readonly users: UsersService,
  ) {}

  /**
   * @returns the roles' names
   * @throws invalid naming those that cannot be offered to everybody
   */
  async requireOffered(guildId: string, roleIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const server = await this.look(guildId);
    const faults = roleIds.flatMap((roleId, index) => {
      const message = offerFault(server, roleId);
      return message === null ? [] : [{ field: `discord_role_ids.${index}`, message }];
    });
    if (faults.length > 0) throw invalid(faults);
    return new Map(server.roles.map(({ id, name }) => [id, name]));
  }

  /** The roles of some mappings of a server. @throws invalid naming those that are none */
  async mapped(actor: Actor, guildId: string, ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const query = { guild_id: guildId, limit: ORGANIZATION_LIMITS.role_mappings.max };
    const { items } = await this.mappings.list(actor, query);
    const found = ids.map((id) => items.find((mapping) => mapping.id === id)?.discord_role_id ?? null);
    const faults = found.flatMap((roleId, index) =>
      roleId === null
        ? [{ field: `mapping_ids.${index}`, message: 'is not a role mapping of this server' }]
        : [],
    );
    if (faults.length > 0) throw invalid(faults);
    return found.filter((roleId) => roleId !== null);
  }

  /**
   * Gives a role of a menu to a member, or takes it. A role that they took counts as given by hand: nothing of ours takes it back.
   * @throws conflict `role_menu_full`, `role_not_offered`, `role_of_event`, `role_refused` · unavailable while something else changes their roles
   */
  async choose(menu: RoleMenu, roleId: string, actor: Actor): Promise<MenuChoice> {
    const { discord_id } = await this.users.require(actor.user_id);
    const member = { guild_id: menu.guild_id, discord_id };
    // Of two clicks at once the second one sees what the first has done.
    return this.grants.alone(member, async () => {
      const held = (await this.members.findRoles(member.guild_id, discord_id, 'now')) ?? [];
      const choice = choiceOf(menu, roleId, { seen: actor.on_discord?.role_ids ?? [], held });
      await this.requireFree(member, choice.remove);
      if (choice.add.length > 0) await this.requireStillOffered(member.guild_id, roleId);
      await this.change(member, choice);
      return choice;
    });
  }

  private async change(member: GuildMember, { add, remove }: MenuChoice): Promise<void> {
    const { guild_id, discord_id } = member;
    try {
      for (const id of add) {
        await this.grants.takenByHand(member, id);
        await this.members.addRole(guild_id, discord_id, id, REASON);
      }
      for (const id of remove) await this.members.removeRole(guild_id, discord_id, id, REASON);
    } catch (error) {
      if (!(error instanceof DiscordFailure) || error.treatment === 'wait') throw error;
      throw conflict('role_refused', error.message);
    }
  }

  private async requireStillOffered(guildId: string, roleId: string): Promise<void> {
    if (offerFault(await this.look(guildId), roleId) !== null)
      throw conflict('role_not_offered', 'This role cannot be taken by everybody any more.');
  }

  /** What a seat or a plan gives would come back at once. */
  private async requireFree(member: GuildMember, roleIds: readonly string[]): Promise<void> {
    if (roleIds.length === 0) return;
    const noted = await this.grants.notedOf(member);
    const isGiven = noted.some(({ role_id, reasons }) => roleIds.includes(role_id) && reasons.length > 0);
    if (isGiven) throw conflict('role_of_event', 'An event or a plan gives this role.');
  }

  private async look(guildId: string): Promise<MenuServer> {
    const server = await this.guilds.find(guildId);
    if (server === null)
      throw invalid([{ field: 'guild_id', message: 'is not a server that the bot is in' }]);
    const roles = await this.members.listRoles(guildId);
    const botRoles = await this.members.ownRoles(guildId);
    const mapped = await Promise.all(RESERVED.map((type) => this.mappings.ofType(guildId, type)));
    return { server, roles, botRoles, mappings: mapped.flat() };
  }
}
