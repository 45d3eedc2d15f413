import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { defined } from '../../common/defined.js';
import type { Subscribable } from './rules/event-types.js';
import type { DisabledReason, Webhook } from './rules/webhook.js';
import { WEBHOOK_MODEL, type WebhookDocument } from './webhooks.schema.js';

/** What an admin may change. What is left out stays as it is. */
export interface WebhookChanges {
  readonly url?: string | undefined;
  readonly events?: readonly Subscribable[] | undefined;
  readonly secret?: string | undefined;
  readonly active?: boolean | undefined;
}

/** That a subscription was switched off, to be told to the others. */
export interface DisabledNotice {
  readonly notice_id: string;
  readonly webhook: Webhook;
}

/** Subscriptions to outgoing webhooks. There are few of them. */
@Injectable()
export class WebhooksRepository {
  constructor(@InjectModel(WEBHOOK_MODEL) private readonly webhooks: Model<WebhookDocument>) {}

  async create({ id, ...fields }: Webhook): Promise<void> {
    await this.webhooks.create({ ...fields, _id: id, events: [...fields.events], notice_id: null });
  }

  async findById(id: string): Promise<Webhook | null> {
    return toWebhookOrNull(await this.webhooks.findById(id).lean());
  }

  /** In order of creation. @param after the last id of the page before; `null` for the first page */
  async list(after: string | null, limit: number): Promise<Webhook[]> {
    const documents = await this.webhooks
      .find(after === null ? {} : { _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(limit)
      .lean();
    return documents.map(toWebhook);
  }

  /** The subscriptions that want to know of any of these types. */
  async listSubscribed(types: readonly string[]): Promise<Webhook[]> {
    if (types.length === 0) return [];
    const documents = await this.webhooks
      .find({ events: { $in: [...new Set(types), '*'] }, active: true })
      .lean();
    return documents.map(toWebhook);
  }

  /** Switching on forgives what was. @returns the changed subscription, `null` when there is none */
  async update(id: string, { events, ...changes }: WebhookChanges): Promise<Webhook | null> {
    const forgiven = { disabled_reason: null, disabled_at: null, consecutive_failures: 0, notice_id: null };
    const fields = {
      ...defined(changes),
      ...(events && { events: [...events] }),
      ...(changes.active === true && forgiven),
      updated_at: new Date(),
    };
    const document = await this.webhooks
      .findOneAndUpdate({ _id: id }, { $set: fields }, { returnDocument: 'after' })
      .lean();
    return toWebhookOrNull(document);
  }

  /** @returns whether there was one */
  async remove(id: string): Promise<boolean> {
    return (await this.webhooks.deleteOne({ _id: id })).deletedCount === 1;
  }

  /** A delivery arrived: the row of failures ends. */
  async recordSuccess(id: string): Promise<void> {
    await this.webhooks.updateOne(
      { _id: id, consecutive_failures: { $gt: 0 } },
      { $set: { consecutive_failures: 0 } },
    );
  }

  /** Every try of a delivery failed. @returns how many in a row, 0 when the subscription is gone */
  async recordFailure(id: string): Promise<number> {
    const document = await this.webhooks
      .findOneAndUpdate({ _id: id }, { $inc: { consecutive_failures: 1 } }, { returnDocument: 'after' })
      .lean();
    return document?.consecutive_failures ?? 0;
  }

  /** Switches a subscription off and has the others told. @returns `null` when it was off already */
  async disable(id: string, reason: DisabledReason): Promise<DisabledNotice | null> {
    const now = new Date();
    const off = { active: false, disabled_reason: reason, disabled_at: now, updated_at: now };
    const document = await this.webhooks
      .findOneAndUpdate(
        { _id: id, active: true },
        { $set: { ...off, notice_id: uuidv7() } },
        { returnDocument: 'after' },
      )
      .lean();
    return document && toNotice(document);
  }

  /** Notices that were not written to the other subscribers yet. For the sweep. */
  async listNoticesDue(limit: number): Promise<DisabledNotice[]> {
    const documents = await this.webhooks
      .find({ notice_id: { $type: 'string' } })
      .limit(limit)
      .lean();
    return documents.map(toNotice);
  }

  async noticeSent({ notice_id, webhook }: DisabledNotice): Promise<void> {
    await this.webhooks.updateOne({ _id: webhook.id, notice_id }, { $set: { notice_id: null } });
  }
}

function toWebhook({ _id, notice_id: _notice, ...fields }: WebhookDocument): Webhook {
  return { id: _id, ...fields, events: fields.events as Subscribable[] };
}

function toWebhookOrNull(document: WebhookDocument | null): Webhook | null {
  return document && toWebhook(document);
}

function toNotice(document: WebhookDocument): DisabledNotice {
  return { notice_id: document.notice_id ?? '', webhook: toWebhook(document) };
}
