import type { APIAuditLogEntry } from 'discord-api-types/v10';
import type { AuditRecord } from '../world/records.js';

/** An entry of the audit log in Discord's own form. */
export function auditEntryShape(entry: AuditRecord): APIAuditLogEntry {
  const shape = {
    id: entry.id,
    user_id: entry.user_id,
    target_id: entry.target_id,
    action_type: entry.action_type,
    ...(entry.changes.length === 0 ? {} : { changes: entry.changes }),
    ...(entry.options === null ? {} : { options: entry.options }),
    ...(entry.reason === null ? {} : { reason: entry.reason }),
  };
  return shape;
}
