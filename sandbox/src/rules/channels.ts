import {
  ChannelType,
  OverwriteType,
  PermissionFlagsBits as P,
  type APIOverwrite,
} from 'discord-api-types/v10';
import { refuse } from '../errors.js';
import { invalid } from '../validation/issues.js';
import type { Reader } from '../validation/reader.js';
import type { ForumSettings } from '../world/community-records.js';
import { BLANK_FORUM, FORUMS } from '../world/forums.js';
import type { ChannelRecord, GuildRecord } from '../world/records.js';
import type { World } from '../world/world.js';
import { demand } from './access.js';
import { readForum, readForumFlags } from './forums.js';
import { guildPermissions } from './permissions.js';

const CHANNEL_LIMIT = 500;
const CATEGORY_LIMIT = 50;
/** Minutes without activity after which a thread may be archived. */
export const DURATIONS: readonly number[] = [60, 1_440, 4_320, 10_080];
/** Overwrites of one channel. */
export const OVERWRITE_LIMIT = 1_000;
const CREATABLE = [
  ChannelType.GuildText,
  ChannelType.GuildVoice,
  ChannelType.GuildCategory,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildStageVoice,
  ...FORUMS,
];

type Fields = Omit<ChannelRecord, 'id'>;

/** Reads the body of a new channel. */
export function readNewChannel(world: World, guild: GuildRecord, userId: string, body: Reader): Fields {
  const type: ChannelType =
    body.integer('type', { nullable: true, choices: CREATABLE }) ?? ChannelType.GuildText;
  const fields: Fields = {
    ...blankChannel(guild.id, type, ''),
    position: body.integer('position', { nullable: true, min: 0 }) ?? world.channelsByGuild.count(guild.id),
    ...readShared(world, body, type, undefined),
    name: channelName(body.string('name', { required: true, min: 1, max: 100 }) ?? '', type),
    parent_id: body.snowflake('parent_id', { nullable: true }) ?? null,
    permission_overwrites: readOverwrites(body) ?? [],
  };
  body.issues.refuseIfAny();
  if (fields.permission_overwrites.length > 0)
    checkOverwrites(world, guild, userId, fields.permission_overwrites);
  if (world.channelsByGuild.count(guild.id) >= CHANNEL_LIMIT) throw refuse(30013);
  checkParent(world, guild, fields.parent_id);
  return fields;
}

/** Reads the body of an edit: only the fields it names. */
export function readChannelChange(
  world: World,
  guild: GuildRecord,
  channel: ChannelRecord,
  body: Reader,
): Partial<ChannelRecord> {
  const name = body.string('name', { min: 1, max: 100 });
  const position = body.integer('position', { nullable: true, min: 0 });
  const parent = body.snowflake('parent_id', { nullable: true });
  const overwrites = readOverwrites(body);
  const shared = readShared(world, body, channel.type, channel.forum);
  body.issues.refuseIfAny();
  if (parent !== undefined && parent !== channel.parent_id) checkParent(world, guild, parent);
  return {
    ...shared,
    ...(typeof name === 'string' ? { name: channelName(name, channel.type) } : {}),
    ...(typeof position === 'number' ? { position } : {}),
    ...(parent === undefined ? {} : { parent_id: parent }),
    ...(overwrites ? { permission_overwrites: overwrites } : {}),
  };
}

function readShared(
  world: World,
  body: Reader,
  type: ChannelType,
  forum: ForumSettings = BLANK_FORUM,
): Partial<Fields> {
  const topic = body.string('topic', { nullable: true, max: FORUMS.includes(type) ? 4096 : 1024 });
  const nsfw = body.boolean('nsfw', { nullable: true });
  const slowmode = body.integer('rate_limit_per_user', { nullable: true, min: 0, max: 21_600 });
  const bitrate = body.integer('bitrate', { nullable: true, min: 8_000, max: 96_000 });
  const userLimit = body.integer('user_limit', { nullable: true, min: 0, max: 99 });
  const flags = readForumFlags(body, type);
  return {
    ...readThreadDefaults(body),
    ...(FORUMS.includes(type) ? { forum: readForum(world, forum, body) } : {}),
    ...(flags === undefined ? {} : { flags }),
    ...(topic === undefined ? {} : { topic: topic === '' ? null : topic }),
    ...(typeof nsfw === 'boolean' ? { nsfw } : {}),
    ...(typeof slowmode === 'number' ? { rate_limit_per_user: slowmode } : {}),
    ...(typeof bitrate === 'number' ? { bitrate } : {}),
    ...(typeof userLimit === 'number' ? { user_limit: userLimit } : {}),
  };
}

/** What new threads of a channel start with. */
function readThreadDefaults(body: Reader): Partial<Fields> {
  const duration = body.integer('default_auto_archive_duration', { nullable: true, choices: DURATIONS });
  const slowmode = body.integer('default_thread_rate_limit_per_user', {
    nullable: true,
    min: 0,
    max: 21_600,
  });
  return {
    ...(duration === undefined ? {} : { default_auto_archive_duration: duration }),
    ...(slowmode === undefined ? {} : { default_thread_rate_limit_per_user: slowmode ?? 0 }),
  };
}

/** Refuses a category that is none of the guild's, or full. */
export function checkParent(world: World, guild: GuildRecord, parentId: string | null): void {
  if (parentId === null) return;
  const parent = world.channels.get(parentId);
  if (parent?.guild_id !== guild.id || parent.type !== ChannelType.GuildCategory) {
    throw invalid(['parent_id'], 'CHANNEL_PARENT_INVALID', 'Category does not exist');
  }
  const children = world.channelsByGuild.of(guild.id).filter((c) => c.parent_id === parentId);
  if (children.length >= CATEGORY_LIMIT) {
    throw invalid(
      ['parent_id'],
      'CHANNEL_PARENT_MAX_CHANNELS',
      'Maximum number of channels in category reached (50)',
    );
  }
}

function readOverwrites(body: Reader): APIOverwrite[] | undefined {
  return body.objects('permission_overwrites', { max: OVERWRITE_LIMIT })?.map((entry) => ({
    id: entry.snowflake('id', { required: true }) ?? '',
    type: readOverwriteType(entry),
    allow: entry.bits('allow', { nullable: true }) ?? '0',
    deny: entry.bits('deny', { nullable: true }) ?? '0',
  }));
}

/** 0 for roles, 1 for members; libraries of old sent words. */
export function readOverwriteType(entry: Reader): OverwriteType {
  if (entry.raw('type') === 'member') return OverwriteType.Member;
  if (entry.raw('type') === 'role') return OverwriteType.Role;
  return entry.integer('type', { nullable: true, choices: [0, 1] }) ?? OverwriteType.Role;
}

/** Overwrites need MANAGE_ROLES, only bits that one has oneself, and MANAGE_ROLES inside a channel an administrator. */
export function checkOverwrites(
  world: World,
  guild: GuildRecord,
  userId: string,
  overwrites: readonly Pick<APIOverwrite, 'allow' | 'deny'>[],
): void {
  const has = guildPermissions(world, guild, userId);
  demand(has, P.ManageRoles);
  const named = overwrites.reduce((bits, o) => bits | BigInt(o.allow) | BigInt(o.deny), 0n);
  demand(has, named);
  if (named & P.ManageRoles) demand(has, P.Administrator);
}

/** Text channels are written in small letters with dashes. */
export function channelName(name: string, type: ChannelType): string {
  const free = [ChannelType.GuildVoice, ChannelType.GuildStageVoice, ChannelType.GuildCategory].includes(
    type,
  );
  return free ? name : name.toLowerCase().trim().replace(/\s+/g, '-');
}

/** A channel with nothing set. */
export function blankChannel(guildId: string, type: ChannelType, name: string): Fields {
  const voice = type === ChannelType.GuildVoice || type === ChannelType.GuildStageVoice;
  return {
    guild_id: guildId,
    type,
    name,
    topic: null,
    position: 0,
    parent_id: null,
    permission_overwrites: [],
    nsfw: false,
    rate_limit_per_user: 0,
    bitrate: voice ? 64_000 : 0,
    user_limit: 0,
    last_message_id: null,
    last_pin_timestamp: null,
    recipient_id: null,
    thread: null,
  };
}
