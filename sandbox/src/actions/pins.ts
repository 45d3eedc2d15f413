import { MessageReferenceType, MessageType } from 'discord-api-types/v10';
import { refuse } from '../errors.js';
import type { ChannelRecord, MessageRecord } from '../world/records.js';
import { announce, createMessage, NO_DRAFT } from './messages.js';
import type { Parts } from '../world/parts.js';

/** Pinned messages of a channel. */
const PIN_LIMIT = 250;

/** Pins a message and tells the channel so; false when it was pinned already. 30003 past the limit. */
export function pinMessage(
  parts: Parts,
  channel: ChannelRecord,
  message: MessageRecord,
  userId: string,
): boolean {
  const { world } = parts;
  if (message.pinned) return false;
  if (world.pinsByChannel.count(channel.id) >= PIN_LIMIT) throw refuse(30003);
  const pinned = world.messages.patch(message, { pinned: true, pinned_at: world.now() });
  announce(parts, pinned, 'update');
  notePins(parts, channel, world.now());
  createMessage(parts, world.channels.get(channel.id) ?? channel, noticeOf(message), {
    authorId: userId,
    type: MessageType.ChannelPinnedMessage,
  });
  return true;
}

/** The notice in the channel points to the message without being an answer to it. */
function noticeOf(message: MessageRecord): typeof NO_DRAFT {
  const reference = {
    type: MessageReferenceType.Default,
    message_id: message.id,
    channel_id: message.channel_id,
  };
  return { ...NO_DRAFT, reference };
}

/** Takes a message's pin off; false when it had none. */
export function unpinMessage(parts: Parts, channel: ChannelRecord, message: MessageRecord): boolean {
  if (!message.pinned) return false;
  const { pinned_at: _, ...rest } = message;
  const changed = parts.world.messages.put({ ...rest, pinned: false });
  announce(parts, changed, 'update');
  notePins(parts, channel, channel.last_pin_timestamp);
  return true;
}

function notePins({ world, bus }: Parts, channel: ChannelRecord, last: string | null): void {
  const changed = world.channels.patch(world.channels.get(channel.id) ?? channel, {
    last_pin_timestamp: last,
  });
  const place = changed.guild_id === null ? {} : { guild_id: changed.guild_id };
  bus.dispatch(
    'CHANNEL_PINS_UPDATE',
    { ...place, channel_id: changed.id, last_pin_timestamp: last },
    { guild_id: changed.guild_id },
  );
}
