import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { unavailable } from '../common/errors.js';

/** No request waits longer for its answer: what hangs on a database or on Discord ends with 503. */
const REQUEST_DEADLINE_MS = 10_000;

/**
 * Answers every request within its deadline; the work itself goes on. Fastify's own `handlerTimeout` does not do it: its
 * timer ends with the request's stream, which is as soon as a body has been read.
 */
export function setRequestDeadline(
  fastify: FastifyInstance,
  answer: (error: Error, request: FastifyRequest, reply: FastifyReply) => void,
): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const deadline = setTimeout(() => {
      if (!reply.sent) answer(unavailable('The answer took too long. Try again later.'), request, reply);
    }, REQUEST_DEADLINE_MS);
    reply.raw.once('close', () => {
      clearTimeout(deadline);
    });
    done();
  });
}
