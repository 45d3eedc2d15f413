import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

/**
 * Reads JSON bodies and no others. The raw bytes stay at `request.rawBody` for routes that verify a signature; an empty
 * body is no body, also when a client announces JSON; keys that reach for a prototype are refused.
 */
export function readJsonBodies(adapter: FastifyAdapter): void {
  const fastify = adapter.getInstance<FastifyInstance>();
  fastify.removeAllContentTypeParsers();
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  adapter.useBodyParser('application/json', true, {}, (request, body: Buffer, done) => {
    if (body.length === 0) {
      done(null, undefined);
      return;
    }
    void parseJson(request, body.toString(), done);
  });
}
