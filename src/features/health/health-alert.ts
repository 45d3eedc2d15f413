import { Injectable, Logger } from '@nestjs/common';
import { ExponentialBackoff, handleAll, retry } from 'cockatiel';
import { request } from 'undici';
import { nonceOf } from '../../common/nonce.js';
import { Config } from '../../config/config.js';
import { ChannelMessagesApi } from '../../discord-api/channel-messages.api.js';
import { EventPublisher } from '../webhooks/event-publisher.js';
import { type HealthChange, healthText } from './rules/health-change.js';

const SLACK_TIMEOUT_MS = 5_000;

/** A moment's trouble of the messenger does not lose the message. */
const twiceMore = retry(handleAll, {
  maxAttempts: 2,
  backoff: new ExponentialBackoff({ initialDelay: 500, maxDelay: 2_000 }),
});

/** Tells that a half of VerseLink went away or came back: webhooks, and people in Discord or Slack if configured. */
@Injectable()
export class HealthAlert {
  private readonly logger = new Logger('HealthWatch');

  constructor(
    private readonly config: Config,
    private readonly publisher: EventPublisher,
    private readonly messages: ChannelMessagesApi,
  ) {}

  /**
   * Writes the webhooks' deliveries. Twice is once.
   * @throws when that could not be done
   */
  async publish({ id, at, service, state, reason, down_ms }: HealthChange): Promise<void> {
    const downSeconds = down_ms === null ? null : Math.round(down_ms / 1_000);
    const status = state === 'healthy' ? 'healthy' : 'unhealthy';
    const data = { service, status, state, reason, down_seconds: downSeconds };
    await this.publisher.publish({ event_id: id, type: 'health.changed', occurred_at: at, data });
  }

  /** Never rejects: an alert that cannot be given one way must stop neither the other nor the watch. */
  async tellPeople(change: HealthChange): Promise<void> {
    const { healthAlertChannelId: channelId, healthAlertWebhookUrl: url } = this.config;
    if (channelId !== null) await this.attempt('Discord', () => this.postToDiscord(channelId, change));
    if (url !== null) await this.attempt('HEALTH_ALERT_WEBHOOK_URL', () => postToSlack(url, change));
  }

  private async postToDiscord(channelId: string, change: HealthChange): Promise<void> {
    const nonce = nonceOf('health', change.id);
    await this.messages.post(channelId, { content: healthText(change), mentions: [], nonce });
  }

  private async attempt(way: string, alert: () => Promise<void>): Promise<void> {
    try {
      await twiceMore.execute(alert);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.logger.warn(`The alert did not reach ${way}: ${reason}`);
    }
  }
}

/** Slack's form of incoming webhooks, which Mattermost, Rocket.Chat and Discord (`…/slack`) take too. */
async function postToSlack(url: string, change: HealthChange): Promise<void> {
  const { statusCode, body } = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: healthText(change) }),
    signal: AbortSignal.timeout(SLACK_TIMEOUT_MS),
  });
  await body.dump();
  if (statusCode >= 300) throw new Error(`it answered ${String(statusCode)}`);
}
