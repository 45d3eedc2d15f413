import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Config } from '../../config/config.js';
import { unauthenticated } from '../../common/errors.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { WebhookTotalsRepository } from './webhook-totals.repository.js';
import { isProven, text, type WebhookHeaders } from './signatures.js';

const LONGEST_ID = 200;
const LONGEST_TYPE = 100;

/** Takes in a webhook that others send to us, of whatever type. */
@Injectable()
export class ReceiveWebhook {
  constructor(
    private readonly config: Config,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly totals: WebhookTotalsRepository,
  ) {}

  /**
   * A repeat under the same delivery id (`webhook-id`, `X-Delivery-Id`, or the body's own `id`) has no second effect.
   * @param raw the body exactly as it came
   * @param body the same, parsed
   * @throws unauthenticated when the signature, or the time it states, is not good
   */
  async execute(headers: WebhookHeaders, raw: Buffer, body: unknown): Promise<void> {
    const secret = this.config.discordWebhookSecret;
    // Without a secret of ours nothing can be proven.
    if (secret === null || !isProven(secret, headers, raw))
      throw unauthenticated('The signature is missing, wrong or too old.');
    const stated = text(headers, 'webhook-id') ?? text(headers, 'x-delivery-id') ?? field(body, 'id');
    const received = await this.deliveries.receive({
      event_id: stated === undefined || stated === '' ? uuidv7() : stated.slice(0, LONGEST_ID),
      type: (field(body, 'type') ?? field(body, 'event_type') ?? 'unknown').slice(0, LONGEST_TYPE),
      body: raw.toString(),
    });
    if (received !== null) await this.totals.count('received');
  }
}

function field(body: unknown, name: string): string | undefined {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return undefined;
  const value: unknown = (body as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : undefined;
}
