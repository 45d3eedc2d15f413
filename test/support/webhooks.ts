import { getModelToken } from '@nestjs/mongoose';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import type { Model } from 'mongoose';
import { v7 as uuidv7 } from 'uuid';
import { expect } from 'vitest';
import { EventPublisher } from '../../src/features/webhooks/event-publisher.js';
import type { WebhookEventType } from '../../src/features/webhooks/rules/event-types.js';
import type { QueueName } from '../../src/queue/kinds.js';
import { JOB_MODEL, type JobDocument } from '../../src/queue/discord-jobs.schema.js';
import { startApp, type TestApp, type TestUser } from './app.js';
import { eventually } from './eventually.js';
import { startReceiver, type WebhookReceiver } from './webhook-receiver.js';

export interface WebhookBody {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly secret: string;
  readonly active: boolean;
  readonly disabled_reason: string | null;
  readonly consecutive_failures: number;
}

export interface DeliveryBody {
  readonly id: string;
  readonly event_id: string;
  readonly type: string;
  readonly status: string;
  readonly attempts: number;
  readonly response_status: number | null;
  readonly response_excerpt: string | null;
  readonly error: string | null;
}

export interface DeliveryPage {
  readonly items: readonly DeliveryBody[];
  readonly next_cursor: string | null;
}

/** A subscription to a path of the receiver that no other has. */
type TestWebhook = WebhookBody & { readonly path: string };

/**
 * The application with its worker, a site admin, and a receiver that it may send to. Nobody but the test publishes
 * `member_joined`: the bot is not there.
 */
export interface WebhookScene {
  readonly app: TestApp;
  readonly admin: TestUser;
  readonly receiver: WebhookReceiver;
  /** A part of the running application. */
  part<T>(type: abstract new (...args: never[]) => T): T;
  model<T>(name: string): Model<T>;
  subscribe(fields?: object): Promise<TestWebhook>;
  publish(type?: WebhookEventType): Promise<string>;
  read(webhook: WebhookBody): Promise<WebhookBody>;
  deliveries(webhook: WebhookBody, query?: string): Promise<readonly DeliveryBody[]>;
  /** The delivery of an event, once it looks like this. Meanwhile, the waits between tries are cut short. */
  deliveryBecomes(
    webhook: WebhookBody,
    eventId: string,
    expected: Partial<DeliveryBody>,
  ): Promise<DeliveryBody>;
  /** How many seconds after its last try a delivery is to be tried again. */
  secondsToNextTry(deliveryId: string): Promise<number>;
  close(): Promise<void>;
}

export async function startWebhooks(): Promise<WebhookScene> {
  const receiver = await startReceiver();
  const base = `127.0.0.1:${String(receiver.port)}`;
  const app = await startApp({ run: 'api,worker', env: { WEBHOOK_ALLOW_HOSTS: base } });
  const admin = await app.user({ handle: 'Root', site_admin: true });
  const redis = new Redis(app.databases.redisUrl, { maxRetriesPerRequest: null });
  const name: QueueName = 'verselink-webhooks';
  const queue = new Queue(name, { connection: redis });
  let paths = 0;

  const part: WebhookScene['part'] = (type) => app.verselink.app.get(type, { strict: false });
  const model = <T>(name: string) => app.verselink.app.get<Model<T>>(getModelToken(name), { strict: false });
  const deliveries = async (webhook: WebhookBody, query = '') =>
    (await admin.get<DeliveryPage>(`/webhooks/${webhook.id}/deliveries${query}`)).body.items;

  /** Time passes for webhooks that wait for their next try. One that is gone or running meanwhile needs no help. */
  const hurry = async () => {
    for (const job of await queue.getDelayed()) {
      await job.promote().catch(() => undefined);
    }
  };

  return {
    app,
    admin,
    receiver,
    part,
    model,
    deliveries,
    subscribe: async (fields = {}) => {
      const path = `/hook-${String((paths += 1))}`;
      const wanted = { url: `http://${base}${path}`, events: ['member_joined'], ...fields };
      const answer = await admin.post<WebhookBody>('/webhooks', wanted);
      expect(answer.status).toBe(201);
      return { ...answer.body, path };
    },
    publish: async (type = 'member_joined') => {
      const eventId = uuidv7();
      const event = { event_id: eventId, type, occurred_at: new Date(), data: { state: 'away' } };
      await part(EventPublisher).publish(event);
      return eventId;
    },
    read: async ({ id }) => (await admin.get<WebhookBody>(`/webhooks/${id}`)).body,
    deliveryBecomes: (webhook, eventId, expected) =>
      eventually(async () => {
        await hurry();
        const delivery = (await deliveries(webhook)).find((row) => row.event_id === eventId);
        if (delivery === undefined) throw new Error('there is no such delivery');
        expect(delivery).toMatchObject(expected);
        return delivery;
      }, 25_000),
    secondsToNextTry: async (deliveryId) => {
      const dedupeKey = `webhook_delivery:${deliveryId}`;
      const job = await model<JobDocument>(JOB_MODEL)
        .findOne({ dedupe_key: dedupeKey, status: 'pending' })
        .lean();
      return ((job?.scheduled_at.getTime() ?? 0) - (job?.started_at?.getTime() ?? 0)) / 1_000;
    },
    close: async () => {
      await queue.close();
      redis.disconnect();
      await app.close();
      await receiver.close();
    },
  };
}
