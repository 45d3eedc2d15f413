import { ChannelType, PermissionFlagsBits as P, type ThreadAutoArchiveDuration } from 'discord-api-types/v10';
import { refuse } from '../errors.js';
import { isThread } from '../shapes/channel.js';
import type { Reader } from '../validation/reader.js';
import { FORUMS } from '../world/forums.js';
import type { ChannelRecord, GuildRecord, ThreadState } from '../world/records.js';
import type { World } from '../world/world.js';
import { demand, reachChannel } from './access.js';
import { blankChannel, DURATIONS } from './channels.js';
import { checkTagged, readAppliedTags, readPinned } from './forums.js';
import { channelPermissions } from './permissions.js';

/** Active threads of a guild (discord-userdoccers; Discord gives no figure). */
const ACTIVE_LIMIT = 1_000;
const MEMBER_LIMIT = 1_000;
const DEFAULT_DURATION = 4_320;
const PARENTS = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

/** A channel that is a thread. */
export type Thread = ChannelRecord & { thread: ThreadState };
type ThreadType = ChannelType.PublicThread | ChannelType.PrivateThread | ChannelType.AnnouncementThread;

/** The thread, for somebody who can see it; 10003 for any other channel. */
export function reachThread(world: World, channelId: string, userId: string): Thread {
  const channel = reachChannel(world, channelId, userId);
  if (!isThread(channel)) throw refuse(10003);
  return channel;
}

/** Refuses (50083) what an archived thread does not let happen; a channel of another kind lets all. */
export function checkNotArchived(channel: ChannelRecord): void {
  if (channel.thread?.archived) throw refuse(50083);
}

/** The kind of thread that a body asks for in a channel without naming a message; private unless told otherwise. */
export function readThreadType(body: Reader, parent: ChannelRecord): ThreadType {
  if (FORUMS.includes(parent.type)) return ChannelType.PublicThread;
  if (!PARENTS.includes(parent.type)) throw refuse(50024);
  const type = body.integer('type', { nullable: true, choices: [10, 11, 12] }) as
    ThreadType | null | undefined;
  body.issues.refuseIfAny();
  const chosen = type ?? ChannelType.PrivateThread;
  const announcements = parent.type === ChannelType.GuildAnnouncement;
  if (announcements !== (chosen === ChannelType.AnnouncementThread)) throw refuse(50024);
  return chosen;
}

/** The kind of thread that grows from a message of this channel. */
export function threadTypeOfMessage(parent: ChannelRecord): ThreadType {
  if (!PARENTS.includes(parent.type)) throw refuse(50024);
  const announcements = parent.type === ChannelType.GuildAnnouncement;
  return announcements ? ChannelType.AnnouncementThread : ChannelType.PublicThread;
}

/** Refuses those who may not start such a thread here. */
export function checkStarting(world: World, parent: ChannelRecord, userId: string, type: ThreadType): void {
  const has = channelPermissions(world, parent, userId);
  if (FORUMS.includes(parent.type)) demand(has, P.SendMessages);
  else demand(has, type === ChannelType.PrivateThread ? P.CreatePrivateThreads : P.CreatePublicThreads);
  const active = world.channelsByGuild.of(parent.guild_id ?? '').filter((c) => c.thread?.archived === false);
  if (active.length >= ACTIVE_LIMIT) throw refuse(160006);
}

/** Reads the body of a new thread. */
export function readNewThread(
  world: World,
  guild: GuildRecord,
  origin: { parent: ChannelRecord; ownerId: string; type: ThreadType },
  body: Reader,
): Omit<Thread, 'id'> {
  const { parent, ownerId, type } = origin;
  const name = body.string('name', { required: true, min: 1, max: 100 }) ?? '';
  const duration = readDuration(body);
  const slowmode = body.integer('rate_limit_per_user', { nullable: true, min: 0, max: 21_600 });
  const invitable = body.boolean('invitable', { nullable: true }) ?? true;
  const tags = readAppliedTags(world, parent, { userId: ownerId, before: [] }, body) ?? [];
  body.issues.refuseIfAny();
  const forum = FORUMS.includes(parent.type);
  if (forum && world.users.has(ownerId)) checkTagged(world, parent, ownerId, tags);
  const now = world.now();
  return {
    ...blankChannel(guild.id, type, name),
    parent_id: parent.id,
    rate_limit_per_user: slowmode ?? parent.default_thread_rate_limit_per_user ?? 0,
    thread: {
      owner_id: ownerId,
      archived: false,
      locked: false,
      invitable,
      auto_archive_duration: duration ?? parent.default_auto_archive_duration ?? DEFAULT_DURATION,
      archive_timestamp: now,
      create_timestamp: now,
      message_count: 0,
      total_message_sent: 0,
      member_ids: [ownerId],
      joined_at: { [ownerId]: now },
      ...(forum ? { applied_tags: tags } : {}),
    },
  };
}

function readDuration(body: Reader): number | null | undefined {
  return body.integer('auto_archive_duration', { nullable: true, choices: DURATIONS });
}

/**
 * Reads the body of an edit of a thread. Its owner may rename it, archive it and wake it up; MANAGE_THREADS may all. While it is
 * archived nothing else can change unless it is woken up with the same request.
 */
export function readThreadChange(
  world: World,
  thread: Thread,
  userId: string,
  body: Reader,
): Partial<ChannelRecord> {
  const name = body.string('name', { min: 1, max: 100 });
  const archived = body.boolean('archived', { nullable: true }) ?? thread.thread.archived;
  const locked = body.boolean('locked', { nullable: true }) ?? thread.thread.locked;
  const invitable = body.boolean('invitable', { nullable: true }) ?? thread.thread.invitable;
  const duration = readDuration(body) ?? thread.thread.auto_archive_duration;
  const slowmode = body.integer('rate_limit_per_user', { nullable: true, min: 0, max: 21_600 });
  body.issues.refuseIfAny();
  const state = thread.thread;
  const parent = world.channels.get(thread.parent_id ?? '');
  const tags = readAppliedTags(world, parent, { userId, before: state.applied_tags ?? [] }, body);
  const flags = readPinned(world, thread, userId, body);
  const has = channelPermissions(world, thread, userId);
  const manages = (has & P.ManageThreads) !== 0n;
  const onlyWakes = !archived && body.has('archived') && fieldsOf(body) === 1;
  if (!manages && state.owner_id !== userId && !onlyWakes) throw refuse(50013);
  if (!manages && (locked !== state.locked || typeof slowmode === 'number')) throw refuse(50013);
  if (!manages && state.locked && archived !== state.archived) throw refuse(50013);
  if (state.archived && archived) checkNotArchived(thread);
  if (onlyWakes) demand(has, P.SendMessagesInThreads);
  const changed = archived !== state.archived;
  return {
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof slowmode === 'number' ? { rate_limit_per_user: slowmode } : {}),
    ...(flags === undefined ? {} : { flags }),
    thread: {
      ...state,
      ...(tags ? { applied_tags: tags } : {}),
      archived,
      locked,
      invitable,
      auto_archive_duration: duration as ThreadAutoArchiveDuration,
      ...(changed ? { archive_timestamp: world.now() } : {}),
    },
  };
}

const THREAD_FIELDS = [
  'name',
  'archived',
  'locked',
  'invitable',
  'auto_archive_duration',
  'rate_limit_per_user',
  'applied_tags',
  'flags',
];

function fieldsOf(body: Reader): number {
  return THREAD_FIELDS.filter((field) => body.has(field)).length;
}

/** Refuses to let one more into a thread that is archived or full. */
export function checkJoining(thread: Thread): void {
  checkNotArchived(thread);
  if (thread.thread.member_ids.length >= MEMBER_LIMIT) throw refuse(30033);
}
