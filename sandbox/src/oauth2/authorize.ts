import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Context } from '../context.js';
import { issueCode } from './grants.js';
import { consentPage, refusalPage } from './page.js';
import { BadAuthorization, readAuthorization, type AuthorizationRequest } from './request.js';

type Fields = Readonly<Record<string, unknown>>;

/** What the form sends on of the request it answers. */
const KEPT = [
  'client_id',
  'response_type',
  'redirect_uri',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
];
/** Nothing is loaded, and no other page may show this one in a frame and have it clicked. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** The page on which somebody lets an application act for them: `GET` and `POST /oauth2/authorize`. */
export function authorizeRoutes(app: FastifyInstance, context: Context): void {
  app.get<{ Querystring: Record<string, unknown> }>('/oauth2/authorize', ({ query }, reply) =>
    answer(context, reply, query, (request) => {
      const people = [...context.world.users.values()].filter((user) => !user.bot);
      const kept = KEPT.flatMap((name) =>
        typeof query[name] === 'string' ? [[name, query[name]] as const] : [],
      );
      const { name } = context.world.ownApplication;
      return html(reply, 200, consentPage(name, request, people, Object.fromEntries(kept)));
    }),
  );

  app.post('/oauth2/authorize', ({ body }, reply) => {
    const fields = (body ?? {}) as Fields;
    return answer(context, reply, fields, (request) =>
      reply.redirect(decided(context, request, fields), 302),
    );
  });
}

function answer(
  context: Context,
  reply: FastifyReply,
  fields: Fields,
  proceed: (request: AuthorizationRequest) => FastifyReply,
): FastifyReply {
  try {
    return proceed(readAuthorization(context, fields));
  } catch (error) {
    if (error instanceof BadAuthorization) return html(reply, 400, refusalPage(error.message));
    throw error;
  }
}

function decided(context: Context, request: AuthorizationRequest, fields: Fields): string {
  const { user_id, decision } = fields;
  if (decision !== 'authorize') {
    return addressWith(request, {
      error: 'access_denied',
      error_description: 'The resource owner or authorization server denied the request',
    });
  }
  const user = typeof user_id === 'string' ? context.world.users.get(user_id) : undefined;
  if (!user || user.bot) throw new BadAuthorization('Unknown User');
  return addressWith(request, { code: issueCode(context, user.id, request) });
}

/** Where the page is sent back to, with what it shall learn and the `state` it gave. */
export function addressWith(
  request: AuthorizationRequest,
  parameters: Readonly<Record<string, string>>,
): string {
  const url = new URL(request.redirect_uri);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  if (request.state !== undefined) url.searchParams.set('state', request.state);
  return url.href;
}

function html(reply: FastifyReply, status: number, text: string): FastifyReply {
  return reply
    .status(status)
    .headers({ 'content-security-policy': POLICY, 'cache-control': 'no-store' })
    .type('text/html; charset=utf-8')
    .send(text);
}
