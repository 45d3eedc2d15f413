import { MessageFlags, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.js';
import type { Reader } from '../validation/reader.js';
import type { ChannelRecord, MessageRecord } from '../world/records.js';
import type { World } from '../world/world.js';
import { demand } from './access.js';
import { channelPermissions } from './permissions.js';
import { checkNotArchived } from './threads.js';

/** Different emoji on one message. */
const EMOJI_LIMIT = 20;

/** Refuses a reaction that somebody may not add. Only the first one to use an emoji needs the permission: others join in. */
export function checkReacting(
  world: World,
  channel: ChannelRecord,
  message: MessageRecord,
  { emoji, userId }: { emoji: string; userId: string },
): void {
  checkNotArchived(channel);
  const has = channelPermissions(world, channel, userId);
  demand(has, P.ReadMessageHistory);
  if (message.reactions.some((reaction) => reaction.emoji === emoji)) return;
  demand(has, P.AddReactions);
  if (message.reactions.length >= EMOJI_LIMIT) throw refuse(30010);
}

/** Refuses to delete another one's message without MANAGE_MESSAGES; in direct messages no one may (50003). */
export function checkDeleting(
  world: World,
  channel: ChannelRecord,
  message: MessageRecord,
  userId: string,
): void {
  if (message.author_id === userId) return;
  if (channel.guild_id === null) throw refuse(50003);
  demand(channelPermissions(world, channel, userId), P.ManageMessages);
}

/**
 * Reads an edit of another one's message: a member who may manage messages can hide its embeds, or show them again, and nothing
 * else (50005). Gives the message's flags.
 */
export function readOthersFlags(
  world: World,
  channel: ChannelRecord,
  message: MessageRecord,
  { userId, body }: { userId: string; body: Reader },
): MessageFlags {
  const flags = body.integer('flags', { min: 0 });
  body.issues.refuseIfAny();
  const others = ['content', 'embeds', 'components', 'attachments'].some((field) => body.has(field));
  if (typeof flags !== 'number' || others) throw refuse(50005);
  demand(channelPermissions(world, channel, userId), P.ManageMessages);
  return (message.flags & ~MessageFlags.SuppressEmbeds) | (flags & MessageFlags.SuppressEmbeds);
}
