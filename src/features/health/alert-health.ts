import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../../config/config.js';
import { ChannelMessagesApi } from '../../discord-api/channel-messages.api.js';
import { type HealthChange, healthText } from './rules/health-change.js';
import { EventPublisher } from '../webhooks/event-publisher.js';

/** Tells people that a half of VerseLink went away or came back: by webhooks, and in a Discord channel if configured. */
@Injectable()
export class AlertHealth {
  private readonly logger = new Logger('HealthWatch');

  constructor(
    private readonly config: Config,
    private readonly publisher: EventPublisher,
    private readonly messages: ChannelMessagesApi,
  ) {}

  /** Never rejects: an alert that cannot be given must not stop the watch. */
  async execute(change: HealthChange): Promise<void> {
    const { id, at, service, state, reason, down_ms } = change;
    const down_seconds = down_ms === null ? null : Math.round(down_ms / 1_000);
    const status = state === 'healthy' ? 'healthy' : 'unhealthy';
    const data = { service, status, state, reason, down_seconds };
    await this.publisher.publish({ event_id: id, type: 'health.changed', occurred_at: at, data });
    const channelId = this.config.healthAlertChannelId;
    if (channelId === null) return;
    try {
      const nonce = `health-${String(at.getTime())}`;
      await this.messages.post(channelId, { content: healthText(change), mentions: [], nonce });
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      this.logger.warn(`The alert did not reach Discord: ${text}`);
    }
  }
}
