import { ChannelType, type APITemplate } from 'discord-api-types/v10';
import type { TemplateRecord } from '../world/community-records.js';
import type { ChannelRecord, GuildRecord } from '../world/records.js';
import type { World } from '../world/world.js';
import { guildShape } from './guild.js';
import { roleShape } from './role.js';
import { requireUser, userShape } from './user.js';

/** The channels that a template keeps. */
const KEPT = [
  ChannelType.GuildText,
  ChannelType.GuildVoice,
  ChannelType.GuildCategory,
  ChannelType.GuildForum,
];

/** A template in Discord's own form; it is dirty once its server is no more what it was. */
export function templateShape(world: World, template: TemplateRecord): APITemplate {
  const guild = world.guilds.get(template.guild_id);
  const same = guild && JSON.stringify(snapshotOf(world, guild)) === JSON.stringify(template.snapshot);
  const { id, guild_id, snapshot, ...rest } = template;
  const shape = {
    ...rest,
    code: id,
    creator: userShape(requireUser(world, template.creator_id)),
    source_guild_id: guild_id,
    serialized_source_guild: snapshot,
    is_dirty: same ? null : true,
  };
  return shape as unknown as APITemplate;
}

/** A server as a template keeps it: its roles and channels, under numbers instead of ids. */
export function snapshotOf(world: World, guild: GuildRecord): Record<string, unknown> {
  const roles = world.rolesByGuild.of(guild.id).filter((role) => !role.managed);
  const channels = world.channelsByGuild.of(guild.id).filter(({ type }) => KEPT.includes(type));
  const roleNumbers = new Map(roles.map((role, i) => [role.id, role.id === guild.id ? 0 : i]));
  const numbers = new Map(channels.map((channel, i) => [channel.id, i + 1]));
  const shape = guildShape(world, guild);
  return {
    name: guild.name,
    description: guild.description,
    region: null,
    verification_level: shape.verification_level,
    default_message_notifications: shape.default_message_notifications,
    explicit_content_filter: shape.explicit_content_filter,
    preferred_locale: guild.preferred_locale,
    afk_timeout: shape.afk_timeout,
    afk_channel_id: numbers.get(shape.afk_channel_id ?? '') ?? null,
    system_channel_id: numbers.get(guild.system_channel_id ?? '') ?? null,
    system_channel_flags: shape.system_channel_flags,
    roles: roles.map((role) => {
      const { name, permissions, colors, hoist, mentionable, unicode_emoji } = roleShape(role);
      const number = roleNumbers.get(role.id) ?? 0;
      const look = { color: role.color, colors, hoist, mentionable, icon: null, unicode_emoji };
      return { id: number, name, permissions, ...look };
    }),
    channels: channels.map((channel) => channelSnapshot(channel, numbers, roleNumbers)),
  };
}

type Numbers = ReadonlyMap<string, number>;

function channelSnapshot(channel: ChannelRecord, numbers: Numbers, roles: Numbers): object {
  const { type, name, position, topic, bitrate, user_limit, nsfw, rate_limit_per_user, forum } = channel;
  const tags = forum?.available_tags.map((tag, i) => ({ ...tag, id: i + 1 })) ?? null;
  return {
    ...{ type, name, position, topic, bitrate, user_limit, nsfw, rate_limit_per_user },
    id: numbers.get(channel.id) ?? 0,
    parent_id: numbers.get(channel.parent_id ?? '') ?? null,
    default_auto_archive_duration: channel.default_auto_archive_duration ?? null,
    // Overwrites of members do not go into a template.
    permission_overwrites: channel.permission_overwrites.flatMap((overwrite) => {
      const number = roles.get(overwrite.id);
      return number === undefined ? [] : [{ ...overwrite, id: String(number) }];
    }),
    available_tags: tags,
    template: '',
    default_reaction_emoji: forum?.default_reaction_emoji ?? null,
    default_thread_rate_limit_per_user: channel.default_thread_rate_limit_per_user ?? null,
    default_sort_order: forum?.default_sort_order ?? null,
    default_forum_layout: forum?.default_forum_layout ?? null,
    default_tag_setting: forum?.default_tag_setting ?? null,
    theme_color: null,
  };
}
