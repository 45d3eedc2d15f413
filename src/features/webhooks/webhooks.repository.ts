import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { defined } from '../../common/defined.js';
import { ANY_TEXT } from '../../infra/partial-indexes.js';
import { Vault, VaultError } from '../../infra/vault.js';
import type { Subscribable } from './rules/event-types.js';
import type { DisabledReason, Webhook } from './rules/webhook.js';
import { WEBHOOK_MODEL, type WebhookDocument } from './webhooks.schema.js';

/** What an admin may change. What is left out stays as it is. */
export interface WebhookChanges {
  readonly url?: string | undefined;
  readonly events?: readonly Subscribable[] | undefined;
  readonly secret?: string | undefined;
  readonly previous_secret?: string | null | undefined;
  readonly previous_secret_until?: Date | null | undefined;
  readonly active?: boolean | undefined;
}

type Secrets = Pick<WebhookChanges, 'secret' | 'previous_secret'>;

/** That a subscription was switched off, to be told to the others. */
export interface DisabledNotice {
  readonly notice_id: string;
  readonly webhook: Webhook;
}

/** What a subscription wants to be told of. */
export type Subscriber = Pick<Webhook, 'id' | 'events'>;

/** Subscriptions to outgoing webhooks. There are few of them. Their secrets are sealed on the way in and opened on the way out. */
@Injectable()
export class WebhooksRepository {
  constructor(
    @InjectModel(WEBHOOK_MODEL) private readonly webhooks: Model<WebhookDocument>,
    private readonly vault: Vault,
  ) {}

  async create({ id, ...fields }: Webhook): Promise<void> {
    const secret = await this.vault.seal(fields.secret);
    await this.webhooks.create({
      ...fields,
      secret,
      _id: id,
      events: [...fields.events],
      notice_id: null,
    });
  }

  async count(): Promise<number> {
    return this.webhooks.countDocuments();
  }

  async findById(id: string): Promise<Webhook | null> {
    return this.toWebhookOrNull(await this.webhooks.findById(id).lean());
  }

  /** In order of creation. @param after the last id of the page before; `null` for the first page */
  async list(after: string | null, limit: number): Promise<Webhook[]> {
    const documents = await this.webhooks
      .find(after === null ? {} : { _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(limit)
      .lean();
    return Promise.all(documents.map((document) => this.toWebhook(document)));
  }

  /** The subscriptions that want to know of any of these types. */
  async listSubscribed(types: readonly string[]): Promise<Subscriber[]> {
    if (types.length === 0) return [];
    const documents = await this.webhooks
      .find({ events: { $in: [...new Set(types), '*'] }, active: true }, { events: 1 })
      .lean();
    return documents.map(({ _id, events }) => ({ id: _id, events: events as Subscribable[] }));
  }

  /** Switching on forgives what was. @returns the changed subscription, `null` when there is none */
  async update(id: string, { events, ...changes }: WebhookChanges): Promise<Webhook | null> {
    const forgiven = { disabled_reason: null, disabled_at: null, consecutive_failures: 0, notice_id: null };
    const fields = {
      ...defined(changes),
      ...(await this.sealed(changes)),
      ...(events && { events: [...events] }),
      ...(changes.active === true && forgiven),
      updated_at: new Date(),
    };
    const document = await this.webhooks
      .findOneAndUpdate({ _id: id }, { $set: fields }, { returnDocument: 'after' })
      .lean();
    return this.toWebhookOrNull(document);
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
    return document && this.toNotice(document);
  }

  /** Notices that were not written to the other subscribers yet. For the sweep. */
  async listNoticesDue(limit: number): Promise<DisabledNotice[]> {
    const documents = await this.webhooks.find({ notice_id: ANY_TEXT }).limit(limit).lean();
    return Promise.all(documents.map((document) => this.toNotice(document)));
  }

  async noticeSent({ notice_id, webhook }: DisabledNotice): Promise<void> {
    await this.webhooks.updateOne({ _id: webhook.id, notice_id }, { $set: { notice_id: null } });
  }

  /** Seals with the present key what was kept in the clear, or sealed with another one. */
  async sealSecrets(): Promise<void> {
    const { prefix } = this.vault;
    // Two ranges, because no index is used for what does not begin with something.
    const others = { $or: [{ secret: { $lt: prefix } }, { secret: { $gte: `${prefix}\uffff` } }] };
    const documents = await this.webhooks.find(others, { secret: 1, previous_secret: 1 }).lean();
    for (const { _id, secret, previous_secret } of documents) {
      const opened = {
        secret: await this.opened(secret),
        previous_secret: await this.opened(previous_secret),
      };
      if (opened.secret === '') continue;
      await this.webhooks.updateOne({ _id, secret }, { $set: await this.sealed(opened) });
    }
  }

  private async sealed(secrets: Secrets): Promise<Secrets> {
    const { secret, previous_secret } = secrets;
    return {
      ...(typeof secret === 'string' && { secret: await this.vault.seal(secret) }),
      ...(typeof previous_secret === 'string' && { previous_secret: await this.vault.seal(previous_secret) }),
    };
  }

  /** `''` when its key is gone: everything else of the subscription can still be read and changed. */
  private async opened(sealed: string): Promise<string>;
  private async opened(sealed: string | null): Promise<string | null>;
  private async opened(sealed: string | null): Promise<string | null> {
    if (sealed === null) return null;
    try {
      return await this.vault.open(sealed);
    } catch (error) {
      if (error instanceof VaultError) return '';
      throw error;
    }
  }

  private async toWebhook({ _id, notice_id: _notice, ...fields }: WebhookDocument): Promise<Webhook> {
    return {
      ...fields,
      id: _id,
      events: fields.events as Subscribable[],
      secret: await this.opened(fields.secret),
      previous_secret: await this.opened(fields.previous_secret ?? null),
      previous_secret_until: fields.previous_secret_until ?? null,
    };
  }

  private async toWebhookOrNull(document: WebhookDocument | null): Promise<Webhook | null> {
    return document && this.toWebhook(document);
  }

  private async toNotice(document: WebhookDocument): Promise<DisabledNotice> {
    return { notice_id: document.notice_id ?? '', webhook: await this.toWebhook(document) };
  }
}
