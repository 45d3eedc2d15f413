import { ChannelType, OverwriteType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { isThread, isVoice } from '../shapes/channel.js';
import type { ChannelRecord, GuildRecord, MemberRecord, RoleRecord } from '../world/records.js';
import { memberId, type World } from '../world/world.js';

/** Every permission there is. */
const ALL_PERMISSIONS = Object.values(P).reduce((all, bit) => all | bit, 0n);

/** What @everyone may do in a new guild. */
export const EVERYONE_PERMISSIONS =
  P.ViewChannel |
  P.CreateInstantInvite |
  P.SendMessages |
  P.SendMessagesInThreads |
  P.SendPolls |
  P.UseSoundboard |
  P.CreatePublicThreads |
  P.EmbedLinks |
  P.AttachFiles |
  P.AddReactions |
  P.UseExternalEmojis |
  P.ReadMessageHistory |
  P.UseApplicationCommands |
  P.Connect |
  P.Speak |
  P.Stream |
  P.UseVAD |
  P.ChangeNickname |
  P.RequestToSpeak;

/** Timed-out members keep only these. */
const TIMED_OUT = P.ViewChannel | P.ReadMessageHistory;

/** Lost with SEND_MESSAGES. */
const NEED_SENDING = P.EmbedLinks | P.AttachFiles | P.MentionEveryone | P.SendTTSMessages;

/** Lost in a voice channel that one cannot connect to: even its management. */
const NEED_CONNECTING =
  P.ManageChannels | P.ManageRoles | P.ManageWebhooks | P.MoveMembers | P.MuteMembers | P.DeafenMembers;

/** Somebody's permissions in a guild, without any channel. None for a non-member. */
export function guildPermissions(world: World, guild: GuildRecord, userId: string): bigint {
  const member = world.members.get(memberId(guild.id, userId));
  if (!member) return 0n;
  if (guild.owner_id === userId) return ALL_PERMISSIONS;
  const granted = rolesOf(world, member).reduce((bits, role) => bits | BigInt(role.permissions), 0n);
  if (granted & P.Administrator) return ALL_PERMISSIONS;
  return isTimedOut(world, member) ? granted & TIMED_OUT : granted;
}

/** Somebody's permissions in a guild's channel, overwrites and what follows from them included. */
export function channelPermissions(world: World, channel: ChannelRecord, userId: string): bigint {
  const guild = channel.guild_id === null ? undefined : world.guilds.get(channel.guild_id);
  if (!guild) return dmPermissions();
  const member = world.members.get(memberId(guild.id, userId));
  if (!member) return 0n;
  const base = guildPermissions(world, guild, userId);
  if (base & P.Administrator) return base;
  // A thread has no overwrites of its own: its parent's hold.
  const holder = isThread(channel) ? (world.channels.get(channel.parent_id ?? '') ?? channel) : channel;
  const bits = implied(channel, applyOverwrites(base, holder, member));
  return isClosedTo(channel, userId, bits) ? 0n : bits;
}

/** What everybody may do in a channel, whatever roles they have. */
export function everyonePermissions(world: World, channel: ChannelRecord): bigint {
  const bits = BigInt(world.roles.get(channel.guild_id ?? '')?.permissions ?? 0);
  const overwrite = channel.permission_overwrites.find((o) => o.id === channel.guild_id);
  return overwrite ? (bits & ~BigInt(overwrite.deny)) | BigInt(overwrite.allow) : bits;
}

/** A private thread is for its members and for who manages threads. */
function isClosedTo(channel: ChannelRecord, userId: string, bits: bigint): boolean {
  if (channel.type !== ChannelType.PrivateThread || (bits & P.ManageThreads) !== 0n) return false;
  return !channel.thread?.member_ids.includes(userId);
}

function dmPermissions(): bigint {
  return EVERYONE_PERMISSIONS & ~(P.Connect | P.Speak);
}

function applyOverwrites(base: bigint, channel: ChannelRecord, member: MemberRecord): bigint {
  const overwrites = channel.permission_overwrites;
  let bits = base;
  const everyone = overwrites.find((o) => o.id === member.guild_id);
  if (everyone) bits = (bits & ~BigInt(everyone.deny)) | BigInt(everyone.allow);
  const ofRoles = overwrites.filter((o) => o.type === OverwriteType.Role && member.roles.includes(o.id));
  const denied = ofRoles.reduce((all, o) => all | BigInt(o.deny), 0n);
  const allowed = ofRoles.reduce((all, o) => all | BigInt(o.allow), 0n);
  bits = (bits & ~denied) | allowed;
  const own = overwrites.find((o) => o.type === OverwriteType.Member && o.id === member.user_id);
  return own ? (bits & ~BigInt(own.deny)) | BigInt(own.allow) : bits;
}

function implied(channel: ChannelRecord, bits: bigint): bigint {
  if (!(bits & P.ViewChannel)) return 0n;
  const sending = isThread(channel) ? P.SendMessagesInThreads : P.SendMessages;
  let result = bits & sending ? bits : bits & ~NEED_SENDING;
  if (isVoice(channel) && !(bits & P.Connect)) result &= ~NEED_CONNECTING;
  return result;
}

function isTimedOut(world: World, member: MemberRecord): boolean {
  const until = member.communication_disabled_until;
  return until !== null && Date.parse(until) > world.clock();
}

/** A member's roles, @everyone included. */
function rolesOf(world: World, member: MemberRecord): RoleRecord[] {
  return [member.guild_id, ...member.roles].flatMap((id) => world.roles.get(id) ?? []);
}

/** The position of a member's highest role: what hierarchy compares. Owners stand above all. */
export function topPosition(world: World, guild: GuildRecord, userId: string): number {
  if (guild.owner_id === userId) return Infinity;
  const member = world.members.get(memberId(guild.id, userId));
  return member ? Math.max(0, ...rolesOf(world, member).map((role) => role.position)) : -1;
}
