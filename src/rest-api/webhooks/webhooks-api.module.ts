import { Module } from '@nestjs/common';
import { WebhooksModule } from '../../features/webhooks/webhooks.module.js';
import { IncomingWebhooksController } from './incoming-webhooks.controller.js';
import { WebhookDeliveriesController } from './webhook-deliveries.controller.js';
import { WebhooksController } from './webhooks.controller.js';

@Module({
  imports: [WebhooksModule],
  controllers: [WebhooksController, WebhookDeliveriesController, IncomingWebhooksController],
})
export class WebhooksApiModule {}
