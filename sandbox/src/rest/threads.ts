import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { startThread, type ThreadOrigin } from '../actions/start-thread.js';
import type { Context } from '../context.js';
import { demand, findMessage, reachChannel, reachChannelWith, reachGuild } from '../rules/access.js';
import { channelPermissions } from '../rules/permissions.js';
import type { Thread } from '../rules/threads.js';
import { channelShape, isThread, threadMemberShape } from '../shapes/channel.js';
import { messageShape } from '../shapes/message.js';
import { invalid } from '../validation/issues.js';
import { Reader } from '../validation/reader.js';
import { compareSnowflakes } from '../world/snowflake.js';
import { noteChannel } from './channels.js';
import { actorOf, queryInteger } from './request.js';

interface InChannel {
  Params: { channel_id: string };
}
interface OfMessage {
  Params: { channel_id: string; message_id: string };
}
interface Paged {
  Querystring: { limit?: string; before?: string };
}

const IN_CHANNEL = '/channels/:channel_id';
const byTime = { pagedByTime: true };

/** Threads: started with or without a message, and listed. */
export function threadRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.post<OfMessage>(`${IN_CHANNEL}/messages/:message_id/threads`, (request, reply) => {
    const userId = actorOf(request);
    const parent = reachChannelWith(world, request.params.channel_id, userId, P.ReadMessageHistory);
    const message = findMessage(world, parent, request.params.message_id);
    return reply.status(201).send(start(context, request, { parent, userId, message }));
  });

  app.post<InChannel>(`${IN_CHANNEL}/threads`, (request, reply) => {
    const userId = actorOf(request);
    const parent = reachChannel(world, request.params.channel_id, userId);
    return reply.status(201).send(start(context, request, { parent, userId }));
  });

  app.get<{ Params: { guild_id: string } }>('/guilds/:guild_id/threads/active', (request) => {
    const userId = actorOf(request);
    const guild = reachGuild(world, request.params.guild_id, userId);
    const seen = threadsIn(context, guild.id, userId).filter((t) => !t.thread.archived);
    return listOf(context, seen, userId);
  });

  app.get<InChannel & Paged>(`${IN_CHANNEL}/threads/archived/public`, { config: byTime }, (request) =>
    archived(context, request, (thread) => thread.type !== ChannelType.PrivateThread),
  );

  app.get<InChannel & Paged>(`${IN_CHANNEL}/threads/archived/private`, { config: byTime }, (request) => {
    const userId = actorOf(request);
    const parent = reachChannel(world, request.params.channel_id, userId);
    demand(channelPermissions(world, parent, userId), P.ManageThreads);
    return archived(context, request, (thread) => thread.type === ChannelType.PrivateThread);
  });

  /** Those that one is in oneself; pages by id instead of by time. */
  app.get<InChannel & Paged>(`${IN_CHANNEL}/users/@me/threads/archived/private`, (request) => {
    const userId = actorOf(request);
    const { before } = request.query;
    const own = archivedIn(context, request).filter(
      (t) => t.type === ChannelType.PrivateThread && t.thread.member_ids.includes(userId),
    );
    const wanted = own
      .filter((t) => before === undefined || compareSnowflakes(t.id, before) < 0)
      .sort((a, b) => compareSnowflakes(b.id, a.id));
    return pageOf(context, request, wanted);
  });
}

function start(context: Context, request: FastifyRequest, origin: ThreadOrigin): object {
  const { world } = context;
  const { thread, first } = startThread(context, origin, Reader.of(request.body));
  noteChannel(context, request, null, thread);
  const shape = channelShape(world, thread, origin.userId);
  return first ? { ...shape, message: messageShape(world, first, origin.userId) } : shape;
}

/** The threads of a guild that somebody can see. */
function threadsIn({ world }: Context, guildId: string, userId: string): Thread[] {
  return world.channelsByGuild
    .of(guildId)
    .filter(isThread)
    .filter((thread) => (channelPermissions(world, thread, userId) & P.ViewChannel) !== 0n);
}

function archivedIn(context: Context, request: FastifyRequest<InChannel>): Thread[] {
  const userId = actorOf(request);
  const { world } = context;
  const parent = reachChannelWith(world, request.params.channel_id, userId, P.ReadMessageHistory);
  return threadsIn(context, parent.guild_id ?? '', userId).filter(
    (t) => t.parent_id === parent.id && t.thread.archived,
  );
}

/** A page of archived threads, the latest archived first; `before` is a time. */
function archived(
  context: Context,
  request: FastifyRequest<InChannel & Paged>,
  wanted: (thread: Thread) => boolean,
): object {
  const { before } = request.query;
  const limit = before === undefined ? Infinity : Date.parse(before);
  if (Number.isNaN(limit))
    throw invalid(['before'], 'DATE_TIME_TYPE_PARSE', `Could not parse ${before ?? ''}. Should be ISO8601.`);
  const found = archivedIn(context, request)
    .filter((thread) => wanted(thread) && archiveTime(thread) < limit)
    .sort((a, b) => archiveTime(b) - archiveTime(a));
  return pageOf(context, request, found);
}

function archiveTime(thread: Thread): number {
  return Date.parse(thread.thread.archive_timestamp);
}

function pageOf(context: Context, request: FastifyRequest<Paged>, found: Thread[]): object {
  const limit = queryInteger(request.query.limit, 'limit', { min: 2, max: 100, default: 50 });
  const list = listOf(context, found.slice(0, limit), actorOf(request));
  return { ...list, has_more: found.length > limit };
}

/** Threads, and one's own memberships of them. */
function listOf({ world }: Context, threads: Thread[], userId: string): object {
  const joined = threads.filter((thread) => thread.thread.member_ids.includes(userId));
  return {
    threads: threads.map((thread) => channelShape(world, thread)),
    members: joined.map((thread) => threadMemberShape(world, thread, userId)),
    has_more: false,
  };
}
