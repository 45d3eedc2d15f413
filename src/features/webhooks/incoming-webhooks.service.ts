import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Config } from '../../config/config.js';
import { encodeCursor, idIn } from '../../common/cursor.js';
import { unauthenticated } from '../../common/errors.js';
import { pageOf, type Page } from '../../common/page.js';
import type { Delivery } from './rules/delivery.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { proofOf, type Proof, type WebhookHeaders } from './signatures.js';

const LONGEST_TYPE = 100;

/** Webhooks that others send to us, of whatever type. */
@Injectable()
export class IncomingWebhooksService {
  constructor(
    private readonly config: Config,
    private readonly deliveries: WebhookDeliveriesRepository,
  ) {}

  /**
   * Takes one in. A repeat has no second effect. Only what is signed says what one is: the id of Standard Webhooks; without it the body,
   * for 24 hours.
   * @param raw the body exactly as it came
   * @param body the same, parsed
   * @throws unauthenticated when a signature, or the time it states, is not good
   */
  async receive(headers: WebhookHeaders, raw: Buffer, body: unknown): Promise<void> {
    // Without a secret of ours nothing can be proven.
    const proofs = this.config.discordWebhookSecrets.map((secret) => proofOf(secret, headers, raw));
    const proof = proofs.find((found) => found !== null);
    if (proof === undefined) throw unauthenticated('The signature is missing, wrong or too old.');
    const received = await this.deliveries.receive({
      ...(await this.identify(proof, raw)),
      type: (field(body, 'type') ?? field(body, 'event_type') ?? 'unknown').slice(0, LONGEST_TYPE),
      body: raw.toString(),
    });
    if (received !== null) await this.deliveries.count('received');
  }

  /** What came in during the last 30 days, newest first. @throws invalid when the cursor is none of ours */
  async list(limit: number, cursor: string | null): Promise<Page<Delivery>> {
    const rows = await this.deliveries.list({ webhook_id: null }, limit + 1, idIn(cursor));
    return pageOf(rows, limit, ({ id }) => encodeCursor([id]));
  }

  /** A delivery signed both ways leaves a receipt too: with its Standard Webhooks headers taken away it is a repeat. */
  private async identify({ plain, id }: Proof, raw: Buffer): Promise<{ id: string; event_id: string }> {
    const receipt = plain ? await this.deliveries.claim(raw) : null;
    const own = receipt !== null && (id === null || receipt.first) ? receipt.delivery_id : uuidv7();
    return { id: own, event_id: id ?? own };
  }
}

function field(body: unknown, name: string): string | undefined {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return undefined;
  const value: unknown = (body as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : undefined;
}
