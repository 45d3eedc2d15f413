import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.js';
import { reachChannel } from '../rules/access.js';
import type { ChannelRecord } from '../world/records.js';
import { memberId, type World } from '../world/world.js';
import { channelPermissions } from '../rules/permissions.js';

/** Who does something where. */
export interface Scene {
  userId: string;
  channel: ChannelRecord;
}

/** Somebody in a channel that they can see; 10013, 10007 or 50001 when they cannot be there. */
export function sceneOf(world: World, channelId: string, userId: string): Scene {
  if (!world.users.has(userId)) throw refuse(10013);
  const channel = world.channels.get(channelId);
  if (channel?.guild_id && !world.members.has(memberId(channel.guild_id, userId))) throw refuse(10007);
  return { userId, channel: reachChannel(world, channelId, userId) };
}

/** Somebody in a channel where they may use application commands. */
export function commandSceneOf(world: World, channelId: string, userId: string): Scene {
  const scene = sceneOf(world, channelId, userId);
  const needed = P.UseApplicationCommands;
  if (!(channelPermissions(world, scene.channel, userId) & needed)) throw refuse(50013);
  return scene;
}
