import { MessageFlags } from 'discord-api-types/v10';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { deleteMessage } from '../actions/messages.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { answerInteraction } from '../interactions/answer.js';
import type { InteractionState } from '../interactions/state.js';
import { messageShape } from '../shapes/message.js';
import type { MessageRecord } from '../world/records.js';
import { messagesByToken, type MessagesByToken } from './messages-by-token.js';
import { noContent, queryFlag } from './request.js';

interface Callback {
  Params: { interaction_id: string; interaction_token: string };
  Querystring: { with_response?: string };
}
interface ByToken {
  Params: { webhook_id: string; webhook_token: string };
}
interface Asked {
  Querystring: { wait?: string; thread_id?: string; with_components?: string };
}
interface OfMessage {
  Params: { webhook_id: string; webhook_token: string; message_id: string };
}

const HOOK = '/webhooks/:webhook_id/:webhook_token';
const config = { access: 'none', unlimited: true } as const;

/**
 * Answers to interactions, their edits and follow-ups; and, by the same paths, the messages of webhooks. The token in the
 * path is all the authorization they need.
 */
export function interactionRoutes(app: FastifyInstance, context: Context): void {
  const { world, interactions } = context;

  app.post<Callback>(
    '/interactions/:interaction_id/:interaction_token/callback',
    { config },
    (request, reply) => {
      const state = interactions.forAnswer(request.params.interaction_id, request.params.interaction_token);
      const message = answerInteraction(context, state, request.body);
      if (!queryFlag(request.query.with_response)) return noContent(reply);
      return reply.status(200).send(callbackResponse(context, state, message));
    },
  );

  app.post<ByToken & Asked>(HOOK, { config }, (request, reply) => {
    const messages = writer(context, request);
    const message = messages.send(request.body, request.query.thread_id);
    if (!messages.waits && !queryFlag(request.query.wait)) return noContent(reply);
    return reply.status(200).send(messageShape(world, message));
  });

  app.get<ByToken & Asked>(`${HOOK}/messages/@original`, { config }, (request) =>
    messageShape(world, original(writer(context, request), request.query.thread_id)),
  );

  app.patch<ByToken & Asked>(`${HOOK}/messages/@original`, { config }, (request) => {
    const messages = writer(context, request);
    const message = original(messages, request.query.thread_id);
    return messageShape(world, messages.edit(message, request.body));
  });

  app.delete<ByToken & Asked>(`${HOOK}/messages/@original`, { config }, (request, reply) => {
    deleteMessage(context, original(writer(context, request), request.query.thread_id));
    return noContent(reply);
  });

  app.get<OfMessage & Asked>(`${HOOK}/messages/:message_id`, { config }, (request) => {
    const messages = writer(context, request);
    return messageShape(world, messages.find(request.params.message_id, request.query.thread_id));
  });

  app.patch<OfMessage & Asked>(`${HOOK}/messages/:message_id`, { config }, (request) => {
    const messages = writer(context, request);
    const message = messages.find(request.params.message_id, request.query.thread_id);
    return messageShape(world, messages.edit(message, request.body));
  });

  app.delete<OfMessage & Asked>(`${HOOK}/messages/:message_id`, { config }, (request, reply) => {
    const messages = writer(context, request);
    deleteMessage(context, messages.find(request.params.message_id, request.query.thread_id));
    return noContent(reply);
  });
}

/** The first answer; `threadId`, where it is told, is the thread that it is in. */
function original(messages: MessagesByToken, threadId: string | undefined): MessageRecord {
  const message = messages.original();
  if (threadId !== undefined && message.channel_id !== threadId) throw refuse(10008);
  return message;
}

function writer(context: Context, { params, query }: FastifyRequest<ByToken & Asked>): MessagesByToken {
  const withComponents = queryFlag(query.with_components);
  return messagesByToken(context, params.webhook_id, params.webhook_token, withComponents);
}

function callbackResponse(
  { world }: Context,
  state: InteractionState,
  message: MessageRecord | null,
): object {
  const { metadata, report, activityId } = state;
  const type: number = report.type ?? 0;
  return {
    interaction: {
      id: state.id,
      type: metadata.type,
      channel_id: report.channel_id,
      ...(report.guild_id === null ? {} : { guild_id: report.guild_id }),
      ...(activityId === null ? {} : { activity_instance_id: activityId }),
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
    ...(activityId === null ? {} : { resource: { type, activity_instance: { id: activityId } } }),
  };
}
