import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '../../common/cursor.js';
import { pageOf, type Page } from '../../common/page.js';
import type { Webhook } from './rules/webhook.js';
import { WebhooksRepository } from './webhooks.repository.js';

/** Subscriptions in order of creation. For site admins. */
@Injectable()
export class ListWebhooks {
  constructor(private readonly webhooks: WebhooksRepository) {}

  /** @throws invalid when the cursor is none of ours */
  async execute(limit: number, cursor: string | null): Promise<Page<Webhook>> {
    const after = cursor === null ? null : String(decodeCursor(cursor, ['string'])[0]);
    const rows = await this.webhooks.list(after, limit + 1);
    return pageOf(rows, limit, ({ id }) => encodeCursor([id]));
  }
}
