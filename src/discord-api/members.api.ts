import { Injectable } from '@nestjs/common';
import { Routes, type APIGuildMember, type APIRole } from 'discord.js';
import type { GuildRole } from '../features/guilds/rules/discord-server.js';
import { DiscordFailure } from '../common/discord-failure.js';
import { BotUserApi } from './bot-user.api.js';
import { DiscordCopies, type Freshness, toRoleCopy } from './discord-copies.js';
import { DiscordRest } from './discord-rest.js';
import { userTag } from './user-tag.js';

/** Discord's codes for someone who is not a member, or does not exist. */
const NO_MEMBER: ReadonlySet<number> = new Set([10007, 10013]);
/** The most members that Discord lists in one answer. */
const PAGE = 1000;

/** A member of a Discord server. */
export interface MemberOnDiscord {
  readonly discord_id: string;
  readonly roles: readonly string[];
}

/** Members of Discord servers and their roles. Every method throws `DiscordFailure`. */
@Injectable()
export class MembersApi {
  constructor(
    private readonly rest: DiscordRest,
    private readonly botUser: BotUserApi,
    private readonly copies: DiscordCopies,
  ) {}

  /** The ids of a member's roles. @throws DiscordFailure `gone` for someone who is not a member */
  async rolesOf(guildId: string, userId: string): Promise<string[]> {
    const member = (await this.rest.get(Routes.guildMember(guildId, userId))) as APIGuildMember;
    return member.roles;
  }

  /** The ids of a member's roles; `null` for someone who is not a member. */
  async findRoles(guildId: string, userId: string, how: Freshness = 'copy'): Promise<string[] | null> {
    const load = async () => (await this.find(guildId, userId))?.roles ?? null;
    return this.copies.rolesOf(guildId, userId, load, how);
  }

  /** A member with their roles and how logs name them; `null` for someone who is not a member. */
  async find(guildId: string, userId: string): Promise<{ roles: string[]; tag: string } | null> {
    try {
      const member = (await this.rest.get(Routes.guildMember(guildId, userId))) as APIGuildMember;
      return { roles: member.roles, tag: userTag(member.user) };
    } catch (error) {
      if (error instanceof DiscordFailure && NO_MEMBER.has(error.code)) return null;
      throw error;
    }
  }

  /**
   * Every member of a server with their roles, in pages.
   * @throws DiscordFailure `forbidden` for an application without the members intent
   */
  async *listMembers(guildId: string): AsyncGenerator<MemberOnDiscord[]> {
    for (let after = '0'; ;) {
      const query = new URLSearchParams({ limit: String(PAGE), after });
      const page = (await this.rest.get(Routes.guildMembers(guildId), query)) as APIGuildMember[];
      yield page.map(({ user, roles }) => ({ discord_id: user.id, roles }));
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return;
      after = last.user.id;
    }
  }

  /** The bot itself, as a member. @throws DiscordFailure `gone` where it is none */
  async own(guildId: string): Promise<{ readonly id: string; readonly roleIds: string[] }> {
    const id = await this.botUser.id();
    return { id, roleIds: await this.rolesOf(guildId, id) };
  }

  /** The roles that the bot has itself: what it may give stands below the highest of them. */
  async ownRoles(guildId: string, how: Freshness = 'copy'): Promise<string[]> {
    const id = await this.botUser.id();
    return (await this.copies.rolesOf(guildId, id, () => this.rolesOf(guildId, id), how)) ?? [];
  }

  /** Every role of a server. */
  async listRoles(guildId: string, how: Freshness = 'copy'): Promise<GuildRole[]> {
    const load = async () => ((await this.rest.get(Routes.guildRoles(guildId))) as APIRole[]).map(toRoleCopy);
    const roles = await this.copies.roles(guildId, load, how);
    return roles.map(({ id, name, position, managed }) => ({ id, name, position, managed }));
  }

  /** Replaces all of a member's roles. */
  async setRoles(guildId: string, userId: string, roles: readonly string[], reason: string): Promise<void> {
    await this.rest.patch(Routes.guildMember(guildId, userId), { roles }, { reason });
  }

  async addRole(guildId: string, userId: string, roleId: string, reason: string): Promise<void> {
    await this.rest.put(Routes.guildMemberRole(guildId, userId, roleId), { reason });
  }

  async removeRole(guildId: string, userId: string, roleId: string, reason: string): Promise<void> {
    await this.rest.delete(Routes.guildMemberRole(guildId, userId, roleId), { reason });
  }
}
