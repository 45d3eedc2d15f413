import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { githubEmbed, type GithubEvent } from '../rules/github-webhook.js';
import { slackMessage } from '../rules/slack-webhook.js';
import { isObject } from '../validation/reader.js';
import { messagesByToken, type MessagesByToken } from './messages-by-token.js';
import { noContent } from './request.js';

interface ByToken {
  Params: { webhook_id: string; webhook_token: string };
  Querystring: { thread_id?: string };
}

const HOOK = '/webhooks/:webhook_id/:webhook_token';
const config = { access: 'none', unlimited: true } as const;

/** Webhooks as Slack and GitHub call them. */
export function foreignWebhookRoutes(app: FastifyInstance, context: Context): void {
  app.post<ByToken>(`${HOOK}/slack`, { config }, (request, reply) => {
    writer(context, request).send(slackMessage(request.body), request.query.thread_id);
    return reply.type('text/plain').send('ok');
  });

  app.post<ByToken>(`${HOOK}/github`, { config }, (request, reply) => {
    const messages = writer(context, request);
    if (!isObject(request.body) || !isObject(request.body['sender'])) throw refuse(50035);
    const name = String(request.headers['x-github-event'] ?? '');
    const embed = githubEmbed(name, request.body as unknown as GithubEvent);
    if (embed) messages.send({ username: 'GitHub', embeds: [embed] }, request.query.thread_id);
    return noContent(reply);
  });
}

function writer(context: Context, { params }: FastifyRequest<ByToken>): MessagesByToken {
  return messagesByToken(context, params.webhook_id, params.webhook_token);
}
