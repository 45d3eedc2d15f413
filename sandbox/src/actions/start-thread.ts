import { ChannelType } from 'discord-api-types/v10';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { readMessage } from '../rules/messages.js';
import {
  checkStarting,
  readNewThread,
  readThreadType,
  threadTypeOfMessage,
  type Thread,
} from '../rules/threads.js';
import type { Reader } from '../validation/reader.js';
import { FORUMS } from '../world/forums.js';
import type { ChannelRecord, MessageRecord } from '../world/records.js';
import { moderateMessage, moderateTitle } from './auto-moderation.js';
import { createMessage } from './messages.js';
import { createThread } from './threads.js';

/** Who starts a thread, where, and from which message. */
export interface ThreadOrigin {
  parent: ChannelRecord;
  userId: string;
  message?: MessageRecord;
}

/** A thread that was started; with its first message when it is a forum's post. */
export interface StartedThread {
  thread: Thread;
  first: MessageRecord | null;
}

/** Starts the thread, or the forum's post, that a body asks for, as far as somebody may. */
export function startThread(context: Context, origin: ThreadOrigin, body: Reader): StartedThread {
  const { world } = context;
  const { parent, userId, message } = origin;
  const type = message ? threadTypeOfMessage(parent) : readThreadType(body, parent);
  const guild = world.guilds.get(parent.guild_id ?? '');
  if (!guild) throw refuse(50024);
  const fields = readNewThread(world, guild, { parent, ownerId: userId, type }, body);
  checkStarting(world, parent, userId, type);
  if (message && world.channels.has(message.id)) throw refuse(160004);
  moderateTitle(context, parent, userId, fields.name);
  if (FORUMS.includes(parent.type)) return startPost(context, fields, userId, body);
  const silent = type === ChannelType.PrivateThread;
  return { thread: createThread(context, fields, message ?? null, silent), first: null };
}

/** A forum's thread starts with a message that has its id. */
function startPost(
  context: Context,
  fields: Omit<Thread, 'id'>,
  userId: string,
  body: Reader,
): StartedThread & { first: MessageRecord } {
  const { world } = context;
  const text = body.object('message', { required: true });
  body.issues.refuseIfAny();
  const draft = readMessage(world, text ?? body, fields.parent_id ?? '', userId);
  moderateMessage(context, { ...fields, id: '' }, userId, draft.content ?? '');
  const thread = createThread(context, fields, null, true);
  const first = createMessage(context, thread, draft, { authorId: userId }, thread.id);
  return { thread: (world.channels.get(thread.id) ?? thread) as Thread, first };
}
