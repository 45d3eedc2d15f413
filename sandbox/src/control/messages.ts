import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { moderateMessage } from '../actions/auto-moderation.js';
import { createMessage, deleteMessage, editMessage } from '../actions/messages.js';
import { pinMessage, unpinMessage } from '../actions/pins.js';
import { addReaction, removeReaction } from '../actions/reactions.js';
import { enterByWriting } from '../actions/threads.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { sceneOf } from '../interactions/scene.js';
import { demand } from '../rules/access.js';
import { readReactionEmoji } from '../rules/emojis.js';
import { checkDeleting, checkReacting } from '../rules/message-permissions.js';
import { readMessage, readMessageEdit } from '../rules/messages.js';
import { channelPermissions } from '../rules/permissions.js';
import { checkSending } from '../rules/sending.js';
import { isThread } from '../shapes/channel.js';
import { messageShape } from '../shapes/message.js';
import { Reader } from '../validation/reader.js';
import type { ChannelRecord, MessageRecord } from '../world/records.js';

interface OfMessage {
  Params: { message_id: string };
  Querystring: { user_id?: string };
}
interface OfReaction {
  Params: { message_id: string; emoji: string; user_id: string };
}

/** What people do with messages, as far as they may: write, answer, edit, delete, react, pin. */
export function messageControlRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  /** `{channel_id, user_id, content, message_reference?}`, or a form with files. */
  app.post('/messages', (request) => {
    const body = Reader.of(request.body);
    const channelId = body.snowflake('channel_id', { required: true }) ?? '';
    const userId = readUser(body);
    const { channel } = sceneOf(world, channelId, userId);
    if (channel.guild_id !== null) checkSending(world, channel, userId);
    const draft = readMessage(world, body, channel.id, userId);
    moderateMessage(context, channel, userId, draft.content ?? '');
    const place = isThread(channel) ? enterByWriting(context, channel, userId) : channel;
    return messageShape(world, createMessage(context, place, draft, { authorId: userId }));
  });

  app.patch<OfMessage>('/messages/:message_id', (request) => {
    const body = Reader.of(request.body);
    const userId = readUser(body);
    const { channel, message } = reach(context, request.params.message_id, userId);
    if (message.author_id !== userId) throw refuse(50005);
    const draft = readMessageEdit(world, body, message);
    moderateMessage(context, channel, userId, draft.content ?? '');
    return messageShape(world, editMessage(context, message, draft));
  });

  app.delete<OfMessage>('/messages/:message_id', (request) => {
    const userId = userOf(request);
    const { channel, message } = reach(context, request.params.message_id, userId);
    checkDeleting(world, channel, message, userId);
    deleteMessage(context, message);
    return {};
  });

  app.put<OfReaction>('/messages/:message_id/reactions/:emoji/:user_id', ({ params }) => {
    const { channel, message } = reach(context, params.message_id, params.user_id);
    const emoji = readReactionEmoji(world, params.emoji);
    checkReacting(world, channel, message, { emoji, userId: params.user_id });
    addReaction(context, message, emoji, params.user_id);
    return {};
  });

  app.delete<OfReaction>('/messages/:message_id/reactions/:emoji/:user_id', ({ params }) => {
    const { message } = reach(context, params.message_id, params.user_id);
    removeReaction(context, message, readReactionEmoji(world, params.emoji), params.user_id);
    return {};
  });

  app.put<OfMessage>('/messages/:message_id/pin', (request) => {
    const { channel, message } = reachToPin(context, request);
    pinMessage(context, channel, message, userOf(request));
    return {};
  });

  app.delete<OfMessage>('/messages/:message_id/pin', (request) => {
    const { channel, message } = reachToPin(context, request);
    unpinMessage(context, channel, message);
    return {};
  });
}

function readUser(body: Reader): string {
  const userId = body.snowflake('user_id', { required: true }) ?? '';
  body.issues.refuseIfAny();
  return userId;
}

function userOf(request: FastifyRequest<OfMessage>): string {
  return readUser(Reader.of(request.query));
}

/** A public message, for somebody who sees its channel. */
function reach(
  { world }: Context,
  messageId: string,
  userId: string,
): { channel: ChannelRecord; message: MessageRecord } {
  const message = world.messages.get(messageId);
  if (!message || message.reader_id !== null) throw refuse(10008);
  return { channel: sceneOf(world, message.channel_id, userId).channel, message };
}

function reachToPin(context: Context, request: FastifyRequest<OfMessage>): ReturnType<typeof reach> {
  const userId = userOf(request);
  const found = reach(context, request.params.message_id, userId);
  if (found.channel.guild_id !== null)
    demand(channelPermissions(context.world, found.channel, userId), P.PinMessages);
  return found;
}
