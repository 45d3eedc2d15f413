import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { Vault } from '../../infra/vault.js';
import { QueueModule } from '../../queue/queue.module.js';
import { DeliveryEngine } from './delivery-engine.js';
import { EventPublisher } from './event-publisher.js';
import { IncomingWebhooksService } from './incoming-webhooks.service.js';
import { JobFailures } from './job-failures.js';
import { RESOLVE_HOST, resolveBySystem, TargetPolicy } from './target-policy.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import {
  DELIVERY_MODEL,
  deliverySchema,
  WEBHOOK_RECEIPT_MODEL,
  WEBHOOK_TOTAL_MODEL,
  webhookReceiptSchema,
  webhookTotalSchema,
} from './webhook-deliveries.schema.js';
import { WebhookSender } from './webhook-sender.js';
import { WebhooksRepository } from './webhooks.repository.js';
import { WEBHOOK_MODEL, webhookSchema } from './webhooks.schema.js';
import { WebhooksService } from './webhooks.service.js';

/** Webhooks, outgoing and incoming. */
@Module({
  imports: [
    QueueModule,
    MongooseModule.forFeature([
      { name: DELIVERY_MODEL, schema: deliverySchema },
      { name: WEBHOOK_MODEL, schema: webhookSchema },
      { name: WEBHOOK_RECEIPT_MODEL, schema: webhookReceiptSchema },
      { name: WEBHOOK_TOTAL_MODEL, schema: webhookTotalSchema },
    ]),
  ],
  providers: [
    DeliveryEngine,
    EventPublisher,
    IncomingWebhooksService,
    JobFailures,
    TargetPolicy,
    Vault,
    WebhookDeliveriesRepository,
    WebhookSender,
    WebhooksRepository,
    WebhooksService,
    { provide: RESOLVE_HOST, useValue: resolveBySystem },
  ],
  exports: [DeliveryEngine, EventPublisher, IncomingWebhooksService, WebhooksService],
})
export class WebhooksModule {}
