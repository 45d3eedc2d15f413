import { Module } from '@nestjs/common';
import { QueueModule } from '../../queue/queue.module.js';
import { WebhookDeliveriesModule } from './webhook-deliveries.data.module.js';
import { WebhooksModule } from './webhooks.data.module.js';
import { CreateWebhook } from './create-webhook.js';
import { DeliverWebhook } from './deliver-webhook.js';
import { DeliverySlots } from './delivery-slots.js';
import { DisableWebhook } from './disable-webhook.js';
import { GetWebhook } from './get-webhook.js';
import { ListDeliveries } from './list-deliveries.js';
import { ListWebhooks } from './list-webhooks.js';
import { PublishWebhookEvent } from './publish-webhook-event.js';
import { QueueDelivery } from './queue-delivery.js';
import { ReceiveWebhook } from './receive-webhook.js';
import { Redeliver } from './redeliver.js';
import { RemoveWebhook } from './remove-webhook.js';
import { SettleAttempt } from './settle-attempt.js';
import { SweepWebhooks } from './sweep-webhooks.js';
import { RESOLVE_HOST, resolveBySystem, TargetPolicy } from './target-policy.js';
import { TestWebhook } from './test-webhook.js';
import { UpdateWebhook } from './update-webhook.js';
import { WebhookSender } from './webhook-sender.js';

const useCases = [
  CreateWebhook,
  DeliverWebhook,
  GetWebhook,
  ListDeliveries,
  ListWebhooks,
  PublishWebhookEvent,
  ReceiveWebhook,
  Redeliver,
  RemoveWebhook,
  SweepWebhooks,
  TestWebhook,
  UpdateWebhook,
];

/** Webhooks, outgoing and incoming. */
@Module({
  imports: [WebhooksModule, WebhookDeliveriesModule, QueueModule],
  providers: [
    ...useCases,
    DeliverySlots,
    DisableWebhook,
    QueueDelivery,
    SettleAttempt,
    TargetPolicy,
    WebhookSender,
    { provide: RESOLVE_HOST, useValue: resolveBySystem },
  ],
  exports: useCases,
})
export class WebhooksRoom {}
