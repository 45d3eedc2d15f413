import { randomBytes } from 'node:crypto';
import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { channelPermissions } from '../rules/permissions.js';
import { voiceStateShape } from '../shapes/voice.js';
import type { ChannelRecord } from '../world/records.js';
import type { VoiceStateRecord } from '../world/voice-records.js';
import { memberId } from '../world/world.js';
import type { Parts } from '../world/parts.js';

/** What somebody can choose of their own voice state, or others for them. */
export type VoiceFlags = Partial<
  Pick<
    VoiceStateRecord,
    | 'deaf'
    | 'mute'
    | 'self_deaf'
    | 'self_mute'
    | 'self_video'
    | 'self_stream'
    | 'suppress'
    | 'request_to_speak_timestamp'
  >
>;

/** Lets somebody into a voice channel, or moves them there, and announces it. On a stage most come into the audience. */
export function enterVoice(
  parts: Parts,
  channel: ChannelRecord,
  userId: string,
  flags: VoiceFlags = {},
): VoiceStateRecord {
  const { world } = parts;
  const id = memberId(channel.guild_id ?? '', userId);
  const known = world.voiceStates.get(id);
  const moved = known?.channel_id !== channel.id;
  const speaks = (channelPermissions(world, channel, userId) & P.MuteMembers) !== 0n;
  const state = world.voiceStates.put({
    guild_id: channel.guild_id ?? '',
    user_id: userId,
    session_id: randomBytes(16).toString('hex'),
    deaf: false,
    mute: false,
    self_deaf: false,
    self_mute: false,
    self_video: false,
    self_stream: false,
    request_to_speak_timestamp: null,
    suppress: false,
    ...known,
    ...(moved ? { suppress: channel.type === ChannelType.GuildStageVoice && !speaks } : {}),
    ...flags,
    id,
    channel_id: channel.id,
  });
  announce(parts, state, false);
  return state;
}

/** Changes somebody's voice state and announces it. */
export function updateVoice(parts: Parts, state: VoiceStateRecord, flags: VoiceFlags): VoiceStateRecord {
  const changed = parts.world.voiceStates.patch(state, flags);
  announce(parts, changed, false);
  return changed;
}

/** Takes somebody out of their voice channel and announces it. */
export function leaveVoice(parts: Parts, state: VoiceStateRecord): void {
  parts.world.voiceStates.delete(state.id);
  announce(parts, state, true);
}

function announce({ world, bus }: Parts, state: VoiceStateRecord, left: boolean): void {
  bus.dispatch('VOICE_STATE_UPDATE', voiceStateShape(world, state, left), state);
}
