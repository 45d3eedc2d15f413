import type { APIStageInstance, APIVoiceState } from 'discord-api-types/v10';
import type { StageInstanceRecord, VoiceStateRecord } from '../world/voice-records.js';
import { memberId, type World } from '../world/world.js';
import { memberShape } from './user.js';

/** Somebody's voice state as `GUILD_CREATE` lists it: without the guild and the member. */
export function bareVoiceStateShape(state: VoiceStateRecord): Omit<APIVoiceState, 'guild_id' | 'member'> {
  const { id: _id, guild_id: _guild, ...shape } = state;
  return shape;
}

/** Somebody's voice state in Discord's own form; in no channel (`channel_id` null) once they have left. */
export function voiceStateShape(world: World, state: VoiceStateRecord, left = false): APIVoiceState {
  const member = world.members.get(memberId(state.guild_id, state.user_id));
  return {
    ...bareVoiceStateShape(state),
    guild_id: state.guild_id,
    ...(left ? { channel_id: null } : {}),
    ...(member ? { member: memberShape(world, member) } : {}),
  };
}

/** A live stage in Discord's own form. */
export function stageInstanceShape(stage: StageInstanceRecord): APIStageInstance {
  const shape = { ...stage, privacy_level: 2, discoverable_disabled: true };
  return shape as unknown as APIStageInstance;
}
