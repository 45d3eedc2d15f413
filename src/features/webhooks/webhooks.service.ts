import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { encodeCursor, idIn } from '../../common/cursor.js';
import { conflict, type FieldError, invalid, notFound } from '../../common/errors.js';
import type { KeepsPersonalData, Person } from '../../common/personal-data.js';
import { pageOf, type Page } from '../../common/page.js';
import { requireRoom } from '../organizations/rules/limits.js';
import { EventPublisher } from './event-publisher.js';
import type { Delivery, DeliveryStatus } from './rules/delivery.js';
import { type Subscribable, TEST_TYPE } from './rules/event-types.js';
import { SECRET_PREFIX, secretFault } from './rules/secret.js';
import { ROTATION_MS, type Webhook } from './rules/webhook.js';
import { TargetPolicy } from './target-policy.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { type WebhookChanges, WebhooksRepository } from './webhooks.repository.js';

/** A subscription to be made. What is left out: a secret of ours, and active. */
export interface NewWebhook {
  readonly url: string;
  readonly events: readonly Subscribable[];
  readonly secret?: string | undefined;
  readonly active?: boolean | undefined;
}

/** What an admin may change of a subscription. */
export type WebhookUpdate = Partial<NewWebhook>;

const KEY_BYTES = 32;

/** Subscriptions to outgoing webhooks and what was sent to them. All of it is for site admins, which the door checks. */
@Injectable()
export class WebhooksService implements KeepsPersonalData {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly publisher: EventPublisher,
    private readonly targets: TargetPolicy,
  ) {}

  /** How many webhooks were ever sent successfully, and received. */
  async totals(): Promise<{ readonly sent: number; readonly received: number }> {
    return this.deliveries.readTotals();
  }

  async erase({ user_id, discord_id }: Person): Promise<void> {
    await this.deliveries.removeNaming([user_id, discord_id]);
  }

  /**
   * Subscribes an address to events.
   * @returns the subscription with its secret, which is not shown again
   * @throws invalid when the address is not one that webhooks may be sent to, or the secret cannot be used;
   * conflict `limit_reached`
   */
  async create(input: NewWebhook): Promise<Webhook> {
    await this.checkInput(input);
    requireRoom('webhooks', await this.webhooks.count());
    const now = new Date();
    const webhook: Webhook = {
      id: uuidv7(),
      url: new URL(input.url).href,
      events: [...new Set(input.events)],
      secret: input.secret ?? newSecret(),
      previous_secret: null,
      previous_secret_until: null,
      active: input.active ?? true,
      consecutive_failures: 0,
      disabled_reason: null,
      disabled_at: null,
      created_at: now,
      updated_at: now,
    };
    await this.webhooks.create(webhook);
    return webhook;
  }

  /** In order of creation. @throws invalid when the cursor is none of ours */
  async list(limit: number, cursor: string | null): Promise<Page<Webhook>> {
    const rows = await this.webhooks.list(idIn(cursor), limit + 1);
    return pageOf(rows, limit, ({ id }) => encodeCursor([id]));
  }

  /** @throws notFound `webhook_not_found` */
  async get(id: string): Promise<Webhook> {
    const webhook = await this.webhooks.findById(id);
    if (webhook === null) throw notFound('webhook');
    return webhook;
  }

  /**
   * Switching a subscription on forgives its failures; the secret before a new one is valid for another day.
   * @throws notFound `webhook_not_found` · invalid as for a new one
   */
  async update(id: string, changes: WebhookUpdate): Promise<Webhook> {
    await this.checkInput(changes);
    const { url, events, secret } = changes;
    const updated = await this.webhooks.update(id, {
      ...changes,
      ...(url !== undefined && { url: new URL(url).href }),
      ...(events && { events: [...new Set(events)] }),
      ...(secret !== undefined && (await this.retire(id, secret))),
    });
    if (updated === null) throw notFound('webhook');
    return updated;
  }

  /**
   * Gives a subscription a new secret of ours; the one before is valid for another day.
   * @returns the subscription with its secret, which is not shown again
   * @throws notFound `webhook_not_found`
   */
  async rotateSecret(id: string): Promise<Webhook> {
    return this.update(id, { secret: newSecret() });
  }

  /** What is on its way is cancelled at its next try. @throws notFound `webhook_not_found` */
  async remove(id: string): Promise<void> {
    if (!(await this.webhooks.remove(id))) throw notFound('webhook');
  }

  /** Of the last 30 days, newest first. @throws notFound `webhook_not_found` · invalid when the cursor is none of ours */
  async listDeliveries(
    id: string,
    status: DeliveryStatus | undefined,
    limit: number,
    cursor: string | null,
  ): Promise<Page<Delivery>> {
    const before = idIn(cursor);
    await this.get(id);
    const rows = await this.deliveries.list({ webhook_id: id, status }, limit + 1, before);
    return pageOf(rows, limit, (row) => encodeCursor([row.id]));
  }

  /**
   * Sends a finished delivery again, under the same id and with all its tries.
   * @throws notFound `webhook_not_found`, `delivery_not_found` · conflict `webhook_inactive`, `delivery_pending`
   */
  async redeliver(id: string, deliveryId: string): Promise<Delivery> {
    await this.requireActive(id);
    if ((await this.deliveries.findById(deliveryId))?.webhook_id !== id) throw notFound('delivery');
    const reopened = await this.deliveries.reopen(id, deliveryId);
    if (reopened === null) throw conflict('delivery_pending', 'This delivery is on its way already.');
    await this.publisher.enqueue([reopened]);
    return reopened;
  }

  /**
   * Sends a delivery of type `webhook.test`, whatever the subscription is subscribed to.
   * @throws notFound `webhook_not_found` · conflict `webhook_inactive`
   */
  async test(id: string): Promise<Delivery> {
    await this.requireActive(id);
    const delivery = await this.publisher.sendTo(id, {
      event_id: uuidv7(),
      type: TEST_TYPE,
      occurred_at: new Date(),
      data: { webhook_id: id },
    });
    if (delivery === null) throw new Error('a new event cannot have a delivery');
    return delivery;
  }

  /** What becomes of the present secret when `next` takes its place. */
  private async retire(id: string, next: string): Promise<WebhookChanges> {
    const { secret } = await this.get(id);
    if (secret === next) return {};
    if (secret === '') return { previous_secret: null, previous_secret_until: null };
    return { previous_secret: secret, previous_secret_until: new Date(Date.now() + ROTATION_MS) };
  }

  private async requireActive(id: string): Promise<void> {
    const { active } = await this.get(id);
    if (!active) throw conflict('webhook_inactive', 'The subscription is off. Switch it on first.');
  }

  /** What a door cannot know: where the address leads, and whether the secret can sign. @throws invalid */
  private async checkInput({ url, secret }: WebhookUpdate): Promise<void> {
    const faults: FieldError[] = [];
    const urlFault = url === undefined ? null : await this.targets.faultOf(url);
    if (urlFault !== null) faults.push({ field: 'url', message: urlFault });
    const fault = secret === undefined ? null : secretFault(secret);
    if (fault !== null) faults.push({ field: 'secret', message: fault });
    if (faults.length > 0) throw invalid(faults);
  }
}

function newSecret(): string {
  return SECRET_PREFIX + randomBytes(KEY_BYTES).toString('base64');
}
