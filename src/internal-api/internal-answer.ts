import { HttpException } from '@nestjs/common';
import { isAway } from '../common/is-away.js';
import { DiscordFailure } from '../common/discord-failure.js';
import { DomainError } from '../common/errors.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What an internal route says when it fails itself: `Failed to …`. */
    failure?: string;
  }
}

/** An error as the internal API answers it. */
export interface InternalAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  /** Of a 503: when to ask again, in seconds. */
  readonly retry_after?: number;
}

/** When to ask again while it is not known when that helps. */
const RETRY_AFTER_S = 5;

/**
 * Translates any error to the form that site/en/internal-api.md shows, with nothing of the inside in it.
 * @param failure what the route says when it fails itself
 */
export function internalAnswer(error: unknown, failure = 'Failed to process the request'): InternalAnswer {
  if (error instanceof DomainError) {
    if (error.kind === 'invalid') return { status: 422, body: validationFailed(error.errors) };
    if (error.kind === 'unauthenticated')
      return { status: 401, body: { error: 'Missing Authorization header' } };
    if (error.kind === 'unavailable') {
      return { status: 503, body: { detail: `${failure}: ${error.message}` }, retry_after: RETRY_AFTER_S };
    }
    return { status: KINDS[error.kind], body: { error: error.message } };
  }
  // Discord's own limits and outages pass; nothing here has failed.
  if (error instanceof DiscordFailure && error.treatment === 'wait') {
    const seconds = error.retryAfterMs === null ? RETRY_AFTER_S : Math.ceil(error.retryAfterMs / 1_000);
    return {
      status: 503,
      body: { detail: `${failure}: Discord asks to wait` },
      retry_after: Math.max(1, seconds),
    };
  }
  const status = isAway(error) ? 503 : refusedStatus(error);
  if (status === 400) {
    const details = [{ field: 'body', message: 'the body must be valid JSON' }];
    return { status: 422, body: validationFailed(details) };
  }
  if (status === 404) return { status, body: { error: 'Not found' } };
  if (status === 413) return { status, body: { error: 'Payload too large' } };
  if (status === 415) return { status, body: { error: 'Unsupported media type' } };
  if (status === 429) return { status, body: { error: 'Too many requests' } };
  if (status < 500) return { status, body: { error: 'Request refused' } };
  if (status === 503) return { status, body: { detail: failure }, retry_after: RETRY_AFTER_S };
  return { status: 500, body: { detail: failure } };
}

const KINDS = { forbidden: 403, not_found: 404, conflict: 409, outdated: 412 } as const;

function validationFailed(details: unknown): InternalAnswer['body'] {
  return { error: 'Validation failed', details };
}

function refusedStatus(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
