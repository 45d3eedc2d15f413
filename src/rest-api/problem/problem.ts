import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { DiscordFailure } from '../../common/discord-failure.js';
import { isAway } from '../../common/is-away.js';
import { DomainError, type ErrorKind, type FieldError } from '../../common/errors.js';

/** A problem document (RFC 9457). `type` is `about:blank`: `title` is the status, and `code` is for programs. */
export interface Problem {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  /** On validation: the fields that break a rule. */
  readonly errors?: readonly FieldError[];
}

const STATUS_BY_KIND: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  outdated: 412,
  unavailable: 503,
};

/** What Fastify refuses before any of our code runs, in our words. Its own speak of its inside. */
const REFUSALS: Readonly<Record<number, { readonly code: string; readonly detail: string }>> = {
  400: {
    code: 'malformed_request',
    detail: 'The request is malformed: its body is not valid JSON, or its address is broken.',
  },
  401: { code: 'unauthenticated', detail: 'Sign in first.' },
  403: { code: 'forbidden', detail: 'You may not do this.' },
  404: { code: 'not_found', detail: 'There is nothing here.' },
  408: { code: 'request_timeout', detail: 'The request did not arrive in time.' },
  413: { code: 'payload_too_large', detail: 'The body is larger than 1 MiB.' },
  414: { code: 'uri_too_long', detail: 'The address is too long.' },
  415: { code: 'unsupported_media_type', detail: 'Send the body as JSON, in UTF-8 and uncompressed.' },
  429: { code: 'too_many_requests', detail: 'Too many requests: wait a moment.' },
  431: { code: 'headers_too_large', detail: 'The headers of the request are larger than 16 KiB.' },
  503: { code: 'unavailable', detail: 'A part that is needed for this does not answer. Try again later.' },
};

/** Translates any error to a problem document, with nothing of the inside in it. */
export function problemOf(error: unknown): Problem {
  if (error instanceof DomainError) {
    const { code, message, errors } = error;
    return problem(STATUS_BY_KIND[error.kind], code, message, errors);
  }
  if (error instanceof DiscordFailure) {
    return problem(503, 'discord_unavailable', 'Discord does not answer as it should. Try again later.');
  }
  if (isAway(error)) return refusal(503);
  return refusal(refusedStatus(error));
}

/** A problem document for an address at which there is nothing. */
export function noSuchRoute(method: string, path: string): Problem {
  const detail = `There is no ${method} ${path}. GET /api/openapi.json describes what there is; /api/docs is for reading.`;
  return problem(404, 'route_not_found', detail);
}

function refusal(status: number): Problem {
  const known = REFUSALS[status];
  if (known !== undefined) return problem(status, known.code, known.detail);
  if (status < 500) return problem(status, 'refused', 'The request was refused.');
  return problem(500, 'internal_error', 'Something failed on our side. It has been noted.');
}

function problem(status: number, code: string, detail: string, errors: readonly FieldError[] = []): Problem {
  const base = { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail, code } as const;
  return errors.length > 0 ? { ...base, errors } : base;
}

/** The 4xx that Nest or Fastify chose; 500 for everything else. */
function refusedStatus(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
