import { ChannelFlags, ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.js';
import type { Reader } from '../validation/reader.js';
import type { ForumSettings } from '../world/community-records.js';
import { FORUMS } from '../world/forums.js';
import type { ChannelRecord, ThreadState } from '../world/records.js';
import type { World } from '../world/world.js';
import { demand } from './access.js';
import { channelPermissions } from './permissions.js';

const MOST_TAGS = 20;
const TAGS_OF_POST = 5;
const TAG_SETTINGS = ['match_all', 'match_some'];

type Tag = ForumSettings['available_tags'][number];

/** Reads what a body says of a forum: its tags, and how its posts are shown. */
export function readForum(world: World, before: ForumSettings, body: Reader): ForumSettings {
  const tags = body.objects('available_tags', { max: MOST_TAGS })?.map((tag) => readTag(world, before, tag));
  const sort = body.integer('default_sort_order', { nullable: true, choices: [0, 1] });
  const layout = body.integer('default_forum_layout', { nullable: true, choices: [0, 1, 2] });
  const setting = body.string('default_tag_setting', { nullable: true });
  if (typeof setting === 'string' && !TAG_SETTINGS.includes(setting))
    body.fault(
      'default_tag_setting',
      'BASE_TYPE_CHOICES',
      `Value must be one of {${TAG_SETTINGS.join(', ')}}.`,
    );
  const reaction = body.object('default_reaction_emoji', { nullable: true });
  const emoji = reaction && readEmoji(world, reaction);
  body.issues.refuseIfAny();
  if (tags && new Set(tags.map(({ name }) => name)).size < tags.length) throw refuse(40061);
  return {
    available_tags: tags ?? before.available_tags,
    default_reaction_emoji: emoji === undefined ? before.default_reaction_emoji : emoji,
    default_sort_order: sort === undefined ? before.default_sort_order : sort,
    default_forum_layout: layout ?? before.default_forum_layout,
    default_tag_setting: setting === undefined ? before.default_tag_setting : setting,
  };
}

/** A tag keeps its id where the body names it. */
function readTag(world: World, before: ForumSettings, tag: Reader): Tag {
  const id = tag.snowflake('id', { nullable: true });
  const known = before.available_tags.find((one) => one.id === id);
  return {
    id: known?.id ?? world.snowflakes.next(),
    name: tag.string('name', { required: true, min: 1, max: 50 }) ?? '',
    moderated: tag.boolean('moderated', { nullable: true }) ?? false,
    ...readEmoji(world, tag),
  };
}

function readEmoji(world: World, body: Reader): Pick<Tag, 'emoji_id' | 'emoji_name'> {
  const id = body.snowflake('emoji_id', { nullable: true }) ?? null;
  if (id !== null && !world.emojis.has(id)) body.fault('emoji_id', 'BASE_TYPE_INVALID', 'Unknown Emoji');
  const name = body.string('emoji_name', { nullable: true, max: 100 }) ?? null;
  return { emoji_id: id, emoji_name: id === null ? name : null };
}

/** Reads the tags of a post: its forum's own, and moderated ones only from who manages its posts (50013) or from a webhook. */
export function readAppliedTags(
  world: World,
  forum: ChannelRecord | undefined,
  { userId, before }: { userId: string; before: readonly string[] },
  body: Reader,
): string[] | undefined {
  const given = body.snowflakes('applied_tags', { max: TAGS_OF_POST });
  if (!given || !forum || !FORUMS.includes(forum.type)) return undefined;
  const available = forum.forum?.available_tags ?? [];
  const unknown = given.find((id) => !available.some((tag) => tag.id === id));
  if (unknown !== undefined) body.fault('applied_tags', 'BASE_TYPE_INVALID', 'Unknown Tag');
  body.issues.refuseIfAny();
  const touched = available.filter(({ id }) => given.includes(id) !== before.includes(id));
  if (world.users.has(userId) && touched.some((tag) => tag.moderated))
    demand(channelPermissions(world, forum, userId), P.ManageThreads);
  return [...new Set(given)];
}

/** Refuses a post without a tag (40067) where one is needed; 40066 where its author may give none. */
export function checkTagged(
  world: World,
  forum: ChannelRecord,
  userId: string,
  tags: readonly string[],
): void {
  if (!((forum.flags ?? 0) & ChannelFlags.RequireTag) || tags.length > 0) return;
  const manages = (channelPermissions(world, forum, userId) & P.ManageThreads) !== 0n;
  const free = (forum.forum?.available_tags ?? []).some((tag) => manages || !tag.moderated);
  throw refuse(free ? 40067 : 40066);
}

/** The flags that a body gives a forum; others it may not. */
export function readForumFlags(body: Reader, type: ChannelType): number | undefined {
  const flags = body.integer('flags', { nullable: true, min: 0 });
  if (flags === undefined || !FORUMS.includes(type)) return undefined;
  const settable =
    ChannelFlags.RequireTag | (type === ChannelType.GuildMedia ? ChannelFlags.HideMediaDownloadOptions : 0);
  return (flags ?? 0) & settable;
}

/** Reads whether a post is pinned, which only one of a forum can be (30047). */
export function readPinned(
  world: World,
  thread: ChannelRecord & { thread: ThreadState },
  userId: string,
  body: Reader,
): number | undefined {
  const flags = body.integer('flags', { nullable: true, min: 0 });
  const forum = world.channels.get(thread.parent_id ?? '');
  if (typeof flags !== 'number' || !forum || !FORUMS.includes(forum.type)) return undefined;
  const before = thread.flags ?? 0;
  const after = (before & ~ChannelFlags.Pinned) | (flags & ChannelFlags.Pinned);
  if (after === before) return undefined;
  demand(channelPermissions(world, forum, userId), P.ManageThreads);
  const others = world.channelsByGuild
    .of(forum.guild_id ?? '')
    .filter((one) => one.parent_id === forum.id && ((one.flags ?? 0) & ChannelFlags.Pinned) !== 0);
  if (after & ChannelFlags.Pinned && others.length > 0) throw refuse(30047);
  return after;
}
