import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { WebhooksRepository } from './webhooks.repository.js';
import { WEBHOOK_MODEL, webhookSchema } from './webhooks.schema.js';

@Module({
  imports: [MongooseModule.forFeature([{ name: WEBHOOK_MODEL, schema: webhookSchema }])],
  providers: [WebhooksRepository],
  exports: [WebhooksRepository],
})
export class WebhooksModule {}
