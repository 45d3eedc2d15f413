import { Injectable } from '@nestjs/common';
import { PublishWebhookEvent } from '../../features/webhooks/publish-webhook-event.js';
import type { TriggerPayloads } from '../../queue/job-catalogue.js';
import { TriggerHandler } from '../job-handler.js';

@Injectable()
export class WebhookEventHandler extends TriggerHandler<'publish_webhook_event'> {
  readonly name = 'publish_webhook_event';

  constructor(private readonly publish: PublishWebhookEvent) {
    super();
  }

  async handle(event: TriggerPayloads['publish_webhook_event']): Promise<void> {
    await this.publish.execute({ ...event, occurred_at: new Date(event.occurred_at) });
  }
}
