import { Logger } from '@nestjs/common';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bearerToken } from '../common/access.js';
import { isProbe, type Listener } from '../common/listeners.js';
import type { Limit } from '../common/limit.js';
import type { Config } from '../config/config.js';

const logger = new Logger('InternalApi');

declare module 'fastify' {
  interface FastifyRequest {
    /** The caller showed the internal secret; set by the gate and nowhere else. */
    internalCaller?: boolean;
  }
}

/** Whether the address belongs to the internal API on this listener. */
export function isInternalPath(path: string, listener: Listener, config: Config): boolean {
  // A caller without the secret is not even told what there is.
  if (listener === 'private') return !isProbe(path);
  return config.internalOnPublic && /^\/internal(?:\/|$)/.test(path);
}

/**
 * Whether the request shows the internal secret, or towards the bot the bearer that the backend shows there when it differs
 * (`DISCORD_BOT_API_TOKEN`), or the secret that is valid besides while it is being changed; it is marked as an internal caller's then.
 */
export function showsSecret(request: FastifyRequest, listener: Listener, config: Config): boolean {
  const secret = bearerToken(request.headers.authorization);
  if (secret === null) return false;
  const isBot = listener === 'private' && config.run.has('bot');
  const { internalApiSecret, internalApiSecretFallback, botApiToken } = config;
  const accepted = [internalApiSecret, internalApiSecretFallback, isBot ? botApiToken : null];
  if (!accepted.some((ours) => ours !== null && sameSecret(secret, ours))) return false;
  request.internalCaller = true;
  return true;
}

/**
 * Answers a request for an internal address, known or not, that does not show the secret, in the form that site/en/internal-api.md shows.
 * @param wrongSecrets counts wrong secrets, and nothing else: who knows the secret is never shut out by who does not
 */
export async function refuseAtGate(
  request: FastifyRequest,
  reply: FastifyReply,
  wrongSecrets: Limit,
): Promise<FastifyReply> {
  if (bearerToken(request.headers.authorization) === null) {
    return reply
      .code(401)
      .header('www-authenticate', 'Bearer')
      .send({ error: 'Missing Authorization header' });
  }
  const waitSeconds = await wrongSecrets(request);
  if (waitSeconds !== null) {
    return reply
      .code(429)
      .header('retry-after', String(waitSeconds))
      .send({ error: 'Too many wrong secrets' });
  }
  logger.warn(`Invalid authentication attempt on ${request.routeOptions.url ?? 'an unknown path'}`);
  return reply.code(403).send({ error: 'Invalid internal API secret' });
}

/** Compares in constant time; the digests make the lengths equal. */
function sameSecret(given: string, ours: string): boolean {
  return timingSafeEqual(digest(given), digestOfOurs(ours));
}

const ourDigests = new Map<string, Buffer>();

/** Our own few secrets do not change while a process lives. */
function digestOfOurs(secret: string): Buffer {
  const known = ourDigests.get(secret) ?? digest(secret);
  ourDigests.set(secret, known);
  return known;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
