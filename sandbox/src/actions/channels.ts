import { channelShape, isThread } from '../shapes/channel.js';
import type { DispatchData } from '../world/bus.js';
import type { ChannelRecord } from '../world/records.js';
import { closeStage } from './stage-instances.js';
import { leaveVoice } from './voice.js';
import { removeEvent } from './scheduled-events.js';
import type { Parts } from '../world/parts.js';

/** A guild's channel as the gateway sends it: the same object as REST's, of a narrower type. */
function dispatched({ world }: Parts, channel: ChannelRecord): DispatchData<'CHANNEL_CREATE'> {
  return channelShape(world, channel) as DispatchData<'CHANNEL_CREATE'>;
}

/** Makes a channel and announces it. */
export function createChannel(parts: Parts, fields: Omit<ChannelRecord, 'id'>, id?: string): ChannelRecord {
  const { world, bus } = parts;
  const channel = world.channels.put({ ...fields, id: id ?? world.snowflakes.next() });
  bus.dispatch('CHANNEL_CREATE', dispatched(parts, channel), channel);
  return channel;
}

/** Changes a channel and announces it. */
export function updateChannel(
  parts: Parts,
  channel: ChannelRecord,
  fields: Partial<ChannelRecord>,
): ChannelRecord {
  const { world, bus } = parts;
  const changed = world.channels.patch(channel, fields);
  bus.dispatch('CHANNEL_UPDATE', dispatched(parts, changed), changed);
  return changed;
}

/**
 * Removes a channel with its messages and threads. The channels of a category stay, without it; scheduled events in
 * the channel vanish without a dispatch of their own.
 */
export function deleteChannel(parts: Parts, channel: ChannelRecord): void {
  const { world, bus } = parts;
  for (const child of world.channelsByGuild.of(channel.guild_id ?? '')) {
    if (child.parent_id !== channel.id) continue;
    if (child.thread) forget(parts, child);
    else updateChannel(parts, child, { parent_id: null });
  }
  for (const event of world.eventsByGuild.of(channel.guild_id ?? '')) {
    if (event.channel_id === channel.id) removeEvent(world, event);
  }
  const shape = dispatched(parts, channel);
  forget(parts, channel);
  if (isThread(channel)) {
    const { id, guild_id, parent_id, type } = channel;
    bus.dispatch(
      'THREAD_DELETE',
      { id, guild_id, parent_id, type } as DispatchData<'THREAD_DELETE'>,
      channel,
    );
  } else bus.dispatch('CHANNEL_DELETE', shape, channel);
}

function forget(parts: Parts, channel: ChannelRecord): void {
  const { world } = parts;
  for (const state of world.voiceByChannel.of(channel.id)) leaveVoice(parts, state);
  for (const stage of world.stagesByChannel.of(channel.id)) closeStage(parts, stage);
  for (const hook of world.webhooksByChannel.of(channel.id)) world.webhooks.delete(hook.id);
  for (const message of world.messagesByChannel.of(channel.id)) world.messages.delete(message.id);
  world.channels.delete(channel.id);
}
