import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventPublisher } from '../../src/features/webhooks/event-publisher.js';
import { WebhookDeliveriesRepository } from '../../src/features/webhooks/webhook-deliveries.repository.js';
import { eventually } from '../support/eventually.js';
import {
  type DeliveryBody,
  startWebhooks,
  type WebhookBody,
  type WebhookScene,
} from '../support/webhooks.js';

let scene: WebhookScene;
beforeAll(async () => {
  scene = await startWebhooks();
});
afterAll(() => scene.close());

describe('a delivery that fails', () => {
  it('is tried again until it arrives, under the same id and with the same body', async () => {
    const webhook = await scene.subscribe();
    scene.receiver.answer(webhook.path, { status: 500, body: `no ${'!'.repeat(2_000)}` });
    const eventId = await scene.publish();
    const waiting = await eventually(async () => {
      const [delivery] = await scene.deliveries(webhook);
      expect(delivery).toMatchObject({ status: 'pending', attempts: 1, response_status: 500 });
      if (delivery === undefined) throw new Error('there is no delivery');
      return delivery;
    });
    expect(waiting).toMatchObject({ error: 'The receiver answered 500', event_id: eventId });
    expect(waiting.response_excerpt).toHaveLength(500);
    const seconds = await eventually(async () => {
      const wait = await scene.secondsToNextTry(waiting.id);
      expect(wait).toBeGreaterThan(0);
      return wait;
    });
    // Half a minute, less a quarter of chance, more what the try itself took.
    expect(seconds).toBeGreaterThan(22);
    expect(seconds).toBeLessThan(45);

    await scene.deliveryBecomes(webhook, eventId, { status: 'pending', attempts: 3 });
    scene.receiver.answer(webhook.path, { status: 200, body: 'thanks' });
    await scene.deliveryBecomes(webhook, eventId, {
      status: 'delivered',
      response_excerpt: 'thanks',
      error: null,
    });
    const requests = scene.receiver.of(webhook.path);
    expect(new Set(requests.map(({ body }) => body)).size).toBe(1);
    expect(new Set(requests.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([eventId]));
  });

  it.each([
    ['seconds', () => '600'],
    ['a date', () => new Date(Date.now() + 601_000).toUTCString()],
  ])('waits as long as the receiver asks for, in %s', async (_form, retryAfter) => {
    const webhook = await scene.subscribe();
    scene.receiver.answer(webhook.path, { status: 503, headers: { 'retry-after': retryAfter() } });
    await scene.publish();
    await eventually(async () => {
      const [delivery] = await scene.deliveries(webhook);
      expect(await scene.secondsToNextTry(delivery?.id ?? '')).toBeGreaterThan(590);
    });
  });
});

describe('a receiver that fails', () => {
  it('is not asked again once it says that it is gone, and the others are told', async () => {
    const watcher = await scene.subscribe({ events: ['webhook.disabled'] });
    const webhook = await scene.subscribe({ events: ['message_sent'] });
    scene.receiver.answer(webhook.path, { status: 410 });
    const eventId = await scene.publish('message_sent');
    await scene.deliveryBecomes(webhook, eventId, { status: 'failed', attempts: 1, response_status: 410 });
    expect((await scene.admin.get(`/webhooks/${webhook.id}`)).body).toMatchObject({
      active: false,
      disabled_reason: 'gone',
    });
    await eventually(() => {
      expect(scene.receiver.of(watcher.path)).toHaveLength(1);
    });
    const notice = JSON.parse(scene.receiver.first(watcher.path).body) as unknown;
    const origin = `http://127.0.0.1:${String(scene.receiver.port)}`;
    expect(notice).toMatchObject({
      type: 'webhook.disabled',
      data: { webhook_id: webhook.id, origin, reason: 'gone' },
    });
    // The address itself may hold a key.
    expect(scene.receiver.first(watcher.path).body).not.toContain(webhook.path);
  });

  it('is switched off after five deliveries in a row that failed with every try', async () => {
    const webhook = await scene.subscribe({ events: ['message_sent'] });
    scene.receiver.answer(webhook.path, { status: 500 });
    const fail = async () => {
      const eventId = await scene.publish('message_sent');
      await scene.deliveryBecomes(webhook, eventId, { status: 'failed', attempts: 13 });
    };
    const shown = async () => (await scene.admin.get<WebhookBody>(`/webhooks/${webhook.id}`)).body;
    for (let count = 0; count < 4; count += 1) await fail();
    expect(await shown()).toMatchObject({ active: true, consecutive_failures: 4 });
    await fail();
    expect(await shown()).toMatchObject({
      active: false,
      disabled_reason: 'failing',
      consecutive_failures: 5,
    });

    const before = scene.receiver.of(webhook.path).length;
    await scene.part(EventPublisher).publish({
      event_id: uuidv7(),
      type: 'message_sent',
      occurred_at: new Date(),
      data: {},
    });
    expect(await scene.deliveries(webhook)).toHaveLength(5);
    expect(scene.receiver.of(webhook.path)).toHaveLength(before);

    await scene.admin.patch(`/webhooks/${webhook.id}`, { active: true });
    expect(await shown()).toMatchObject({ active: true, disabled_reason: null, consecutive_failures: 0 });
  }, 120_000);

  it('is forgiven by one success', async () => {
    const webhook = await scene.subscribe({ events: ['message_sent'] });
    scene.receiver.answer(webhook.path, { status: 500 });
    await scene.deliveryBecomes(webhook, await scene.publish('message_sent'), { status: 'failed' });
    scene.receiver.answer(webhook.path, { status: 200 });
    await scene.deliveryBecomes(webhook, await scene.publish('message_sent'), { status: 'delivered' });
    expect((await scene.admin.get(`/webhooks/${webhook.id}`)).body).toMatchObject({
      consecutive_failures: 0,
    });
  }, 60_000);

  it('is counted for the statistics when it is reached', async () => {
    const before = (await scene.part(WebhookDeliveriesRepository).readTotals()).sent;
    const webhook = await scene.subscribe({ events: ['member_joined'] });
    await scene.deliveryBecomes(
      webhook,
      (await scene.admin.post<DeliveryBody>(`/webhooks/${webhook.id}/test`)).body.event_id,
      {
        status: 'delivered',
      },
    );
    await eventually(async () => {
      expect((await scene.part(WebhookDeliveriesRepository).readTotals()).sent).toBeGreaterThan(before);
    });
  });

  it('by never answering does not take up the whole worker', async () => {
    const silent = await scene.subscribe({ events: ['member_left'] });
    const other = await scene.subscribe({ events: ['role_updated'] });
    scene.receiver.answer(silent.path, { status: 200, hang: 'at_once' });
    for (let count = 0; count < 12; count += 1) await scene.publish('member_left');
    await eventually(() => {
      expect(scene.receiver.peak(silent.path)).toBeGreaterThanOrEqual(4);
    });
    const eventId = await scene.publish('role_updated');
    await scene.deliveryBecomes(other, eventId, { status: 'delivered' });
    expect(scene.receiver.peak(silent.path)).toBe(4);
  });
});
