import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '../../common/cursor.js';
import { pageOf, type Page } from '../../common/page.js';
import { notFound } from '../../common/errors.js';
import type { Delivery, DeliveryStatus } from './rules/delivery.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { WebhooksRepository } from './webhooks.repository.js';

/** What was sent to a subscription in the last 30 days, newest first. For site admins. */
@Injectable()
export class ListDeliveries {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
  ) {}

  /** @throws notFound `webhook_not_found` · invalid when the cursor is none of ours */
  async execute(
    webhookId: string,
    status: DeliveryStatus | undefined,
    limit: number,
    cursor: string | null,
  ): Promise<Page<Delivery>> {
    const before = cursor === null ? null : String(decodeCursor(cursor, ['string'])[0]);
    if ((await this.webhooks.findById(webhookId)) === null) throw notFound('webhook');
    const rows = await this.deliveries.list({ webhook_id: webhookId, status }, limit + 1, before);
    return pageOf(rows, limit, ({ id }) => encodeCursor([id]));
  }
}
