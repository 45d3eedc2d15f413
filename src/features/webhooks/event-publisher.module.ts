import { Global, Injectable, Module } from '@nestjs/common';
import { EventPublisher } from './rules/event-publisher.js';
import type { WebhookEvent } from './rules/event-types.js';
import { PublishWebhookEvent } from './publish-webhook-event.js';
import { WebhooksRoom } from './webhooks.module.js';

@Injectable()
class WebhookPublisher extends EventPublisher {
  constructor(private readonly publishEvent: PublishWebhookEvent) {
    super();
  }

  async publish(event: WebhookEvent): Promise<void> {
    await this.publishEvent.execute(event);
  }
}

/** Gives other rooms their way to the webhooks, without one room knowing of the other. */
@Global()
@Module({
  imports: [WebhooksRoom],
  providers: [{ provide: EventPublisher, useClass: WebhookPublisher }],
  exports: [EventPublisher],
})
export class EventPublisherModule {}
