import type { Parts } from '../world/parts.js';
import type { WebhookRecord } from '../world/records.js';

/** Announces that a channel's webhooks are not what they were. */
export function announceWebhooks({ bus }: Pick<Parts, 'bus'>, hook: WebhookRecord): void {
  const { guild_id, channel_id } = hook;
  bus.dispatch('WEBHOOKS_UPDATE', { guild_id, channel_id }, hook);
}
