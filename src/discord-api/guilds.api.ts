import { Injectable } from '@nestjs/common';
import { OverwriteType, Routes, type APIGuild, type APIGuildChannel, type RouteLike } from 'discord.js';
import { DiscordFailure } from '../common/discord-failure.js';
import type { DiscordServer, ServerChannel } from '../features/guilds/rules/discord-server.js';
import { DiscordRest } from './discord-rest.js';

/** Unknown guild; missing access, which is what strangers are told; an id that Discord never gives. */
const NOT_IN_IT: readonly number[] = [10004, 50001, 50035];

/** What a channel allows a member and denies them. */
export interface MemberOverwrite {
  readonly id: string;
  readonly allow: bigint;
  readonly deny: bigint;
}

/** Discord servers that the bot is in. Every method throws `DiscordFailure`. */
@Injectable()
export class GuildsApi {
  constructor(private readonly rest: DiscordRest) {}

  /** The server with its roles; `null` when the bot is not in it, or there is none. */
  async find(guildId: string): Promise<DiscordServer | null> {
    const guild = (await this.read(Routes.guild(guildId))) as APIGuild | null;
    if (guild === null) return null;
    const { id, name, owner_id, roles } = guild;
    return {
      id,
      name,
      owner_id,
      roles: roles.map((role) => ({
        id: role.id,
        managed: role.managed,
        permissions: BigInt(role.permissions),
      })),
    };
  }

  /** How many members a server has; `null` when the bot is not in it, or Discord does not say. */
  async countMembers(guildId: string): Promise<number | null> {
    const query = new URLSearchParams({ with_counts: 'true' });
    const guild = (await this.read(Routes.guild(guildId), query)) as APIGuild | null;
    return guild?.approximate_member_count ?? null;
  }

  /** The channels of a server, but for threads; none when the bot is not in it. */
  async listChannels(guildId: string): Promise<ServerChannel[]> {
    const channels = (await this.read(Routes.guildChannels(guildId))) as APIGuildChannel[] | null;
    return (channels ?? []).map(({ id, type, permission_overwrites = [] }) => ({
      id,
      type,
      overwrites: permission_overwrites.map((overwrite) => ({
        id: overwrite.id,
        allow: BigInt(overwrite.allow),
        deny: BigInt(overwrite.deny),
      })),
    }));
  }

  /** Says what a member may do in a channel beyond the server, in the place of what was said of them there. */
  async setOverwrite(channelId: string, { id, allow, deny }: MemberOverwrite, reason: string): Promise<void> {
    const body = { type: OverwriteType.Member, allow: String(allow), deny: String(deny) };
    await this.rest.put(Routes.channelPermission(channelId, id), { body, reason });
  }

  private async read(route: RouteLike, query?: URLSearchParams): Promise<unknown> {
    try {
      return await this.rest.get(route, query);
    } catch (error) {
      if (error instanceof DiscordFailure && NOT_IN_IT.includes(error.code)) return null;
      throw error;
    }
  }
}
