import type { FastifyInstance } from 'fastify';
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { createMessage, deleteMessage } from '../actions/messages.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { reachChannelWith } from '../rules/access.js';
import { readMessage } from '../rules/messages.js';
import { isThread } from '../shapes/channel.js';
import { messageShape } from '../shapes/message.js';
import { Reader } from '../validation/reader.js';
import type { ChannelRecord } from '../world/records.js';
import type { World } from '../world/world.js';

/** What a person does on the page that is no interaction: write a text, dismiss an ephemeral answer. */
export function actRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;
  app.post('/sandbox/page/messages', (request, reply) => {
    const body = Reader.of(request.body);
    const channelId = body.snowflake('channel_id', { required: true }) ?? '';
    const userId = body.snowflake('user_id', { required: true }) ?? '';
    const draft = readMessage(body, channelId);
    const channel = reachAsWriter(world, channelId, userId);
    const message = createMessage(context, channel, draft, { authorId: userId });
    return reply.status(201).send(messageShape(world, message));
  });
  app.delete<{ Params: { id: string }; Querystring: { user_id?: string } }>(
    '/sandbox/page/messages/:id',
    (request, reply) => {
      const message = world.messages.get(request.params.id);
      if (!message || message.reader_id === null || message.reader_id !== request.query.user_id)
        throw refuse(10008);
      deleteMessage(context, message);
      return reply.status(204).send();
    },
  );
}

/** The channel, for somebody who may write in it. */
function reachAsWriter(world: World, channelId: string, userId: string): ChannelRecord {
  const channel = world.channels.get(channelId);
  if (!channel) throw refuse(10003);
  if (channel.guild_id === null) {
    if (channel.recipient_id !== userId) throw refuse(50001);
    return channel;
  }
  return reachChannelWith(
    world,
    channelId,
    userId,
    isThread(channel) ? P.SendMessagesInThreads : P.SendMessages,
  );
}
