import { MessageFlags, MessageType } from 'discord-api-types/v10';
import type { Thread } from '../rules/threads.js';
import { channelShape, isThread, threadMemberShape } from '../shapes/channel.js';
import type { DispatchData } from '../world/bus.js';
import type { ChannelRecord, MessageRecord, ThreadState } from '../world/records.js';
import { snowflakeTime } from '../world/snowflake.js';
import { announce, createMessage, NO_DRAFT } from './messages.js';
import type { Parts } from '../world/parts.js';
import type { Timed } from '../world/timers.js';
import type { World } from '../world/world.js';

const MINUTE_MS = 60_000;

/** Starts a thread, announces it, and tells its parent of it: by the message it grew from, or by a message of its own. */
export function createThread(
  parts: Parts,
  fields: Omit<Thread, 'id'>,
  origin: MessageRecord | null,
  silent = false,
): Thread {
  const { world, bus } = parts;
  const thread = world.channels.put({ ...fields, id: origin?.id ?? world.snowflakes.next() }) as Thread;
  const shape = { ...channelShape(world, thread), newly_created: true };
  bus.dispatch('THREAD_CREATE', shape as DispatchData<'THREAD_CREATE'>, thread);
  if (origin) {
    const marked = world.messages.patch(origin, { flags: origin.flags | MessageFlags.HasThread });
    announce(parts, marked, 'update');
  } else if (!silent) noteInParent(parts, thread);
  return thread;
}

function noteInParent(parts: Parts, thread: Thread): void {
  const parent = parts.world.channels.get(thread.parent_id ?? '');
  if (!parent) return;
  const draft = { ...NO_DRAFT, content: thread.name };
  createMessage(parts, parent, draft, { authorId: thread.thread.owner_id, type: MessageType.ThreadCreated });
}

/** Changes a thread and announces it. */
export function updateThread(
  { world, bus }: Parts,
  thread: ChannelRecord,
  fields: Partial<ChannelRecord>,
): ChannelRecord {
  const changed = world.channels.patch(thread, fields);
  bus.dispatch('THREAD_UPDATE', channelShape(world, changed) as DispatchData<'THREAD_UPDATE'>, changed);
  return changed;
}

/** Lets somebody into a thread; nothing happens to who is in it already. */
export function addThreadMember({ world, bus }: Parts, thread: Thread, userId: string): Thread {
  const state = thread.thread;
  if (state.member_ids.includes(userId)) return thread;
  const changed = putState({ world }, thread, {
    member_ids: [...state.member_ids, userId],
    joined_at: { ...state.joined_at, [userId]: world.now() },
  });
  const addedMembers = [threadMemberShape(world, changed, userId, true)];
  const data = { ...placeOf(changed), added_members: addedMembers };
  bus.dispatch('THREAD_MEMBERS_UPDATE', data, changed);
  return changed;
}

/** Takes somebody out of a thread; nothing happens to who is not in it. */
export function removeThreadMember({ world, bus }: Parts, thread: Thread, userId: string): void {
  const memberIds = thread.thread.member_ids.filter((id) => id !== userId);
  if (memberIds.length === thread.thread.member_ids.length) return;
  const changed = putState({ world }, thread, { member_ids: memberIds });
  bus.dispatch('THREAD_MEMBERS_UPDATE', { ...placeOf(changed), removed_member_ids: [userId] }, changed);
}

function placeOf(thread: Thread): { id: string; guild_id: string; member_count: number } {
  const memberCount = Math.min(thread.thread.member_ids.length, 50);
  return { id: thread.id, guild_id: thread.guild_id ?? '', member_count: memberCount };
}

function putState({ world }: Pick<Parts, 'world'>, thread: Thread, fields: Partial<ThreadState>): Thread {
  return world.channels.patch(thread, { thread: { ...thread.thread, ...fields } }) as Thread;
}

/** Writing into an archived thread wakes it up, and makes the writer a member of it. */
export function enterByWriting(parts: Parts, thread: Thread, userId: string): Thread {
  const woken = thread.thread.archived ? wake(parts, thread) : thread;
  return addThreadMember(parts, woken, userId);
}

function wake(parts: Parts, thread: Thread): Thread {
  const state = { ...thread.thread, archived: false, archive_timestamp: parts.world.now() };
  return updateThread(parts, thread, { thread: state }) as Thread;
}

/** Archives the threads in which nothing has been written for as long as they say. */
export const threadTimes: Timed = {
  nextAt: (world) => Math.min(...activeThreads(world).map(archivedAt)),
  run(parts) {
    const { world } = parts;
    const now = world.clock();
    for (const thread of activeThreads(world)) {
      if (archivedAt(thread) > now) continue;
      const state = { ...thread.thread, archived: true, archive_timestamp: world.now() };
      updateThread(parts, thread, { thread: state });
    }
  },
};

function activeThreads(world: World): Thread[] {
  return world.activeThreads.of('active').filter(isThread);
}

function archivedAt(thread: Thread): number {
  const written = snowflakeTime(thread.last_message_id ?? thread.id);
  const latest = Math.max(written, Date.parse(thread.thread.archive_timestamp));
  return latest + thread.thread.auto_archive_duration * MINUTE_MS;
}
