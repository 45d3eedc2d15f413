import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Context } from '../context.js';
import { refuse } from '../errors.js';
import './types.js';

/** Finds out who asks; refuses with 401 unless the route needs nobody. */
export function authenticate(context: Context, request: FastifyRequest): void {
  request.principal = botOf(context, request.headers.authorization);
  if (request.principal || request.routeOptions.config.access === 'none') return;
  throw refuse(0);
}

function botOf(context: Context, header: string | undefined): FastifyRequest['principal'] {
  const { token, application_id } = context.application();
  if (header === undefined || !sameText(header, `Bot ${token}`)) return null;
  return { kind: 'bot', userId: application_id };
}

/** Compares in constant time. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
