import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import { endPoll } from '../actions/polls.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { findMessage, reachChannel, reachChannelWith } from '../rules/access.js';
import { findAnswer, hasPoll } from '../rules/polls.js';
import { messageShape } from '../shapes/message.js';
import { requireUser, userShape } from '../shapes/user.js';
import { compareSnowflakes } from '../world/snowflake.js';
import { actorOf, queryInteger } from './request.js';

interface OfAnswer {
  Params: { channel_id: string; message_id: string; answer_id: string };
  Querystring: { after?: string; limit?: string };
}
interface OfPoll {
  Params: { channel_id: string; message_id: string };
}

const POLL = '/channels/:channel_id/polls/:message_id';

/** Polls: who voted for what, and ending them early. People vote; a bot cannot. */
export function pollRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.get<OfAnswer>(`${POLL}/answers/:answer_id`, (request) => {
    const { channel_id, message_id, answer_id } = request.params;
    const channel = reachChannelWith(world, channel_id, actorOf(request), P.ReadMessageHistory);
    const message = findMessage(world, channel, message_id);
    if (!hasPoll(message)) throw refuse(10008);
    const limit = queryInteger(request.query.limit, 'limit', { min: 1, max: 100, default: 25 });
    const { after = '0' } = request.query;
    const voters = findAnswer(message, Number(answer_id))
      .voter_ids.filter((id) => compareSnowflakes(id, after) > 0)
      .sort(compareSnowflakes);
    return { users: voters.slice(0, limit).map((id) => userShape(requireUser(world, id))) };
  });

  app.post<OfPoll>(`${POLL}/expire`, (request) => {
    const userId = actorOf(request);
    const channel = reachChannel(world, request.params.channel_id, userId);
    const message = findMessage(world, channel, request.params.message_id);
    if (!hasPoll(message)) throw refuse(520006);
    if (message.author_id !== userId) throw refuse(50005);
    if (message.poll.is_finalized) throw refuse(520001);
    return messageShape(world, endPoll(context, message), userId);
  });
}
