import { ChannelType, type APIChannel, type APIThreadMember } from 'discord-api-types/v10';
import { BLANK_FORUM, FORUMS } from '../world/forums.js';
import type { ChannelRecord, ThreadState } from '../world/records.js';
import { memberId, type World } from '../world/world.js';
import { memberShape, requireUser, userShape } from './user.js';

const VOICE = [ChannelType.GuildVoice, ChannelType.GuildStageVoice];
const THREADS = [ChannelType.AnnouncementThread, ChannelType.PublicThread, ChannelType.PrivateThread];

/** Whether a channel is a thread. */
export function isThread(channel: ChannelRecord): channel is ChannelRecord & { thread: ThreadState } {
  return THREADS.includes(channel.type) && channel.thread !== null;
}

/** Whether a channel is for voice (voice or stage). */
export function isVoice(channel: ChannelRecord): boolean {
  return VOICE.includes(channel.type);
}

/** A channel in Discord's own form; which fields it has depends on its type. A thread says if `viewerId` is in it. */
export function channelShape(world: World, channel: ChannelRecord, viewerId = ''): APIChannel {
  if (channel.guild_id === null) return dmShape(world, channel);
  if (isThread(channel)) return threadShape(world, channel, viewerId);
  return guildChannelShape(channel);
}

function dmShape(world: World, channel: ChannelRecord): APIChannel {
  const { group } = channel;
  const recipients = group?.recipient_ids ?? [channel.recipient_id ?? ''];
  const shape = {
    id: channel.id,
    type: channel.type,
    last_message_id: channel.last_message_id,
    flags: 0,
    ...pinTime(channel),
    recipients: recipients.map((id) => userShape(requireUser(world, id))),
    ...(group
      ? {
          ...{ name: channel.name === '' ? null : channel.name, icon: group.icon, owner_id: group.owner_id },
          ...{ managed: true, application_id: world.ownApplication.application_id },
        }
      : {}),
  };
  return shape as unknown as APIChannel;
}

function guildChannelShape(channel: ChannelRecord): APIChannel {
  const category = channel.type === ChannelType.GuildCategory;
  const shape = {
    id: channel.id,
    type: channel.type,
    ...(category ? {} : { last_message_id: channel.last_message_id, ...pinTime(channel) }),
    flags: channel.flags ?? 0,
    guild_id: channel.guild_id,
    name: channel.name,
    parent_id: channel.parent_id,
    ...(category ? {} : { rate_limit_per_user: channel.rate_limit_per_user, nsfw: channel.nsfw }),
    ...(isVoice(channel)
      ? { bitrate: channel.bitrate, user_limit: channel.user_limit, rtc_region: null }
      : category
        ? {}
        : { topic: channel.topic }),
    position: channel.position,
    permission_overwrites: channel.permission_overwrites,
    ...forumShape(channel),
    ...(channel.default_auto_archive_duration
      ? { default_auto_archive_duration: channel.default_auto_archive_duration }
      : {}),
    ...(channel.default_thread_rate_limit_per_user === undefined
      ? {}
      : { default_thread_rate_limit_per_user: channel.default_thread_rate_limit_per_user }),
  };
  return shape as unknown as APIChannel;
}

/** A media channel is always shown in one way. */
function forumShape({ type, forum = BLANK_FORUM }: ChannelRecord): object {
  if (!FORUMS.includes(type)) return {};
  const { default_forum_layout: layout, ...shared } = forum;
  return type === ChannelType.GuildForum ? { ...shared, default_forum_layout: layout } : shared;
}

function threadShape(
  world: World,
  channel: ChannelRecord & { thread: ThreadState },
  viewerId: string,
): APIChannel {
  const { thread } = channel;
  const shape = {
    id: channel.id,
    type: channel.type,
    last_message_id: channel.last_message_id,
    flags: channel.flags ?? 0,
    ...pinTime(channel),
    guild_id: channel.guild_id,
    name: channel.name,
    parent_id: channel.parent_id,
    rate_limit_per_user: channel.rate_limit_per_user,
    owner_id: thread.owner_id,
    thread_metadata: {
      archived: thread.archived,
      archive_timestamp: thread.archive_timestamp,
      auto_archive_duration: thread.auto_archive_duration,
      locked: thread.locked,
      create_timestamp: thread.create_timestamp,
      ...(channel.type === ChannelType.PrivateThread ? { invitable: thread.invitable } : {}),
    },
    message_count: thread.message_count,
    member_count: Math.min(thread.member_ids.length, 50),
    total_message_sent: thread.total_message_sent,
    ...(thread.applied_tags ? { applied_tags: thread.applied_tags } : {}),
    ...(thread.member_ids.includes(viewerId) ? { member: threadMemberShape(world, channel, viewerId) } : {}),
  };
  return shape as unknown as APIChannel;
}

/** Somebody's membership of a thread; with their membership of the guild where that is asked for. */
export function threadMemberShape(
  world: World,
  channel: ChannelRecord & { thread: ThreadState },
  userId: string,
  withMember = false,
): APIThreadMember {
  const { joined_at, create_timestamp } = channel.thread;
  const member = withMember && world.members.get(memberId(channel.guild_id ?? '', userId));
  const shape = {
    id: channel.id,
    user_id: userId,
    join_timestamp: joined_at?.[userId] ?? create_timestamp,
    flags: 0,
    ...(member ? { member: memberShape(world, member) } : {}),
  };
  return shape;
}

function pinTime(channel: ChannelRecord): object {
  return channel.last_pin_timestamp === null ? {} : { last_pin_timestamp: channel.last_pin_timestamp };
}
