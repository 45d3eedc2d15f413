import { Logger } from '@nestjs/common';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Listener } from '../common/listeners.js';
import type { Config } from '../config/config.js';

const logger = new Logger('InternalApi');

declare module 'fastify' {
  interface FastifyRequest {
    /** The caller showed the internal secret; set by the gate and nowhere else. */
    internalCaller?: boolean;
  }
}

/** Whether the address belongs to the internal API on this listener (contract.md §2). */
export function isInternalPath(path: string, listener: Listener, config: Config): boolean {
  const internal = path === '/internal' || path.startsWith('/internal/');
  if (listener === 'private') return internal || path === '/metrics';
  return internal && config.internalOnPublic;
}

/**
 * Stands before every internal address, known or not, and before its body is read. Whoever does not show the secret
 * gets an answer in the form of contract.md §2.
 * @returns true when the request may go on; false when it has been answered
 */
export function passGate(request: FastifyRequest, reply: FastifyReply, config: Config): boolean {
  const secret = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
  if (secret === undefined) {
    void reply.code(401).header('www-authenticate', 'Bearer').send({ error: 'Missing Authorization header' });
    return false;
  }
  if (!sameSecret(secret, config.internalApiSecret)) {
    logger.warn(`Invalid authentication attempt on ${request.routeOptions.url ?? 'an unknown path'}`);
    void reply.code(403).send({ error: 'Invalid internal API secret' });
    return false;
  }
  request.internalCaller = true;
  return true;
}

/** Compares in constant time; the digests make the lengths equal. */
function sameSecret(given: string, ours: string): boolean {
  return timingSafeEqual(digest(given), digest(ours));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
