import { Injectable, Logger } from '@nestjs/common';
import { nonceOf } from '../../common/nonce.js';
import { Config } from '../../config/config.js';
import { ChannelMessagesApi } from '../../discord-api/channel-messages.api.js';
import { EventPublisher } from '../webhooks/event-publisher.js';
import { type HealthChange, healthText } from './rules/health-change.js';

/** Tells people that a half of VerseLink went away or came back: by webhooks, and in a Discord channel if configured. */
@Injectable()
export class HealthAlert {
  private readonly logger = new Logger('HealthWatch');

  constructor(
    private readonly config: Config,
    private readonly publisher: EventPublisher,
    private readonly messages: ChannelMessagesApi,
  ) {}

  /** Never rejects: an alert that cannot be given one way must stop neither the other nor the watch. */
  async tell(change: HealthChange): Promise<void> {
    await this.attempt('webhooks', () => this.publish(change));
    await this.attempt('Discord', () => this.post(change));
  }

  private async publish({ id, at, service, state, reason, down_ms }: HealthChange): Promise<void> {
    const down_seconds = down_ms === null ? null : Math.round(down_ms / 1_000);
    const status = state === 'healthy' ? 'healthy' : 'unhealthy';
    const data = { service, status, state, reason, down_seconds };
    await this.publisher.publish({ event_id: id, type: 'health.changed', occurred_at: at, data });
  }

  private async post(change: HealthChange): Promise<void> {
    const channelId = this.config.healthAlertChannelId;
    if (channelId === null) return;
    const nonce = nonceOf('health', change.id);
    await this.messages.post(channelId, { content: healthText(change), mentions: [], nonce });
  }

  private async attempt(way: string, alert: () => Promise<void>): Promise<void> {
    try {
      await alert();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.logger.warn(`The alert did not reach ${way}: ${reason}`);
    }
  }
}
