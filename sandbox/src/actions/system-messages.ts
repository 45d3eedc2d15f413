import { GuildSystemChannelFlags as Silent, MessageType } from 'discord-api-types/v10';
import { boostTier } from '../shapes/boosts.js';
import type { Parts } from '../world/parts.js';
import type { GuildRecord, MemberRecord } from '../world/records.js';
import { createMessage, NO_DRAFT } from './messages.js';

/** What is said of a boost: more when it brings the server to another tier. */
const BOOSTS = [
  MessageType.GuildBoost,
  MessageType.GuildBoostTier1,
  MessageType.GuildBoostTier2,
  MessageType.GuildBoostTier3,
];

/** Says in the server's system channel that somebody has joined, unless it is told not to. */
export function noteJoin(parts: Parts, member: MemberRecord): void {
  say(parts, member, MessageType.UserJoin, Silent.SuppressJoinNotifications);
}

/** Says in the server's system channel that somebody boosts it, unless it is told not to. */
export function noteBoost(parts: Parts, member: MemberRecord, before: GuildRecord, after: GuildRecord): void {
  const tier = boostTier(after);
  const type = BOOSTS[tier === boostTier(before) ? 0 : tier] ?? MessageType.GuildBoost;
  say(parts, member, type, Silent.SuppressPremiumSubscriptions);
}

function say(parts: Parts, member: MemberRecord, type: MessageType, silencedBy: Silent): void {
  const guild = parts.world.guilds.get(member.guild_id);
  const channel = parts.world.channels.get(guild?.system_channel_id ?? '');
  const flags = Number(guild?.settings?.['system_channel_flags'] ?? 0);
  if (channel && !(flags & silencedBy))
    createMessage(parts, channel, NO_DRAFT, { authorId: member.user_id, type });
}
