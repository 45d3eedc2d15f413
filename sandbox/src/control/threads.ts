import type { FastifyInstance, FastifyRequest } from 'fastify';
import { startThread } from '../actions/start-thread.js';
import { addThreadMember, removeThreadMember, updateThread } from '../actions/threads.js';
import type { Context } from '../context.js';
import { sceneOf } from '../interactions/scene.js';
import { findMessage } from '../rules/access.js';
import {
  checkJoining,
  checkNotArchived,
  reachThread,
  readThreadChange,
  type Thread,
} from '../rules/threads.js';
import { channelShape } from '../shapes/channel.js';
import { Reader } from '../validation/reader.js';

interface InChannel {
  Params: { channel_id: string };
}
interface OfMember {
  Params: { channel_id: string; user_id: string };
}

/** What people do with threads and forum posts, as far as they may: start, change, close and open them, come in and leave. */
export function threadControlRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  /** `{user_id, message_id?}` and Discord's own fields; a forum's post has its first `message`. */
  app.post<InChannel>('/channels/:channel_id/threads', (request) => {
    const body = Reader.of(request.body);
    const userId = body.snowflake('user_id', { required: true }) ?? '';
    const messageId = body.snowflake('message_id', { nullable: true });
    body.issues.refuseIfAny();
    const { channel: parent } = sceneOf(world, request.params.channel_id, userId);
    const origin = messageId ? { message: findMessage(world, parent, messageId) } : {};
    const { thread } = startThread(context, { parent, userId, ...origin }, body);
    return channelShape(world, thread, userId);
  });

  /** `{user_id}` and Discord's own fields: `name`, `archived`, `locked`, `applied_tags`, `flags`. */
  app.patch<InChannel>('/threads/:channel_id', (request) => {
    const body = Reader.of(request.body);
    const userId = body.snowflake('user_id', { required: true }) ?? '';
    body.issues.refuseIfAny();
    const thread = reach(context, request.params.channel_id, userId);
    const changed = updateThread(context, thread, readThreadChange(world, thread, userId, body));
    return channelShape(world, changed, userId);
  });

  app.put<OfMember>('/threads/:channel_id/members/:user_id', (request) => {
    const thread = reachAs(context, request);
    checkJoining(thread);
    addThreadMember(context, thread, request.params.user_id);
    return {};
  });

  app.delete<OfMember>('/threads/:channel_id/members/:user_id', (request) => {
    const thread = reachAs(context, request);
    checkNotArchived(thread);
    removeThreadMember(context, thread, request.params.user_id);
    return {};
  });
}

function reach({ world }: Context, channelId: string, userId: string): Thread {
  return reachThread(world, sceneOf(world, channelId, userId).channel.id, userId);
}

function reachAs(context: Context, { params }: FastifyRequest<OfMember>): Thread {
  return reach(context, params.channel_id, params.user_id);
}
