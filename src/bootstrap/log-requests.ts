import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.js';

const LEVELS: readonly string[] = ['debug', 'trace'];

/** Logs one line for each request at `debug`: neither headers nor query strings. Failures have lines of their own. */
export function logRequests(fastify: FastifyInstance, config: Config): void {
  if (!LEVELS.includes(config.logLevel)) return;
  const logger = new Logger('Http');
  fastify.addHook('onResponse', (request, reply, done) => {
    const { method } = request;
    const [path] = request.url.split('?', 1);
    const fields = { method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    logger.debug(fields, `${method} ${path ?? ''} ${String(reply.statusCode)}`);
    done();
  });
}
