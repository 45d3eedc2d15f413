import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.js';
import { isThread } from '../shapes/channel.js';
import type { ChannelRecord } from '../world/records.js';
import { memberId, type World } from '../world/world.js';
import { demand } from './access.js';
import { channelPermissions } from './permissions.js';

const TEXTLESS = [
  ChannelType.GuildCategory,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
  ChannelType.GuildDirectory,
];

/** Refuses to write where the channel or its permissions do not let one; into a locked thread only MANAGE_THREADS can. */
export function checkSending(world: World, channel: ChannelRecord, userId: string): void {
  if (channel.guild_id === null) {
    checkDm(world, userId, channel);
    return;
  }
  if (TEXTLESS.includes(channel.type)) throw refuse(50008);
  const has = channelPermissions(world, channel, userId);
  const thread = isThread(channel);
  demand(has, thread ? P.SendMessagesInThreads : P.SendMessages);
  if (thread && channel.thread.locked && !(has & P.ManageThreads)) throw refuse(160005);
}

/** Refuses (50007) to write to somebody who takes no direct messages or shares no server with the bot. */
function checkDm(world: World, botId: string, channel: ChannelRecord): void {
  // Who is in a group has let the application write to them there.
  if (channel.group) return;
  const recipient = world.users.get(channel.recipient_id ?? '');
  const shared =
    recipient &&
    world.membersByUser.of(recipient.id).some((m) => world.members.has(memberId(m.guild_id, botId)));
  if (!recipient?.dms_open || !shared) throw refuse(50007);
}
