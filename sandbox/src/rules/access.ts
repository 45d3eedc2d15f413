import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.js';
import type {
  ChannelRecord,
  GuildRecord,
  MemberRecord,
  MessageRecord,
  ScheduledEventRecord,
} from '../world/records.js';
import { memberId, type World } from '../world/world.js';
import { channelPermissions, guildPermissions } from './permissions.js';

/** Refuses with 50013 unless all of `needed` is there. */
export function demand(has: bigint, needed: bigint): void {
  if ((has & needed) !== needed) throw refuse(50013);
}

/** The guild, for a member of it; 10004 when there is none, 130000 in an outage, 50001 for strangers. */
export function reachGuild(world: World, guildId: string, userId: string): GuildRecord {
  const guild = world.guilds.get(guildId);
  if (!guild) throw refuse(10004);
  if (guild.unavailable) throw refuse(130000);
  if (!world.members.has(memberId(guildId, userId))) throw refuse(50001);
  return guild;
}

/** The guild, for a member with permissions that hold in the whole guild (50013 without them). */
export function reachGuildWith(world: World, guildId: string, userId: string, needed: bigint): GuildRecord {
  const guild = reachGuild(world, guildId, userId);
  demand(guildPermissions(world, guild, userId), needed);
  return guild;
}

/** The channel, for somebody who can see it; 10003 when there is none, 50001 when it is hidden from them. */
export function reachChannel(world: World, channelId: string, userId: string): ChannelRecord {
  const channel = world.channels.get(channelId);
  if (!channel) throw refuse(10003);
  if (channel.guild_id === null) return channel;
  if (world.guilds.get(channel.guild_id)?.unavailable) throw refuse(130000);
  if (!(channelPermissions(world, channel, userId) & P.ViewChannel)) throw refuse(50001);
  return channel;
}

/** The channel, for somebody with these permissions in it (50013 without them). */
export function reachChannelWith(
  world: World,
  channelId: string,
  userId: string,
  needed: bigint,
): ChannelRecord {
  const channel = reachChannel(world, channelId, userId);
  demand(channelPermissions(world, channel, userId), needed);
  return channel;
}

/** A message of a channel that everybody in it sees; 10008 when there is none. */
export function findMessage(world: World, channel: ChannelRecord, messageId: string): MessageRecord {
  const message = world.messages.get(messageId);
  if (message?.channel_id !== channel.id || message.reader_id !== null) throw refuse(10008);
  return message;
}

/** A guild's member; 10013 when there is no such user at all, 10007 when it is not a member. */
export function findMember(world: World, guildId: string, userId: string): MemberRecord {
  const member = world.members.get(memberId(guildId, userId));
  if (member) return member;
  throw refuse(world.users.has(userId) ? 10007 : 10013);
}

/** A guild's scheduled event, finished ones included; 10070 when there is none. */
export function findScheduledEvent(world: World, guildId: string, eventId: string): ScheduledEventRecord {
  const event = world.scheduledEvents.get(eventId);
  if (event?.guild_id !== guildId) throw refuse(10070);
  return event;
}
