import { AuditLogEvent, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import { moderateMessage } from '../actions/auto-moderation.js';
import { createMessage, deleteMessage, editMessage, flagMessage } from '../actions/messages.js';
import { enterByWriting } from '../actions/threads.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { findMessage, reachChannel, reachChannelWith } from '../rules/access.js';
import { checkDeleting, readOthersFlags } from '../rules/message-permissions.js';
import { readMessage, readMessageEdit } from '../rules/messages.js';
import { channelPermissions } from '../rules/permissions.js';
import { checkSending } from '../rules/sending.js';
import { checkNotArchived } from '../rules/threads.js';
import { isThread } from '../shapes/channel.js';
import { messageShape } from '../shapes/message.js';
import { Reader } from '../validation/reader.js';
import type { ChannelRecord, MessageRecord } from '../world/records.js';
import { compareSnowflakes, snowflakeTime } from '../world/snowflake.js';
import { audit } from './audit.js';
import { actorOf, noContent, queryInteger } from './request.js';
import { TooManyRequests } from './too-many-requests.js';

const HOUR_MS = 3_600_000;
/** Edits of messages older than an hour, per channel (discord-userdoccers; Discord gives no figure). */
const OLD_EDITS = { limit: 3, windowMs: 6_000 };

interface InChannel {
  Params: { channel_id: string };
}
interface OfMessage {
  Params: { channel_id: string; message_id: string };
}
interface Page {
  before?: string;
  after?: string;
  around?: string;
  limit?: string;
}

/** Messages of a channel. */
export function messageRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.get<InChannel & { Querystring: Page }>('/channels/:channel_id/messages', (request) => {
    const userId = actorOf(request);
    const channel = reachChannel(world, request.params.channel_id, userId);
    if (!(channelPermissions(world, channel, userId) & P.ReadMessageHistory)) return [];
    return page(context, channel, request.query).map((m) => messageShape(world, m, userId));
  });

  app.get<OfMessage>('/channels/:channel_id/messages/:message_id', (request) => {
    const userId = actorOf(request);
    const channel = reachChannelWith(world, request.params.channel_id, userId, P.ReadMessageHistory);
    return messageShape(world, findMessage(world, channel, request.params.message_id), userId);
  });

  app.post<InChannel>('/channels/:channel_id/messages', (request) => {
    const userId = actorOf(request);
    const channel = reachChannel(world, request.params.channel_id, userId);
    checkSending(world, channel, userId);
    const draft = readMessage(world, Reader.of(request.body), channel.id, userId);
    moderateMessage(context, channel, userId, draft.content ?? '');
    const place = isThread(channel) ? enterByWriting(context, channel, userId) : channel;
    return messageShape(world, createMessage(context, place, draft, { authorId: userId }), userId);
  });

  app.patch<OfMessage>('/channels/:channel_id/messages/:message_id', (request) => {
    const userId = actorOf(request);
    const channel = reachChannel(world, request.params.channel_id, userId);
    const message = findMessage(world, channel, request.params.message_id);
    checkNotArchived(channel);
    if (message.author_id !== userId) {
      const flags = readOthersFlags(world, channel, message, { userId, body: Reader.of(request.body) });
      return messageShape(world, flagMessage(context, message, flags), userId);
    }
    checkOldEdits(context, message);
    const draft = readMessageEdit(world, Reader.of(request.body), message);
    moderateMessage(context, channel, userId, draft.content ?? '');
    return messageShape(world, editMessage(context, message, draft), userId);
  });

  app.delete<OfMessage>('/channels/:channel_id/messages/:message_id', (request, reply) => {
    const userId = actorOf(request);
    const channel = reachChannel(world, request.params.channel_id, userId);
    const message = findMessage(world, channel, request.params.message_id);
    checkDeleting(world, channel, message, userId);
    deleteMessage(context, message);
    // Only what is done to others stands in the audit log.
    if (channel.guild_id !== null && message.author_id !== userId) {
      audit(context, request, {
        guild_id: channel.guild_id,
        action_type: AuditLogEvent.MessageDelete,
        target_id: message.author_id,
        options: { channel_id: channel.id, count: '1' },
      });
    }
    return noContent(reply);
  });
}

function checkOldEdits({ rest, world }: Context, message: MessageRecord): void {
  if (world.clock() - snowflakeTime(message.id) < HOUR_MS) return;
  const wait = rest.limiter.takeHidden(
    `old edits ${message.channel_id}`,
    OLD_EDITS.limit,
    OLD_EDITS.windowMs,
  );
  if (wait === null) return;
  const { code, message: text } = refuse(30046);
  throw new TooManyRequests(wait / 1_000, 'shared', code, text);
}

/** A page of messages, newest first. */
function page({ world }: Context, channel: ChannelRecord, query: Page): MessageRecord[] {
  const limit = queryInteger(query.limit, 'limit', { min: 1, max: 100, default: 50 });
  const all = world.messagesByChannel
    .of(channel.id)
    .filter((m) => m.reader_id === null)
    .sort((a, b) => compareSnowflakes(b.id, a.id));
  const { before, after, around } = query;
  if (before !== undefined) return all.filter((m) => compareSnowflakes(m.id, before) < 0).slice(0, limit);
  if (after !== undefined) return all.filter((m) => compareSnowflakes(m.id, after) > 0).slice(-limit);
  if (around === undefined) return all.slice(0, limit);
  const middle = all.findIndex((m) => compareSnowflakes(m.id, around) <= 0);
  const start = Math.max(0, (middle === -1 ? all.length : middle) - Math.floor(limit / 2));
  return all.slice(start, start + limit);
}
