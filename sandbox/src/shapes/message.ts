import {
  MessageFlags,
  MessageReferenceType,
  type APIMessage,
  type APIReaction,
  type GatewayMessageCreateDispatchData,
} from 'discord-api-types/v10';
import type { MessageRecord } from '../world/records.js';
import { memberId, type World } from '../world/world.js';
import { channelShape } from './channel.js';
import { stickerItems } from './expressions.js';
import { attachmentShapes, componentShapes, embedShapes } from './files.js';
import { pollShape } from './poll.js';
import { bareMemberShape, requireUser, userShape } from './user.js';

/** A message in Discord's own form, as REST gives it. `viewerId` decides what `me` of reactions says. */
export function messageShape(world: World, message: MessageRecord, viewerId = ''): APIMessage {
  const thread = world.channels.get(message.id);
  return {
    type: message.type,
    content: message.content,
    mentions: message.mentions.map((id) => userShape(requireUser(world, id))),
    mention_roles: message.mention_roles,
    attachments: attachmentShapes(world, message),
    embeds: embedShapes(world, message),
    timestamp: message.timestamp,
    edited_timestamp: message.edited_timestamp,
    flags: message.flags,
    components:
      message.flags & MessageFlags.IsComponentsV2 ? componentShapes(world, message) : message.components,
    id: message.id,
    channel_id: message.channel_id,
    author: authorShape(world, message),
    pinned: message.pinned,
    mention_everyone: message.mention_everyone,
    tts: message.tts,
    ...(message.application_id === null ? {} : { application_id: message.application_id }),
    ...(message.webhook_id === null ? {} : { webhook_id: message.webhook_id }),
    ...(message.nonce === null ? {} : { nonce: message.nonce }),
    ...interactionOf(message),
    ...(thread ? { thread: channelShape(world, thread) } : {}),
    ...referenceOf(world, message),
    ...(message.sticker_ids ? { sticker_items: stickerItems(world, message.sticker_ids) } : {}),
    ...(message.poll ? { poll: pollShape(message.poll, viewerId) } : {}),
    ...snapshotsOf(world, message),
    ...(message.reactions.length === 0 ? {} : { reactions: reactionsOf(message, viewerId) }),
  };
}

/** What a forward passes on: the original as it was then, without who wrote it. */
function snapshotsOf(world: World, message: MessageRecord): object {
  if (!message.snapshots) return {};
  const shapes = message.snapshots.map((snapshot) => {
    const { link_embeds: _, ...bare } = { ...message, ...snapshot };
    const { type, content, mentions, mention_roles, attachments, embeds, timestamp, ...rest } = messageShape(
      world,
      { ...bare, snapshots: [], sticker_ids: [], message_reference: null },
    );
    const { edited_timestamp, flags, components } = rest;
    const texts = { type, content, mentions, mention_roles, attachments, embeds, timestamp };
    return { message: { ...texts, edited_timestamp, flags, components } };
  });
  return { message_snapshots: shapes as NonNullable<APIMessage['message_snapshots']> };
}

/** A webhook's messages have an author that is no user: its id, under the name of the moment. */
function authorShape(world: World, message: MessageRecord): APIMessage['author'] {
  const user = requireUser(world, message.author_id);
  if (!message.webhook_author) return userShape(user);
  return userShape({
    ...user,
    ...message.webhook_author,
    global_name: null,
    discriminator: '0000',
    bot: true,
  });
}

/** A message as the gateway sends it: with the guild and the author's membership. */
export function messageDispatch(world: World, message: MessageRecord): GatewayMessageCreateDispatchData {
  const member = message.guild_id && world.members.get(memberId(message.guild_id, message.author_id));
  const channel = world.channels.get(message.channel_id);
  return {
    ...messageShape(world, message),
    ...(message.guild_id === null ? {} : { guild_id: message.guild_id }),
    ...(member ? { member: bareMemberShape(member) } : {}),
    ...(channel ? { channel_type: channel.type as 0 } : {}),
    mentions: message.mentions.map((id) => mentionedUser(world, message.guild_id, id)),
  };
}

function mentionedUser(
  world: World,
  guildId: string | null,
  userId: string,
): GatewayMessageCreateDispatchData['mentions'][number] {
  const member = guildId && world.members.get(memberId(guildId, userId));
  const user = userShape(requireUser(world, userId));
  return member ? { ...user, member: bareMemberShape(member) } : user;
}

function referenceOf(world: World, message: MessageRecord): object {
  const reference = message.message_reference;
  if (!reference) return {};
  // Only an answer shows what it answers: a forward and what was published from elsewhere do not.
  if (reference.type === MessageReferenceType.Forward || message.flags & MessageFlags.IsCrosspost)
    return { message_reference: reference };
  const original = reference.message_id ? world.messages.get(reference.message_id) : undefined;
  // Only one level deep, as Discord does.
  const bare = original ? { ...original, message_reference: null } : undefined;
  return { message_reference: reference, referenced_message: bare ? messageShape(world, bare) : null };
}

function reactionsOf(message: MessageRecord, viewerId: string): APIReaction[] {
  return message.reactions.map((reaction) => ({
    emoji: reactionEmojiShape(reaction.emoji),
    count: reaction.user_ids.length,
    count_details: { burst: 0, normal: reaction.user_ids.length },
    burst_colors: [],
    me_burst: false,
    me: reaction.user_ids.includes(viewerId),
  }));
}

/** An emoji from its path form: the character itself, or `name:id`. */
export function reactionEmojiShape(emoji: string): { id: string | null; name: string } {
  const custom = /^(\w+):(\d+)$/.exec(emoji);
  return custom ? { id: custom[2] ?? null, name: custom[1] ?? '' } : { id: null, name: emoji };
}

/** What a message answers; of commands in the deprecated form, too, by which older libraries find the views of an answer. */
function interactionOf({ interaction_metadata: metadata }: MessageRecord): object {
  if (metadata === null) return {};
  const { id, type, user } = metadata;
  const name = 'name' in metadata ? String(metadata.name) : null;
  return {
    ...(name === null ? {} : { interaction: { id, type, name, user } }),
    interaction_metadata: metadata,
  };
}
