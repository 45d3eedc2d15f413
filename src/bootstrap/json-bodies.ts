import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type FieldError, invalid } from '../common/errors.js';
import { inexactNumbers } from './inexact-numbers.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route keeps the bytes of its bodies, so that no number in them can be altered by reading. */
    keepsBytes?: boolean;
    /** The route takes files of text: calendars and tables. */
    takesFiles?: boolean;
    /** The route is the target of a form of one of our pages, which has no fields. */
    takesForms?: boolean;
  }
}

/** What is JSON by its suffix (RFC 6839). */
const JSON_SUFFIX = /^application\/[\w.-]+\+json(?:;|$)/;

/** Said of files alone: programs that write tables often take another encoding. */
const NOT_UTF8: FieldError = { field: 'body', message: 'is not in UTF-8: save it as "CSV UTF-8"' };

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads JSON bodies and no others, unless `readFileBodies` adds some. The raw bytes stay at `request.rawBody` for routes that verify a signature; an empty
 * body is no body, also when a client announces JSON; keys that reach for a prototype are refused, and so are numbers that
 * reading would alter.
 */
export function readJsonBodies(adapter: FastifyAdapter): void {
  const fastify = adapter.getInstance<FastifyInstance>();
  fastify.removeAllContentTypeParsers();
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    done(isReadable(request) ? null : refused(415), payload);
  });
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  for (const type of ['application/json', JSON_SUFFIX]) {
    adapter.useBodyParser(type, true, {}, (request, body: Buffer, done) => {
      if (body.length === 0) {
        done(null, undefined);
        return;
      }
      const text = decoded(body);
      if (text === null) {
        done(refused(400));
        return;
      }
      void parseJson(request, text, (error, value: unknown) => {
        const faults = error === null && !keepsBytes(request) ? inexactNumbers(text) : [];
        done(faults.length > 0 ? invalid(faults.map(inexact)) : error, value);
      });
    });
  }
}

/** Reads files of text, as text, for the routes that take them. */
export function readFileBodies(adapter: FastifyAdapter): void {
  for (const type of ['text/calendar', 'text/csv']) {
    adapter.useBodyParser(type, true, {}, (request, body: Buffer, done) => {
      const text = decoded(body);
      if (request.routeOptions.config.takesFiles !== true) done(refused(415));
      else done(text === null ? invalid([NOT_UTF8]) : null, text ?? undefined);
    });
  }
}

/** Lets the form of a page through to the routes that take one; what it carries is not read. */
export function readFormBodies(adapter: FastifyAdapter): void {
  adapter.useBodyParser('application/x-www-form-urlencoded', true, {}, (request, _body, done) => {
    done(request.routeOptions.config.takesForms === true ? null : refused(415), undefined);
  });
}

/** Whether the body comes as it is, in UTF-8: neither compressed nor in another encoding. */
function isReadable({ headers }: FastifyRequest): boolean {
  const encoding = headers['content-encoding'] ?? 'identity';
  const charset = /charset="?([^\s";]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  return encoding === 'identity' && /^(?:utf-?8|us-ascii)$/i.test(charset);
}

function decoded(body: Buffer): string | null {
  try {
    return UTF8.decode(body);
  } catch {
    return null;
  }
}

function keepsBytes({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.config.keepsBytes === true;
}

function inexact(field: string): FieldError {
  return { field, message: `${field} is a number that cannot be kept exactly: send it as a string` };
}

function refused(statusCode: 400 | 415): Error {
  return Object.assign(new Error('The body cannot be read.'), { statusCode });
}
