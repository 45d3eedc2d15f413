import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.js';

const LEVELS: readonly string[] = ['debug', 'trace'];

/** Those who look whether the process is well ask every few seconds, for ever. */
const HEALTH = /^(?:\/health\/(?:live|ready)|\/internal\/health|\/api\/v1\/discord\/(?:events\/)?health)$/;

/**
 * Logs one line for each request at `debug`, but for health checks: neither headers nor query strings. Failures have lines of
 * their own.
 */
export function logRequests(fastify: FastifyInstance, config: Config): void {
  if (!LEVELS.includes(config.logLevel)) return;
  const logger = new Logger('Http');
  fastify.addHook('onResponse', (request, reply, done) => {
    const { method } = request;
    const [path = ''] = request.url.split('?', 1);
    if (HEALTH.test(path)) {
      done();
      return;
    }
    const fields = { method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    logger.debug(fields, `${method} ${path} ${String(reply.statusCode)}`);
    done();
  });
}
