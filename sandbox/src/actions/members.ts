import { memberShape } from '../shapes/user.js';
import type { MemberRecord } from '../world/records.js';
import { memberId } from '../world/world.js';
import { noteJoin } from './system-messages.js';
import { leaveVoice } from './voice.js';
import type { DispatchData } from '../world/bus.js';
import type { Parts } from '../world/parts.js';

/** Lets a user join a guild and announces it. */
export function addMember(parts: Parts, guildId: string, userId: string, roles: string[]): MemberRecord {
  const { world, bus } = parts;
  const member = world.members.put(newMember(guildId, userId, roles, world.now()));
  bus.dispatch('GUILD_MEMBER_ADD', { ...memberShape(world, member), guild_id: guildId }, member);
  noteJoin(parts, member);
  return member;
}

/** A membership with nothing set but its roles. */
export function newMember(guildId: string, userId: string, roles: string[], joinedAt: string): MemberRecord {
  return {
    id: memberId(guildId, userId),
    guild_id: guildId,
    user_id: userId,
    nick: null,
    roles,
    joined_at: joinedAt,
    communication_disabled_until: null,
  };
}

/** Changes a membership and announces it. */
export function updateMember(
  { world, bus }: Parts,
  member: MemberRecord,
  fields: Partial<MemberRecord>,
): MemberRecord {
  const changed = world.members.patch(member, fields);
  const data = { ...memberShape(world, changed), guild_id: changed.guild_id };
  bus.dispatch('GUILD_MEMBER_UPDATE', data as DispatchData<'GUILD_MEMBER_UPDATE'>, changed);
  return changed;
}

/** Ends a membership and announces it. The user's interest in scheduled events goes with it. */
export function removeMember(parts: Parts, member: MemberRecord): void {
  const { world, bus } = parts;
  const voice = world.voiceStates.get(member.id);
  if (voice) leaveVoice(parts, voice);
  const { user } = memberShape(world, member);
  world.members.delete(member.id);
  for (const event of world.eventsByGuild.of(member.guild_id))
    world.subscriptions.delete(memberId(event.id, member.user_id));
  bus.dispatch('GUILD_MEMBER_REMOVE', { guild_id: member.guild_id, user }, member);
}
