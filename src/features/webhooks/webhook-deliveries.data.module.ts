import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { DELIVERY_MODEL, deliverySchema } from './webhook-deliveries.schema.js';
import { WebhookReceiptsRepository } from './webhook-receipts.repository.js';
import { WEBHOOK_RECEIPT_MODEL, webhookReceiptSchema } from './webhook-receipts.schema.js';
import { WebhookTotalsRepository } from './webhook-totals.repository.js';
import { WEBHOOK_TOTAL_MODEL, webhookTotalSchema } from './webhook-totals.schema.js';

@Module({
  imports: [
    MongooseModule.forFeature([
      { name: DELIVERY_MODEL, schema: deliverySchema },
      { name: WEBHOOK_RECEIPT_MODEL, schema: webhookReceiptSchema },
      { name: WEBHOOK_TOTAL_MODEL, schema: webhookTotalSchema },
    ]),
  ],
  providers: [WebhookDeliveriesRepository, WebhookReceiptsRepository, WebhookTotalsRepository],
  exports: [WebhookDeliveriesRepository, WebhookReceiptsRepository, WebhookTotalsRepository],
})
export class WebhookDeliveriesModule {}
