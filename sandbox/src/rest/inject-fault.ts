import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from './faults.js';
import './types.js';

const TEXTS: Record<number, string> = {
  401: '401: Unauthorized',
  403: 'Missing Permissions',
  404: '404: Not Found',
  429: 'You are being rate limited.',
  500: '500: Internal Server Error',
  502: '502: Bad Gateway',
  503: 'upstream connect error',
};

/** Does what the fault that hits a request says. True when the request is dealt with and no work may be done. */
export async function injectFault(
  request: FastifyRequest,
  fault: Fault,
  reply: FastifyReply,
): Promise<boolean> {
  if (fault.latency_ms !== undefined) await delay(fault.latency_ms);
  if (fault.drop === 'before') {
    request.raw.socket.destroy();
    reply.hijack();
    return true;
  }
  const status =
    fault.status ?? (fault.code === undefined ? (fault.retry_after === undefined ? 0 : 429) : 400);
  if (status === 0) return false;
  const message = TEXTS[status] ?? `${status}: Injected fault`;
  request.refusal = { code: fault.code ?? 0, message };
  if (status === 429) {
    const retryAfter = fault.retry_after ?? 1;
    void reply.header('retry-after', Math.ceil(retryAfter)).header('x-ratelimit-scope', 'user');
    await reply.status(429).send({ message, retry_after: retryAfter, global: false, code: fault.code ?? 0 });
    return true;
  }
  await reply.status(status).send({ message, code: fault.code ?? 0 });
  return true;
}
