import { reactionEmojiShape } from '../shapes/message.js';
import { memberShape } from '../shapes/user.js';
import type { DispatchData } from '../world/bus.js';
import type { MessageRecord } from '../world/records.js';
import { memberId } from '../world/world.js';
import type { Parts } from '../world/parts.js';

type ReactionData = DispatchData<'MESSAGE_REACTION_REMOVE'>;
/** Adds somebody's reaction and announces it; a second time nothing happens. */
export function addReaction(parts: Parts, message: MessageRecord, emoji: string, userId: string): void {
  const { world, bus } = parts;
  const existing = message.reactions.find((r) => r.emoji === emoji);
  if (existing?.user_ids.includes(userId)) return;
  const reactions = existing
    ? message.reactions.map((r) => (r === existing ? { emoji, user_ids: [...r.user_ids, userId] } : r))
    : [...message.reactions, { emoji, user_ids: [userId] }];
  world.messages.patch(message, { reactions });
  const member = message.guild_id && world.members.get(memberId(message.guild_id, userId));
  const data = {
    ...reactionOf(message, emoji, userId),
    ...(member ? { member: memberShape(world, member) } : {}),
    message_author_id: message.author_id,
    burst_colors: [],
  };
  bus.dispatch('MESSAGE_REACTION_ADD', data, message);
}

/** Takes somebody's reaction off and announces it; nothing happens where there is none. */
export function removeReaction(parts: Parts, message: MessageRecord, emoji: string, userId: string): void {
  const { world, bus } = parts;
  const existing = message.reactions.find((r) => r.emoji === emoji);
  if (!existing?.user_ids.includes(userId)) return;
  const userIds = existing.user_ids.filter((id) => id !== userId);
  const reactions = message.reactions
    .map((r) => (r === existing ? { emoji, user_ids: userIds } : r))
    .filter((r) => r.user_ids.length > 0);
  world.messages.patch(message, { reactions });
  bus.dispatch('MESSAGE_REACTION_REMOVE', reactionOf(message, emoji, userId), message);
}

/** Takes all reactions off, or all with one emoji, and announces it. */
export function clearReactions(parts: Parts, message: MessageRecord, emoji?: string): void {
  const { world, bus } = parts;
  const kept = emoji === undefined ? [] : message.reactions.filter((r) => r.emoji !== emoji);
  if (kept.length === message.reactions.length) return;
  world.messages.patch(message, { reactions: kept });
  if (emoji === undefined) {
    bus.dispatch('MESSAGE_REACTION_REMOVE_ALL', placeOf(message), message);
    return;
  }
  const data = { ...placeOf(message), emoji: reactionEmojiShape(emoji) };
  bus.dispatch('MESSAGE_REACTION_REMOVE_EMOJI', data, message);
}

function reactionOf(message: MessageRecord, emoji: string, userId: string): ReactionData {
  return { ...placeOf(message), user_id: userId, emoji: reactionEmojiShape(emoji), burst: false, type: 0 };
}

function placeOf({ guild_id, channel_id, id }: MessageRecord): {
  channel_id: string;
  message_id: string;
  guild_id?: string;
} {
  return { channel_id, message_id: id, ...(guild_id === null ? {} : { guild_id }) };
}
