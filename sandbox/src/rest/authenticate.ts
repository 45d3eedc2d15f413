import type { FastifyRequest } from 'fastify';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import { sameText } from '../validation/same-text.js';
import './types.js';

/** Finds out who asks; refuses with 401 unless the route is open to all. */
export function authenticate(context: Context, request: FastifyRequest): void {
  const { authorization } = request.headers;
  const { access } = request.routeOptions.config;
  request.principal =
    botOf(context, authorization) ?? (access === 'bearer' ? bearerOf(context, authorization) : null);
  if (request.principal || access === 'none') return;
  throw refuse(0);
}

function botOf(context: Context, header: string | undefined): FastifyRequest['principal'] {
  const { token, application_id } = context.world.ownApplication;
  if (header === undefined || !sameText(header, `Bot ${token}`)) return null;
  return { kind: 'bot', userId: application_id };
}

/** A user who let the application act for them (OAuth2); `null` once that has ended. */
function bearerOf({ world }: Context, header: string | undefined): FastifyRequest['principal'] {
  const token = /^Bearer (.+)$/i.exec(header ?? '')?.[1];
  const grant = token === undefined ? undefined : world.grants.get(token);
  if (!grant || grant.expires_at <= world.clock()) return null;
  return { kind: 'bearer', userId: grant.user_id, scopes: grant.scopes };
}
