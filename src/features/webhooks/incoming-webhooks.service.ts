import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Config } from '../../config/config.js';
import { encodeCursor, idIn } from '../../common/cursor.js';
import { unauthenticated } from '../../common/errors.js';
import { pageOf, type Page } from '../../common/page.js';
import type { Delivery } from './rules/delivery.js';
import { JobQueue } from '../../queue/job-queue.js';
import { field, serverNews, type ServerNews } from './rules/incoming.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { proofOf, type Proof, type WebhookHeaders } from './signatures.js';

const LONGEST_TYPE = 100;

/** Webhooks that others send to us, of whatever type. */
@Injectable()
export class IncomingWebhooksService {
  constructor(
    private readonly config: Config,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly jobs: JobQueue,
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
    const type = typeOf(body);
    const received = await this.deliveries.receive({
      ...(await this.identify(proof, raw)),
      type,
      body: raw.toString(),
    });
    if (received === null) return;
    await this.deliveries.count('received');
    await this.readBack(serverNews(type, body));
  }

  /** What came in during the last 30 days, newest first. @throws invalid when the cursor is none of ours */
  async list(limit: number, cursor: string | null): Promise<Page<Delivery>> {
    const rows = await this.deliveries.list({ webhook_id: null }, limit + 1, idIn(cursor));
    return pageOf(rows, limit, ({ id }) => encodeCursor([id]));
  }

  /** Discord is asked what is true: what somebody tells of it is a hint and no more. A hint that is lost is covered by the clock. */
  private async readBack(news: ServerNews): Promise<void> {
    if (news === null) return;
    if (news === 'some server') await this.jobs.runNow('read_back');
    else await this.jobs.trigger('read_back_guild', news);
  }

  /** A delivery signed both ways leaves a receipt too: with its Standard Webhooks headers taken away it is a repeat. */
  private async identify({ plain, id }: Proof, raw: Buffer): Promise<{ id: string; event_id: string }> {
    const receipt = plain ? await this.deliveries.claim(raw) : null;
    const own = receipt !== null && (id === null || receipt.first) ? receipt.delivery_id : uuidv7();
    return { id: own, event_id: id ?? own };
  }
}

function typeOf(body: unknown): string {
  const stated = [field(body, 'type'), field(body, 'event_type')].find((value) => typeof value === 'string');
  return (stated ?? 'unknown').slice(0, LONGEST_TYPE);
}
