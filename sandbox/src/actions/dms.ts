import { ChannelType, MessageType } from 'discord-api-types/v10';
import type { Parts } from '../world/parts.js';
import { refuse } from '../errors.js';
import { blankChannel } from '../rules/channels.js';
import { RECIPIENT_LIMIT, type GroupDm } from '../rules/group-dms.js';
import type { ChannelRecord } from '../world/records.js';
import type { World } from '../world/world.js';
import { createMessage, NO_DRAFT } from './messages.js';

/** The direct-message channel with a user; made if there is none. 50033 for an unknown user, oneself and bots. */
export function openDm({ world }: Pick<Parts, 'world'>, botId: string, recipientId: string): ChannelRecord {
  const recipient = world.users.get(recipientId);
  if (!recipient || recipient.bot || recipientId === botId) throw refuse(50033);
  const existing = world.dmChannels.of(recipientId)[0];
  if (existing) return existing;
  return world.channels.put({ ...blank(world, ChannelType.DM), recipient_id: recipientId });
}

/** A new group of direct messages; whom the application brings together belongs to it. */
export function openGroup(
  { world }: Pick<Parts, 'world'>,
  botId: string,
  recipientIds: string[],
): ChannelRecord {
  const group = { owner_id: botId, recipient_ids: recipientIds, icon: null };
  return world.channels.put({ ...blank(world, ChannelType.GroupDM), group });
}

function blank(world: World, type: ChannelType): ChannelRecord {
  return { ...blankChannel('', type, ''), guild_id: null, id: world.snowflakes.next() };
}

/** Takes somebody into a group, and says so in it; 30004 when it is full. */
export function addRecipient(parts: Parts, channel: GroupDm, userId: string): ChannelRecord {
  const ids = channel.group.recipient_ids;
  if (ids.length >= RECIPIENT_LIMIT) throw refuse(30004);
  return setRecipients(parts, channel, [...ids, userId], { userId, type: MessageType.RecipientAdd });
}

/** Takes somebody out of a group, and says so in it. */
export function removeRecipient(parts: Parts, channel: GroupDm, userId: string): ChannelRecord {
  const ids = channel.group.recipient_ids.filter((id) => id !== userId);
  return setRecipients(parts, channel, ids, { userId, type: MessageType.RecipientRemove });
}

function setRecipients(
  parts: Parts,
  channel: GroupDm,
  ids: string[],
  { userId, type }: { userId: string; type: MessageType },
): ChannelRecord {
  const group = { ...channel.group, recipient_ids: ids };
  const changed = parts.world.channels.patch(channel, { group });
  createMessage(parts, changed, NO_DRAFT, { authorId: group.owner_id, type, mentions: [userId] });
  return changed;
}
