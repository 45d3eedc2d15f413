import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import { addReaction, clearReactions, removeReaction } from '../actions/reactions.js';
import type { Context } from '../context.js';
import { findMessage, reachChannelWith } from '../rules/access.js';
import { readReactionEmoji } from '../rules/emojis.js';
import { checkReacting } from '../rules/message-permissions.js';
import { checkNotArchived } from '../rules/threads.js';
import { requireUser, userShape } from '../shapes/user.js';
import type { ChannelRecord, MessageRecord } from '../world/records.js';
import { compareSnowflakes } from '../world/snowflake.js';
import { actorOf, noContent, queryInteger } from './request.js';

interface OfMessage {
  Params: { channel_id: string; message_id: string };
}
interface OfEmoji {
  Params: { channel_id: string; message_id: string; emoji_name: string };
}
interface OfUser {
  Params: { channel_id: string; message_id: string; emoji_name: string; user_id: string };
}
interface Paged {
  Querystring: { limit?: string; after?: string; type?: string };
}

const ALL = '/channels/:channel_id/messages/:message_id/reactions';
const EMOJI = `${ALL}/:emoji_name`;

/** Reactions to messages. */
export function reactionRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.put<OfEmoji>(`${EMOJI}/@me`, (request, reply) => {
    const userId = actorOf(request);
    const { channel, message } = reach(context, request.params, userId);
    const emoji = readReactionEmoji(world, request.params.emoji_name);
    checkReacting(world, channel, message, { emoji, userId });
    addReaction(context, message, emoji, userId);
    return noContent(reply);
  });

  app.delete<OfEmoji>(`${EMOJI}/@me`, (request, reply) => {
    const userId = actorOf(request);
    const { message } = reach(context, request.params, userId);
    removeReaction(context, message, readReactionEmoji(world, request.params.emoji_name), userId);
    return noContent(reply);
  });

  app.delete<OfUser>(`${EMOJI}/:user_id`, (request, reply) => {
    const { message } = reach(context, request.params, actorOf(request), P.ManageMessages);
    removeReaction(
      context,
      message,
      readReactionEmoji(world, request.params.emoji_name),
      request.params.user_id,
    );
    return noContent(reply);
  });

  app.get<OfEmoji & Paged>(EMOJI, (request) => {
    const { message } = reach(context, request.params, actorOf(request), 0n, true);
    const emoji = readReactionEmoji(world, request.params.emoji_name);
    const { after = '0', limit, type } = request.query;
    const most = queryInteger(limit, 'limit', { min: 1, max: 100, default: 25 });
    // Type 1 are "super reactions", of which the sandbox has none.
    const ids = type === '1' ? [] : (message.reactions.find((r) => r.emoji === emoji)?.user_ids ?? []);
    return ids
      .filter((id) => compareSnowflakes(id, after) > 0)
      .sort(compareSnowflakes)
      .slice(0, most)
      .map((id) => userShape(requireUser(world, id)));
  });

  app.delete<OfMessage>(ALL, (request, reply) => {
    clearReactions(context, reach(context, request.params, actorOf(request), P.ManageMessages).message);
    return noContent(reply);
  });

  app.delete<OfEmoji>(EMOJI, (request, reply) => {
    const { message } = reach(context, request.params, actorOf(request), P.ManageMessages);
    clearReactions(context, message, readReactionEmoji(world, request.params.emoji_name));
    return noContent(reply);
  });
}

function reach(
  { world }: Context,
  params: OfMessage['Params'],
  userId: string,
  needed = 0n,
  reading = false,
): { channel: ChannelRecord; message: MessageRecord } {
  const channel = reachChannelWith(world, params.channel_id, userId, needed | P.ReadMessageHistory);
  if (!reading) checkNotArchived(channel);
  return { channel, message: findMessage(world, channel, params.message_id) };
}
