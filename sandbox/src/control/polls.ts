import type { FastifyInstance } from 'fastify';
import { addVote, removeVote } from '../actions/polls.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { sceneOf } from '../interactions/scene.js';
import { hasPoll, type PollMessage } from '../rules/polls.js';

interface OfVote {
  Params: { message_id: string; answer_id: string; user_id: string };
}

const VOTE = '/messages/:message_id/poll/:answer_id/:user_id';

/** People vote, and take their votes back. */
export function pollControlRoutes(app: FastifyInstance, context: Context): void {
  app.put<OfVote>(VOTE, ({ params }) => {
    addVote(context, reach(context, params), Number(params.answer_id), params.user_id);
    return {};
  });

  app.delete<OfVote>(VOTE, ({ params }) => {
    removeVote(context, reach(context, params), Number(params.answer_id), params.user_id);
    return {};
  });
}

/** A poll, for somebody who sees its channel. */
function reach({ world }: Context, { message_id, user_id }: OfVote['Params']): PollMessage {
  const message = world.messages.get(message_id);
  if (!message || message.reader_id !== null) throw refuse(10008);
  sceneOf(world, message.channel_id, user_id);
  if (!hasPoll(message)) throw refuse(10008);
  return message;
}
