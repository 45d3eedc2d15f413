import { Injectable } from '@nestjs/common';
import { Routes, type APIRole } from 'discord.js';
import { DiscordRest } from './discord-rest.js';

/** A role as it looks. */
export interface RoleOnDiscord {
  readonly id: string;
  readonly name: string;
  readonly color: number;
}

/** Roles of Discord servers, made and removed. Every method throws `DiscordFailure`. */
@Injectable()
export class RolesApi {
  constructor(private readonly rest: DiscordRest) {}

  async list(guildId: string): Promise<RoleOnDiscord[]> {
    const roles = (await this.rest.get(Routes.guildRoles(guildId))) as APIRole[];
    // The colour by which clients that know only one show a role.
    return roles.map(({ id, name, colors }) => ({ id, name, color: colors.primary_color }));
  }

  /** Makes a role that allows nothing by itself. @returns its id */
  async create(guildId: string, { name, color }: Omit<RoleOnDiscord, 'id'>, reason: string): Promise<string> {
    const body = {
      name,
      colors: { primary_color: color, secondary_color: null, tertiary_color: null },
      permissions: '0',
    };
    return ((await this.rest.post(Routes.guildRoles(guildId), body, { reason })) as APIRole).id;
  }

  async delete(guildId: string, roleId: string, reason: string): Promise<void> {
    await this.rest.delete(Routes.guildRole(guildId, roleId), { reason });
  }
}
