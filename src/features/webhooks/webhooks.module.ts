import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { QueueModule } from '../../queue/queue.module.js';
import { DeliveryEngine } from './delivery-engine.js';
import { EventPublisher } from './event-publisher.js';
import { ReceiveWebhook } from './receive-webhook.js';
import { RESOLVE_HOST, resolveBySystem, TargetPolicy } from './target-policy.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { DELIVERY_MODEL, deliverySchema } from './webhook-deliveries.schema.js';
import { WebhookReceiptsRepository } from './webhook-receipts.repository.js';
import { WEBHOOK_RECEIPT_MODEL, webhookReceiptSchema } from './webhook-receipts.schema.js';
import { WebhookSender } from './webhook-sender.js';
import { WebhookTotalsRepository } from './webhook-totals.repository.js';
import { WEBHOOK_TOTAL_MODEL, webhookTotalSchema } from './webhook-totals.schema.js';
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
    ReceiveWebhook,
    TargetPolicy,
    WebhookDeliveriesRepository,
    WebhookReceiptsRepository,
    WebhookSender,
    WebhooksRepository,
    WebhooksService,
    WebhookTotalsRepository,
    { provide: RESOLVE_HOST, useValue: resolveBySystem },
  ],
  exports: [DeliveryEngine, EventPublisher, ReceiveWebhook, WebhooksService],
})
export class WebhooksModule {}
