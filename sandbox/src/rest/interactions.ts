import { MessageFlags } from 'discord-api-types/v10';
import type { FastifyInstance } from 'fastify';
import { deleteMessage } from '../actions/messages.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { answerInteraction, editByToken, followUp, originalOf } from '../interactions/answer.js';
import type { InteractionState } from '../interactions/state.js';
import { messageShape } from '../shapes/message.js';
import type { MessageRecord } from '../world/records.js';
import { noContent } from './request.js';

interface Callback {
  Params: { interaction_id: string; interaction_token: string };
  Querystring: { with_response?: string };
}
interface ByToken {
  Params: { webhook_id: string; webhook_token: string };
}
interface OfMessage {
  Params: { webhook_id: string; webhook_token: string; message_id: string };
}

const HOOK = '/webhooks/:webhook_id/:webhook_token';
const config = { access: 'none', unlimited: true } as const;

/** Answers to interactions, their edits and follow-ups. The token in the path is all the authorization they need. */
export function interactionRoutes(app: FastifyInstance, context: Context): void {
  const { world, interactions } = context;

  app.post<Callback>(
    '/interactions/:interaction_id/:interaction_token/callback',
    { config },
    (request, reply) => {
      const state = interactions.forAnswer(request.params.interaction_id, request.params.interaction_token);
      const message = answerInteraction(context, state, request.body);
      if (request.query.with_response !== 'true') return noContent(reply);
      return reply.status(200).send(callbackResponse(context, state, message));
    },
  );

  app.post<ByToken>(HOOK, { config }, (request) => {
    const state = interactions.forFollowUp(request.params.webhook_id, request.params.webhook_token);
    return messageShape(world, followUp(context, state, request.body));
  });

  app.get<ByToken>(`${HOOK}/messages/@original`, { config }, (request) => {
    const state = interactions.forFollowUp(request.params.webhook_id, request.params.webhook_token);
    return messageShape(world, originalOf(context, state));
  });

  app.patch<ByToken>(`${HOOK}/messages/@original`, { config }, (request) => {
    const state = interactions.forFollowUp(request.params.webhook_id, request.params.webhook_token);
    return messageShape(world, editByToken(context, state, originalOf(context, state), request.body));
  });

  app.delete<ByToken>(`${HOOK}/messages/@original`, { config }, (request, reply) => {
    const state = interactions.forFollowUp(request.params.webhook_id, request.params.webhook_token);
    deleteMessage(context, originalOf(context, state));
    return noContent(reply);
  });

  app.get<OfMessage>(`${HOOK}/messages/:message_id`, { config }, (request) => {
    const state = interactions.forFollowUp(request.params.webhook_id, request.params.webhook_token);
    return messageShape(world, answerOf(context, state, request.params.message_id));
  });

  app.patch<OfMessage>(`${HOOK}/messages/:message_id`, { config }, (request) => {
    const state = interactions.forFollowUp(request.params.webhook_id, request.params.webhook_token);
    const message = answerOf(context, state, request.params.message_id);
    return messageShape(world, editByToken(context, state, message, request.body));
  });

  app.delete<OfMessage>(`${HOOK}/messages/:message_id`, { config }, (request, reply) => {
    const state = interactions.forFollowUp(request.params.webhook_id, request.params.webhook_token);
    deleteMessage(context, answerOf(context, state, request.params.message_id));
    return noContent(reply);
  });
}

/** A message that this interaction's token has made (or that its component belongs to). */
function answerOf({ world }: Context, state: InteractionState, messageId: string): MessageRecord {
  const message = world.messages.get(messageId);
  const own = message?.interaction_metadata?.id === state.id || message?.id === state.sourceMessageId;
  if (!message || !own) throw refuse(10008);
  return message;
}

function callbackResponse(
  { world }: Context,
  state: InteractionState,
  message: MessageRecord | null,
): object {
  const { metadata, report } = state;
  const type: number = report.type ?? 0;
  return {
    interaction: {
      id: state.id,
      type: metadata.type,
      channel_id: report.channel_id,
      ...(report.guild_id === null ? {} : { guild_id: report.guild_id }),
      ...(message
        ? {
            response_message_id: message.id,
            response_message_loading: (message.flags & MessageFlags.Loading) !== 0,
            response_message_ephemeral: message.reader_id !== null,
          }
        : {}),
    },
    ...(message && (type === 4 || type === 5 || type === 7)
      ? { resource: { type: type === 5 ? 4 : type, message: messageShape(world, message) } }
      : {}),
  };
}
