import type { AuditLogEvent } from 'discord-api-types/v10';
import type { FastifyRequest } from 'fastify';
import { changesBetween, writeAudit, type AuditEntry } from '../actions/audit-log.js';
import type { Context } from '../context.js';
import { invalid } from '../validation/issues.js';
import { codePoints } from '../validation/reader.js';
import { actorOf } from './request.js';

const LONGEST_REASON = 512;

/** The request's `X-Audit-Log-Reason`, URL-decoded; null without one. More than 512 characters are refused (50035). */
export function reasonOf(request: FastifyRequest): string | null {
  const header = request.headers['x-audit-log-reason'];
  if (typeof header !== 'string' || header === '') return null;
  const reason = decoded(header);
  if (codePoints(reason) > LONGEST_REASON) {
    const text = `Must be ${LONGEST_REASON} or fewer in length.`;
    throw invalid(['reason'], 'BASE_TYPE_MAX_LENGTH', text);
  }
  return reason;
}

function decoded(header: string): string {
  try {
    return decodeURIComponent(header);
  } catch {
    return header;
  }
}

/** Writes down in the guild's audit log what a request has done. Call it after the work, with the request's own actor. */
export function audit(
  context: Context,
  request: FastifyRequest,
  entry: Omit<AuditEntry, 'user_id' | 'reason'>,
): void {
  writeAudit(context, { ...entry, user_id: actorOf(request), reason: reasonOf(request) });
}

/** What the audit log calls the making, the change and the deletion of one kind of thing. */
export type Deeds = readonly [made: AuditLogEvent, changed: AuditLogEvent, gone: AuditLogEvent];

/** Writes down that a thing of a guild was made (null before), changed, or deleted (null after). */
export function auditChange<T extends { id: string; guild_id: string }>(
  context: Context,
  request: FastifyRequest,
  [made, changed, gone]: Deeds,
  [before, after]: readonly [T | null, T | null],
  keys: readonly string[],
): void {
  const thing = after ?? before;
  if (!thing) return;
  audit(context, request, {
    guild_id: thing.guild_id,
    action_type: !before ? made : after ? changed : gone,
    target_id: thing.id,
    changes: changesBetween(before, after, keys),
  });
}
