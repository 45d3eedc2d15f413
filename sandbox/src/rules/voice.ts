import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.js';
import { isVoice } from '../shapes/channel.js';
import { invalid } from '../validation/issues.js';
import type { ChannelRecord, GuildRecord } from '../world/records.js';
import type { StageInstanceRecord, VoiceStateRecord } from '../world/voice-records.js';
import { memberId, type World } from '../world/world.js';
import { channelPermissions } from './permissions.js';

/** Regions of voice servers, as Discord names them. The sandbox has no audio: they differ in nothing. */
export const VOICE_REGIONS = [
  { id: 'rotterdam', name: 'Rotterdam', optimal: true, deprecated: false, custom: false },
  { id: 'us-east', name: 'US East', optimal: false, deprecated: false, custom: false },
  { id: 'singapore', name: 'Singapore', optimal: false, deprecated: false, custom: false },
];

/** Somebody's voice state in a guild; 10065 when they are in no channel. */
export function findVoiceState(world: World, guildId: string, userId: string): VoiceStateRecord {
  const state = world.voiceStates.get(memberId(guildId, userId));
  if (!state) throw refuse(10065);
  return state;
}

/** A guild's voice channel by its id; 50035 for any other. */
export function findVoiceChannel(world: World, guild: GuildRecord, channelId: string): ChannelRecord {
  const channel = world.channels.get(channelId);
  if (channel?.guild_id !== guild.id || !isVoice(channel))
    throw invalid(['channel_id'], 'CHANNEL_INVALID', 'Channel is invalid.');
  return channel;
}

/** Whether somebody may enter a voice channel: they see it, may connect, and there is room or they may move others. */
export function mayEnter(world: World, channel: ChannelRecord, userId: string): boolean {
  const has = channelPermissions(world, channel, userId);
  if ((has & P.ViewChannel) === 0n || (has & P.Connect) === 0n) return false;
  const others = world.voiceByChannel.of(channel.id).filter((state) => state.user_id !== userId);
  return channel.user_limit === 0 || others.length < channel.user_limit || (has & P.MoveMembers) !== 0n;
}

/** The stage that is live in a channel; 10067 when there is none. */
export function findStage(world: World, channelId: string): StageInstanceRecord {
  const [stage] = world.stagesByChannel.of(channelId);
  if (!stage) throw refuse(10067);
  return stage;
}

/** What moderators of a stage need, all of it. */
export const STAGE_MODERATOR = P.ManageChannels | P.MuteMembers | P.MoveMembers;

/** Whether a channel is a stage. */
export function isStage(channel: ChannelRecord): boolean {
  return channel.type === ChannelType.GuildStageVoice;
}
