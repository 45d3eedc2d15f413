import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import { addThreadMember, removeThreadMember } from '../actions/threads.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { demand, findMember } from '../rules/access.js';
import { channelPermissions } from '../rules/permissions.js';
import { checkJoining, checkNotArchived, reachThread } from '../rules/threads.js';
import { threadMemberShape } from '../shapes/channel.js';
import { compareSnowflakes } from '../world/snowflake.js';
import { actorOf, noContent, queryFlag, queryInteger } from './request.js';

interface InThread {
  Params: { channel_id: string };
}
interface OfMember {
  Params: { channel_id: string; user_id: string };
}
interface Asked {
  Querystring: { with_member?: string; limit?: string; after?: string };
}
const MEMBERS = '/channels/:channel_id/thread-members';

/** Who is in a thread. */
export function threadMemberRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.get<InThread & Asked>(MEMBERS, (request) => {
    const thread = reachThread(world, request.params.channel_id, actorOf(request));
    const withMember = queryFlag(request.query.with_member);
    const { after = '0' } = request.query;
    const limit = queryInteger(request.query.limit, 'limit', { min: 1, max: 100, default: 100 });
    const ids = [...thread.thread.member_ids].sort(compareSnowflakes);
    // Only with `with_member` does Discord give pages.
    const page = withMember ? ids.filter((id) => compareSnowflakes(id, after) > 0).slice(0, limit) : ids;
    return page.map((id) => threadMemberShape(world, thread, id, withMember));
  });

  app.get<OfMember & Asked>(`${MEMBERS}/:user_id`, (request) => {
    const thread = reachThread(world, request.params.channel_id, actorOf(request));
    const { user_id } = request.params;
    if (!thread.thread.member_ids.includes(user_id)) throw refuse(10007);
    return threadMemberShape(world, thread, user_id, queryFlag(request.query.with_member));
  });

  // PUT is documented; discord.py sends POST, which Discord takes as well.
  for (const method of ['PUT', 'POST'] as const) {
    app.route<InThread>({
      method,
      url: `${MEMBERS}/@me`,
      handler: (request, reply) => {
        const userId = actorOf(request);
        const thread = reachThread(world, request.params.channel_id, userId);
        checkJoining(thread);
        addThreadMember(context, thread, userId);
        return noContent(reply);
      },
    });
  }

  app.put<OfMember>(`${MEMBERS}/:user_id`, (request, reply) => {
    const userId = actorOf(request);
    const thread = reachThread(world, request.params.channel_id, userId);
    const has = channelPermissions(world, thread, userId);
    demand(has, P.SendMessagesInThreads);
    const open = thread.type !== ChannelType.PrivateThread || thread.thread.invitable;
    if (!open && thread.thread.owner_id !== userId) demand(has, P.ManageThreads);
    findMember(world, thread.guild_id ?? '', request.params.user_id);
    checkJoining(thread);
    addThreadMember(context, thread, request.params.user_id);
    return noContent(reply);
  });

  app.delete<InThread>(`${MEMBERS}/@me`, (request, reply) => {
    const userId = actorOf(request);
    const thread = reachThread(world, request.params.channel_id, userId);
    checkNotArchived(thread);
    removeThreadMember(context, thread, userId);
    return noContent(reply);
  });

  app.delete<OfMember>(`${MEMBERS}/:user_id`, (request, reply) => {
    const userId = actorOf(request);
    const thread = reachThread(world, request.params.channel_id, userId);
    const ownPrivate = thread.type === ChannelType.PrivateThread && thread.thread.owner_id === userId;
    if (!ownPrivate) demand(channelPermissions(world, thread, userId), P.ManageThreads);
    checkNotArchived(thread);
    removeThreadMember(context, thread, request.params.user_id);
    return noContent(reply);
  });
}
