import { Injectable } from '@nestjs/common';
import {
  OverwriteType,
  Routes,
  type APIGuild,
  type APIGuildChannel,
  type APITextChannel,
  type RouteLike,
} from 'discord.js';
import { DiscordFailure } from '../common/discord-failure.js';
import type { DiscordServer, ServerChannel } from '../features/guilds/rules/discord-server.js';
import {
  type ChannelCopy,
  DiscordCopies,
  type Freshness,
  type GuildCopy,
  toRoleCopy,
} from './discord-copies.js';
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
  constructor(
    private readonly rest: DiscordRest,
    private readonly copies: DiscordCopies,
  ) {}

  /** The server with its roles; `null` when the bot is not in it, or there is none. */
  async find(guildId: string, how: Freshness = 'copy'): Promise<DiscordServer | null> {
    const guild = await this.copies.guild(guildId, () => this.load(guildId), how);
    if (guild === null) return null;
    const { id, name, owner_id, roles } = guild;
    return {
      id,
      name,
      owner_id,
      roles: roles.map((role) => ({
        id: role.id,
        name: role.name,
        position: role.position,
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
  async listChannels(guildId: string, how: Freshness = 'copy'): Promise<ServerChannel[]> {
    const channels = await this.copies.channels(guildId, () => this.loadChannels(guildId), how);
    return (channels ?? []).map(({ permission_overwrites, ...channel }) => ({
      ...channel,
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

  private async load(guildId: string): Promise<GuildCopy | null> {
    const guild = (await this.read(Routes.guild(guildId))) as APIGuild | null;
    return (
      guild && {
        id: guild.id,
        name: guild.name,
        owner_id: guild.owner_id,
        roles: guild.roles.map(toRoleCopy),
      }
    );
  }

  private async loadChannels(guildId: string): Promise<ChannelCopy[] | null> {
    const channels = (await this.read(Routes.guildChannels(guildId))) as APIGuildChannel[] | null;
    return channels && channels.map(toChannelCopy);
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

/** What every channel of a server has but threads, which no list of channels has. */
type ListedChannel = APIGuildChannel & Partial<Pick<APITextChannel, 'parent_id' | 'position'>>;

function toChannelCopy(channel: ListedChannel): ChannelCopy {
  const { id, name, type, parent_id = null, position = 0, permission_overwrites = [] } = channel;
  return {
    id,
    name,
    type,
    parent_id,
    position,
    permission_overwrites: permission_overwrites.map((said) => ({
      id: said.id,
      allow: said.allow,
      deny: said.deny,
    })),
  };
}
