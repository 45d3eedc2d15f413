import { AuditLogEvent, type APIAuditLogChange } from 'discord-api-types/v10';
import { auditEntryShape } from '../shapes/audit-log.js';
import type { AuditRecord } from '../world/records.js';
import type { Parts } from '../world/parts.js';

/** What is written into the audit log: who did what to whom. */
export type AuditEntry = Pick<AuditRecord, 'guild_id' | 'action_type' | 'user_id' | 'target_id' | 'reason'> &
  Partial<Pick<AuditRecord, 'changes' | 'options'>>;

/** Entries that Discord writes even when nothing of what was named has changed. */
const WITHOUT_CHANGES = [
  AuditLogEvent.MemberKick,
  AuditLogEvent.MemberBanAdd,
  AuditLogEvent.MemberBanRemove,
  AuditLogEvent.MemberMove,
  AuditLogEvent.MemberDisconnect,
  AuditLogEvent.VoiceChannelStatusCreate,
  AuditLogEvent.MessageDelete,
  AuditLogEvent.MessageBulkDelete,
  AuditLogEvent.MessagePin,
  AuditLogEvent.MessageUnpin,
  AuditLogEvent.MemberPrune,
  AuditLogEvent.AutoModerationBlockMessage,
  AuditLogEvent.AutoModerationFlagToChannel,
  AuditLogEvent.AutoModerationUserCommunicationDisabled,
  AuditLogEvent.AutoModerationQuarantineUser,
];

/** Writes an entry into a guild's audit log and announces it. An edit that changed nothing leaves no trace. */
export function writeAudit({ world, bus }: Parts, entry: AuditEntry): void {
  const changes = entry.changes ?? [];
  if (changes.length === 0 && !WITHOUT_CHANGES.includes(entry.action_type)) return;
  const record = world.auditLog.put({ options: null, ...entry, changes, id: world.snowflakes.next() });
  const data = { ...auditEntryShape(record), guild_id: record.guild_id };
  bus.dispatch('GUILD_AUDIT_LOG_ENTRY_CREATE', data, record);
}

/** What differs between two versions of a record, in the audit log's form. null: it was not, or is no more, there. */
export function changesBetween(
  before: object | null,
  after: object | null,
  keys: readonly string[],
): APIAuditLogChange[] {
  return keys.flatMap((key) => {
    const oldValue = valueOf(before, key);
    const newValue = valueOf(after, key);
    if (JSON.stringify(oldValue) === JSON.stringify(newValue)) return [];
    const change = {
      key,
      ...(oldValue === undefined ? {} : { old_value: oldValue }),
      ...(newValue === undefined ? {} : { new_value: newValue }),
    };
    return [change as unknown as APIAuditLogChange];
  });
}

/** A field's value; null reads as absent, as in Discord's log. */
function valueOf(record: object | null, key: string): unknown {
  return (record as Record<string, unknown> | null)?.[key] ?? undefined;
}
