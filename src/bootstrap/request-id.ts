import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { givenRequestId } from '../common/correlation.js';

const names = new WeakMap<IncomingMessage, string>();

/** The name of a request in logs and answers: the one that came with it in `X-Request-Id`, else a new one. */
export function nameRequest(request: IncomingMessage): string {
  const known = names.get(request);
  if (known !== undefined) return known;
  const name = givenRequestId(request.headers['x-request-id']) ?? randomUUID();
  names.set(request, name);
  return name;
}
