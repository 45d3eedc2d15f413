import type { Client, Guild, GuildBasedChannel } from 'discord.js';
import type { ChannelCopy, GatewayMemory, GuildCopy } from '../../discord-api/discord-copies.js';

/** What discord.js knows of the servers of the connections that work. */
export class ClientsMemory implements GatewayMemory {
  /** @param clients those that are connected at this moment */
  constructor(private readonly clients: () => readonly Client[]) {}

  guild(guildId: string): GuildCopy | undefined {
    const guild = this.find(guildId);
    if (guild === undefined) return undefined;
    const roles = guild.roles.cache.map(({ id, name, rawPosition, managed, permissions }) => ({
      ...{ id, name, managed },
      position: rawPosition,
      permissions: String(permissions.bitfield),
    }));
    return { id: guild.id, name: guild.name, owner_id: guild.ownerId, roles };
  }

  channels(guildId: string): ChannelCopy[] | undefined {
    return this.find(guildId)
      ?.channels.cache.filter((channel) => !channel.isThread())
      .map(toCopy);
  }

  private find(guildId: string): Guild | undefined {
    return this.clients()
      .map(({ guilds }) => guilds.cache.get(guildId))
      .find((guild) => guild?.available === true);
  }
}

function toCopy(channel: GuildBasedChannel): ChannelCopy {
  const overwrites =
    'permissionOverwrites' in channel ? [...channel.permissionOverwrites.cache.values()] : [];
  return {
    id: channel.id,
    name: channel.name,
    type: channel.type,
    parent_id: channel.parentId,
    position: 'rawPosition' in channel ? channel.rawPosition : 0,
    permission_overwrites: overwrites.map(({ id, allow, deny }) => ({
      id,
      allow: String(allow.bitfield),
      deny: String(deny.bitfield),
    })),
  };
}
