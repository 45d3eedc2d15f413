import { randomBytes } from 'node:crypto';
import { AuditLogEvent } from 'discord-api-types/v10';
import type { Parts } from '../world/parts.js';
import type { ChannelRecord, WebhookRecord } from '../world/records.js';
import { changesBetween, writeAudit } from './audit-log.js';

const AUDITED = ['name', 'channel_id', 'avatar_hash', 'type', 'application_id'];

/** Makes a webhook, and says so. `application_id` null: of a person, and not of the application. */
export function createWebhook(
  parts: Parts,
  channel: ChannelRecord,
  fields: Pick<WebhookRecord, 'application_id' | 'user_id' | 'name' | 'avatar'>,
  reason: string | null,
): WebhookRecord {
  const hook = parts.world.webhooks.put({
    ...fields,
    id: parts.world.snowflakes.next(),
    guild_id: channel.guild_id ?? '',
    channel_id: channel.id,
    token: randomBytes(51).toString('base64url'),
  });
  tellOfWebhook(parts, null, hook, { userId: fields.user_id, reason });
  return hook;
}

/** Tells of a webhook that was made, changed or deleted, and notes it in the audit log. */
export function tellOfWebhook(
  parts: Parts,
  before: WebhookRecord | null,
  after: WebhookRecord | null,
  by: { userId: string; reason: string | null },
): void {
  const hook = after ?? before;
  if (!hook) return;
  announceWebhooks(parts, hook);
  if (before && before.channel_id !== hook.channel_id) announceWebhooks(parts, before);
  writeAudit(parts, {
    guild_id: hook.guild_id,
    action_type: !before
      ? AuditLogEvent.WebhookCreate
      : after
        ? AuditLogEvent.WebhookUpdate
        : AuditLogEvent.WebhookDelete,
    user_id: by.userId,
    target_id: hook.id,
    reason: by.reason,
    changes: changesBetween(audited(before), audited(after), AUDITED),
  });
}

/** Announces that a channel's webhooks are not what they were. */
export function announceWebhooks({ bus }: Pick<Parts, 'bus'>, hook: WebhookRecord): void {
  const { guild_id, channel_id } = hook;
  bus.dispatch('WEBHOOKS_UPDATE', { guild_id, channel_id }, hook);
}

function audited(hook: WebhookRecord | null): object | null {
  return hook && { ...hook, type: hook.source ? 2 : 1, avatar_hash: hook.avatar };
}
