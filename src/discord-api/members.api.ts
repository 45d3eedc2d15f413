import { Injectable } from '@nestjs/common';
import { Routes, type APIGuildMember, type APIRole, type APIUser } from 'discord.js';
import type { GuildRole } from '../features/role-mappings/rules/role-change.js';
import { DiscordRest } from './discord-rest.js';

/** Members of Discord servers and their roles. Every method throws `DiscordFailure`. */
@Injectable()
export class MembersApi {
  private ownId: Promise<string> | undefined;

  constructor(private readonly rest: DiscordRest) {}

  /** The ids of a member's roles. @throws DiscordFailure `gone` for someone who is not a member */
  async rolesOf(guildId: string, userId: string): Promise<string[]> {
    const member = (await this.rest.get(Routes.guildMember(guildId, userId))) as APIGuildMember;
    return member.roles;
  }

  /** The roles that the bot has itself: what it may give stands below the highest of them. */
  async ownRoles(guildId: string): Promise<string[]> {
    this.ownId ??= this.fetchOwnId();
    return this.rolesOf(guildId, await this.ownId);
  }

  /** Every role of a server. */
  async listRoles(guildId: string): Promise<GuildRole[]> {
    const roles = (await this.rest.get(Routes.guildRoles(guildId))) as APIRole[];
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

  private async fetchOwnId(): Promise<string> {
    try {
      return ((await this.rest.get(Routes.user())) as APIUser).id;
    } catch (error) {
      this.ownId = undefined;
      throw error;
    }
  }
}
