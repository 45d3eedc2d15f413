import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mergeAccount, provisionalByToken } from '../actions/provisional.js';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { isClient } from '../oauth2/client.js';
import { issueGrant, redeemCode, refreshGrant, revokeGrant, tokenAnswer } from '../oauth2/grants.js';
import { requireUser, userShape } from '../shapes/user.js';
import { isObject } from '../validation/reader.js';
import type { GrantRecord } from '../world/oauth2-records.js';
import { isoTime, type World } from '../world/world.js';
import { applicationShape, OWNER_ID } from './applications.js';

type Body = Record<string, string>;

const open = { access: 'none', unlimited: true } as const;
/** Fields of the application that only its owner sees. */
const PRIVATE = [
  'owner',
  'team',
  'redirect_uris',
  'interactions_endpoint_url',
  'approximate_guild_count',
  'approximate_user_install_count',
  'approximate_user_authorization_count',
  'role_connections_verification_url',
  'event_webhooks_url',
  'event_webhooks_status',
  'event_webhooks_types',
  'explicit_content_filter',
  'eligible_oauth2_scopes',
  'summary',
];

/** Tokens by which the application acts for users: exchanged, refreshed, revoked, looked at. Errors as in RFC 6749. */
export function oauth2Routes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.post('/oauth2/token', { config: open }, (request, reply) => {
    const body = formOf(request);
    if (!body)
      return failed(reply, 400, 'invalid_request', 'Only application/x-www-form-urlencoded is taken.');
    if (!isClient(context, request, body)) return failed(reply, 401, 'invalid_client');
    return grant(context, reply, body);
  });

  app.post('/oauth2/token/revoke', { config: open }, (request, reply) => {
    const body = formOf(request);
    const token = body?.['token'];
    if (!body || token === undefined)
      return failed(reply, 400, 'invalid_request', 'Missing "token" in request.');
    if (!isClient(context, request, body)) return failed(reply, 401, 'invalid_client');
    revokeGrant(world, token);
    return reply.status(200).send({});
  });

  app.get('/oauth2/@me', { config: { access: 'bearer' } }, (request) => {
    const token = request.headers.authorization?.replace(/^Bearer /i, '') ?? '';
    const found = world.grants.get(token);
    if (!found) throw refuse(0);
    const shape = Object.entries(applicationShape(context)).filter(([field]) => !PRIVATE.includes(field));
    return {
      application: Object.fromEntries(shape),
      scopes: found.scopes,
      expires: isoTime(found.expires_at),
      ...(found.scopes.includes('identify') ? { user: userShape(requireUser(world, found.user_id)) } : {}),
    };
  });
}

function grant(context: Context, reply: FastifyReply, body: Body): FastifyReply {
  const { world } = context;
  const { code, redirect_uri, code_verifier, refresh_token, scope } = body;
  switch (body['grant_type']) {
    case 'authorization_code':
      if (code === undefined) return failed(reply, 400, 'invalid_request', 'Missing "code" in request.');
      return granted(
        context,
        reply,
        merged(world, body, redeemCode(world, code, redirect_uri, code_verifier)),
        'code',
      );
    case 'refresh_token':
      if (refresh_token === undefined)
        return failed(reply, 400, 'invalid_request', 'Missing "refresh_token" in request.');
      return granted(context, reply, refreshGrant(world, refresh_token), 'refresh_token');
    case 'client_credentials':
      // The application's owner, without being asked.
      return granted(context, reply, issueGrant(world, OWNER_ID, (scope ?? 'identify').split(' ')), 'scope');
    default:
      return failed(reply, 400, 'unsupported_grant_type', 'Grant type None is not supported');
  }
}

/** Who lets the application act for them may bring the provisional account along that is to become part of their own. */
function merged(world: World, body: Body, found: GrantRecord | undefined): GrantRecord | undefined {
  const { external_auth_type: type, external_auth_token: token } = body;
  if (found && type !== undefined && token !== undefined)
    mergeAccount(world, provisionalByToken(world, type, token), found.user_id);
  return found;
}

function granted(
  { world }: Context,
  reply: FastifyReply,
  found: GrantRecord | undefined,
  field: string,
): FastifyReply {
  if (!found) return failed(reply, 400, 'invalid_grant', `Invalid "${field}" in request.`);
  return reply.status(200).header('cache-control', 'no-store').send(tokenAnswer(world, found));
}

function failed(reply: FastifyReply, status: number, error: string, errorDescription?: string): FastifyReply {
  return reply
    .status(status)
    .send({ error, ...(errorDescription === undefined ? {} : { error_description: errorDescription }) });
}

/** The fields of a form; null for a body of any other kind. */
function formOf(request: FastifyRequest): Body | null {
  const form = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  return form && isObject(request.body) ? (request.body as Body) : null;
}
