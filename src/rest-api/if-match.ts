import { ApiHeader } from '@nestjs/swagger';
import { outdated } from '../common/errors.js';

/** The route takes the revision that its caller saw. */
export const IfMatch = (): MethodDecorator =>
  ApiHeader({
    name: 'if-match',
    required: false,
    description: 'The revision you saw: 412 when it has changed since.',
  });

/**
 * The revision in an `If-Match` header; `null` when any will do.
 * @param what is changed
 * @throws outdated for what is no revision of ours
 */
export function readIfMatch(header: string | undefined, what: 'event' | 'template'): number | null {
  if (header === undefined || header === '*') return null;
  const revision = /^(?:W\/)?"?(\d+)"?$/.exec(header.trim())?.[1];
  if (revision === undefined) throw outdated(what);
  return Number(revision);
}
