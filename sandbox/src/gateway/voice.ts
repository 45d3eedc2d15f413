import { randomBytes } from 'node:crypto';
import { enterVoice, leaveVoice } from '../actions/voice.js';
import { mayEnter } from '../rules/voice.js';
import { isVoice } from '../shapes/channel.js';
import { isObject } from '../validation/reader.js';
import type { Bus } from '../world/bus.js';
import { toSnowflake } from '../world/snowflake.js';
import { memberId, type World } from '../world/world.js';
import { shardOf } from './intents.js';
import type { Session } from './session.js';

/**
 * Lets the bot into a voice channel, out of it, or changes its microphone. As at Discord, what it may not do stays without
 * an answer. There is no audio: the voice server that it is told of has no endpoint yet. False for a payload of the wrong form.
 */
export function updateOwnVoice(
  parts: { world: World; bus: Bus },
  session: Session,
  botId: string,
  d: unknown,
): boolean {
  const guildId = isObject(d) ? toSnowflake(d['guild_id']) : null;
  if (!isObject(d) || guildId === null) return false;
  if (shardOf(guildId, session.shard[1]) !== session.shard[0]) return true;
  const channelId = toSnowflake(d['channel_id']);
  const state = parts.world.voiceStates.get(memberId(guildId, botId));
  if (channelId === null) {
    if (state) leaveVoice(parts, state);
    return true;
  }
  const channel = parts.world.channels.get(channelId);
  if (channel?.guild_id !== guildId || !isVoice(channel) || !mayEnter(parts.world, channel, botId))
    return true;
  enterVoice(parts, channel, botId, {
    self_mute: d['self_mute'] === true,
    self_deaf: d['self_deaf'] === true,
  });
  if (state?.channel_id !== channel.id) {
    const token = randomBytes(8).toString('hex');
    session.dispatch('VOICE_SERVER_UPDATE', { token, guild_id: guildId, endpoint: null });
  }
  return true;
}
