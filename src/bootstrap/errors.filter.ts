import { type ArgumentsHost, Catch, type ExceptionFilter, Logger, NotFoundException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { isInternalPath } from '../internal-api/gate.js';
import { internalAnswer } from '../internal-api/internal-answer.js';
import { noSuchRoute, problemOf } from '../rest-api/problem/problem.js';
import { listenerOf } from './listeners.js';

/** Answers every error of an HTTP request, in the form of the door it came through. */
@Catch()
export class ErrorsFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  constructor(private readonly config: Config) {}

  catch(error: unknown, host: ArgumentsHost): Promise<void> {
    if (host.getType<string>() === 'http') {
      const http = host.switchToHttp();
      this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
    } else {
      // Discord's door answers errors itself. One that slips through is noted; thrown on, it would stop the process.
      this.logger.error({ err: error }, 'Something failed outside of any request');
    }
    return Promise.resolve();
  }

  /** Also for what Fastify refuses before any route is found. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const { method } = request;
    const path = request.url.split('?', 1)[0] ?? '/';
    const listener = listenerOf(request.raw);
    if (listener === 'private' || isInternalPath(path, listener, this.config)) {
      const { status, body, retry_after } = internalAnswer(error, request.routeOptions.config.failure);
      this.report(status, error, method, path);
      if (retry_after !== undefined) reply.header('retry-after', String(retry_after));
      void reply.code(status).send(body);
      return;
    }

    const problem =
      request.is404 && error instanceof NotFoundException ? noSuchRoute(method, path) : problemOf(error);
    this.report(problem.status, error, method, path);
    if (problem.status === 401) reply.header('www-authenticate', challenge(request));
    if (problem.status === 503) askForPatience(reply);
    if (problem.status === 415) reply.header('accept-encoding', 'identity');
    void reply
      .code(problem.status)
      .header('content-type', 'application/problem+json')
      .send(Buffer.from(JSON.stringify(problem)));
  }

  private report(status: number, error: unknown, method: string, path: string): void {
    if (status < 500) return;
    if (status === 503)
      this.logger.warn(`${method} ${path}: ${error instanceof Error ? error.message : String(error)}`);
    else this.logger.error({ err: error, method, path }, `${method} ${path} failed`);
  }
}

function askForPatience(reply: FastifyReply): void {
  if (!reply.hasHeader('retry-after')) reply.header('retry-after', '1');
}

/** RFC 6750: the error is named only when a token was shown. */
function challenge(request: FastifyRequest): string {
  return request.headers.authorization === undefined ? 'Bearer' : 'Bearer error="invalid_token"';
}
