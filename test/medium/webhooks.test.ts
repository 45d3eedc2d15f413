import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORGANIZATION_LIMITS } from '../../src/features/organizations/rules/limits.js';
import { DeliveryEngine } from '../../src/features/webhooks/delivery-engine.js';
import { EventPublisher } from '../../src/features/webhooks/event-publisher.js';
import { WebhookDeliveriesRepository } from '../../src/features/webhooks/webhook-deliveries.repository.js';
import {
  DELIVERY_MODEL,
  type DeliveryDocument,
} from '../../src/features/webhooks/webhook-deliveries.schema.js';
import { WEBHOOK_MODEL, type WebhookDocument } from '../../src/features/webhooks/webhooks.schema.js';
import { readApiSchema } from '../support/api-schema.js';
import type { ProblemBody } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import {
  type DeliveryBody,
  type DeliveryPage,
  startWebhooks,
  type WebhookBody,
  type WebhookScene,
} from '../support/webhooks.js';

let scene: WebhookScene;
beforeAll(async () => {
  scene = await startWebhooks();
});
afterAll(() => scene.close());

async function subscribersOfAll(): Promise<number> {
  const { items } = (await scene.admin.get<{ items: WebhookBody[] }>('/webhooks?limit=100')).body;
  return items.filter(({ active, events }) => active && events.includes('*')).length;
}

const hmac = (secret: string, text: string) => createHmac('sha256', secret).update(text);

describe('a subscription', () => {
  it('shows its secret once', async () => {
    const { path: _path, ...made } = await scene.subscribe({ events: ['member_joined', '*', '*'] });
    expect(made).toMatchObject({ events: ['member_joined', '*'], active: true, disabled_reason: null });
    expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const masked = { ...made, secret: `********${made.secret.slice(-4)}` };
    expect((await scene.admin.get(`/webhooks/${made.id}`)).body).toEqual(masked);
    const list = await scene.admin.get<{ items: WebhookBody[] }>('/webhooks?limit=100');
    expect(list.body.items).toContainEqual(masked);
    const changed = await scene.admin.patch<WebhookBody>(`/webhooks/${made.id}`, {
      secret: 'another-secret-of-mine',
    });
    expect(changed).toMatchObject({ status: 200, body: { secret: '********mine' } });

    expect((await scene.admin.delete(`/webhooks/${made.id}`)).status).toBe(204);
    expect((await scene.admin.get(`/webhooks/${made.id}`)).status).toBe(404);
    expect((await scene.admin.delete(`/webhooks/${made.id}`)).status).toBe(404);
    expect((await scene.admin.get(`/webhooks/${made.id}/deliveries`)).status).toBe(404);
  });

  it('is answered as it is described, and so are its deliveries', async () => {
    const api = await readApiSchema(scene.app);
    const { path: _path, ...made } = await scene.subscribe({ secret: 'a-secret-that-an-admin-chose' });
    expect(api.faults('WebhookView', made)).toBeNull();
    const delivery = (await scene.admin.post(`/webhooks/${made.id}/test`)).body;
    expect(api.faults('DeliveryView', delivery)).toBeNull();
    await eventually(async () => {
      const [delivered] = await scene.deliveries(made, '?status=delivered');
      expect(api.faults('DeliveryView', delivered)).toBeNull();
    });
  });

  it('is one of a hundred at most', async () => {
    const model = scene.model<WebhookDocument>(WEBHOOK_MODEL);
    const { id } = await scene.subscribe({ events: ['webhook.disabled'] });
    const row = await model.findById(id).orFail().lean();
    const rows = Array.from(
      { length: ORGANIZATION_LIMITS.webhooks.max - (await model.countDocuments()) },
      () => ({
        ...row,
        _id: uuidv7(),
        active: false,
      }),
    );
    await model.insertMany(rows);
    const wanted = { url: `http://127.0.0.1:${String(scene.receiver.port)}/more`, events: ['member_joined'] };
    expect((await scene.admin.post<ProblemBody>('/webhooks', wanted)).body).toMatchObject({
      status: 409,
      code: 'limit_reached',
    });
    await model.deleteMany({ _id: { $in: rows.map(({ _id }) => _id) } });
  });

  it('is for site admins', async () => {
    const webhook = await scene.subscribe();
    const ada = await scene.app.user({ handle: 'Ada' });
    const path = `/webhooks/${webhook.id}`;
    const requests = [
      ['GET', '/webhooks'],
      ['POST', '/webhooks'],
      ['GET', path],
      ['PATCH', path],
      ['DELETE', path],
      ['GET', `${path}/deliveries`],
      ['POST', `${path}/test`],
      ['POST', `${path}/deliveries/${webhook.id}/redeliver`],
    ] as const;
    for (const [method, target] of requests) {
      expect((await ada.raw(method, target)).status, `${method} ${target}`).toBe(403);
      expect((await scene.app.anyone.raw(method, target)).status, `${method} ${target}`).toBe(401);
    }
  });

  it.each([
    ['no events', { events: [] }, 'events'],
    ['an event that there is not', { events: ['everything'] }, 'events'],
    ['a short secret', { secret: 'short' }, 'secret'],
    ['a secret whose key is no base64', { secret: 'whsec_not-base-64-at-all-of-any-kind-x' }, 'secret'],
    ['an unknown field', { colour: 'red' }, 'colour'],
    ['a target on this machine', { url: 'https://127.0.0.1/' }, 'url'],
    ['the same, as a number', { url: 'https://2130706433/' }, 'url'],
    ['the same, as mapped IPv6', { url: 'https://[::ffff:127.0.0.1]/' }, 'url'],
    ['the same, by its name', { url: 'https://localhost/' }, 'url'],
    ['a target without TLS', { url: 'http://example.com/' }, 'url'],
    ['another port than the one that is allowed', { url: 'http://127.0.0.1:1/' }, 'url'],
  ])('is refused with %s', async (_name, fields, field) => {
    const body = { url: 'https://example.com/hook', events: ['*'], ...fields };
    const refused = await scene.admin.post<ProblemBody>('/webhooks', body);
    expect(refused).toMatchObject({ status: 422 });
    expect(refused.body.errors?.map((error) => error.field)).toEqual([field]);
  });

  it('cannot be changed to a target on this machine either', async () => {
    const webhook = await scene.subscribe();
    const refused = await scene.admin.patch(`/webhooks/${webhook.id}`, { url: 'https://[::1]/' });
    expect(refused.status).toBe(422);
    expect((await scene.admin.get<WebhookBody>(`/webhooks/${webhook.id}`)).body.url).toBe(webhook.url);
  });
});

describe('a delivery', () => {
  it('tells what happened, signed in both ways', async () => {
    for (const secret of [undefined, 'a-secret-that-an-admin-chose']) {
      const webhook = await scene.subscribe({ ...(secret !== undefined && { secret }) });
      const eventId = await scene.publish();
      await scene.deliveryBecomes(webhook, eventId, {
        status: 'delivered',
        attempts: 1,
        response_status: 204,
      });
      const { headers, body } = scene.receiver.first(webhook.path);
      expect(JSON.parse(body)).toEqual({
        id: eventId,
        type: 'member_joined',
        timestamp: expect.stringMatching(/^\d{4}-.*Z$/) as string,
        data: { state: 'away' },
      });
      const timestamp = String(headers['webhook-timestamp']);
      expect(Math.abs(Number(timestamp) - Date.now() / 1_000)).toBeLessThan(60);
      expect(headers['x-webhook-timestamp']).toBe(timestamp);
      expect(headers['webhook-id']).toBe(eventId);
      expect(headers['x-signature-256']).toBe(`sha256=${hmac(webhook.secret, body).digest('hex')}`);
      const key = secret ?? Buffer.from(webhook.secret.slice('whsec_'.length), 'base64');
      const signed = createHmac('sha256', key).update(`${eventId}.${timestamp}.${body}`).digest('base64');
      expect(headers['webhook-signature']).toBe(`v1,${signed}`);
    }
  });

  it('goes to who subscribed to its type, or to all, and is switched on', async () => {
    const [one, other, all, off] = [
      await scene.subscribe({ events: ['member_left'] }),
      await scene.subscribe({ events: ['member_joined'] }),
      await scene.subscribe({ events: ['*'] }),
      await scene.subscribe({ events: ['*'], active: false }),
    ];
    const eventId = await scene.publish('member_left');
    await scene.deliveryBecomes(one, eventId, { status: 'delivered' });
    await scene.deliveryBecomes(all, eventId, { status: 'delivered' });
    expect(await scene.deliveries(other)).toEqual([]);
    expect(await scene.deliveries(off)).toEqual([]);
  });

  it('is made once for an event, however often that is published', async () => {
    const webhook = await scene.subscribe({ events: ['role_updated'] });
    const event = { event_id: uuidv7(), type: 'role_updated', occurred_at: new Date(), data: {} } as const;
    const publisher = scene.part(EventPublisher);
    const written = await Promise.all([1, 2, 3, 4, 5].map(() => publisher.publish(event)));
    // Some wrote it for this subscription, some for others that take everything; none for the same one twice.
    const subscribed = 1 + (await subscribersOfAll());
    expect(written.reduce((sum, count) => sum + count)).toBe(subscribed);
    expect(await scene.deliveries(webhook)).toHaveLength(1);
    await scene.deliveryBecomes(webhook, event.event_id, { status: 'delivered' });
    expect(await publisher.publish(event)).toBe(0);
    await sleep(300);
    expect(scene.receiver.of(webhook.path)).toHaveLength(1);
  });

  it('is listed in pages, newest first, and by status', async () => {
    const webhook = await scene.subscribe({ events: ['command_used'] });
    const ids: string[] = [];
    for (let number = 0; number < 5; number += 1) {
      const eventId = await scene.publish('command_used');
      await scene.deliveryBecomes(webhook, eventId, { status: 'delivered' });
      ids.unshift(eventId);
    }
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page = await scene.admin.get<DeliveryPage>(`/webhooks/${webhook.id}/deliveries?limit=2${query}`);
      expect(page.body.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.body.items.map(({ event_id }) => event_id));
      cursor = page.body.next_cursor;
    }
    expect(seen).toEqual(ids);
    expect(await scene.deliveries(webhook, '?status=failed')).toEqual([]);
    expect((await scene.admin.get(`/webhooks/${webhook.id}/deliveries?status=lost`)).status).toBe(422);
  });

  it('is sent again on request', async () => {
    const webhook = await scene.subscribe();
    const eventId = await scene.publish();
    const delivery = await scene.deliveryBecomes(webhook, eventId, { status: 'delivered' });
    const path = `/webhooks/${webhook.id}/deliveries/${delivery.id}/redeliver`;
    expect(await scene.admin.post(path)).toMatchObject({ status: 202, body: { id: delivery.id } });
    await scene.deliveryBecomes(webhook, eventId, { status: 'delivered', attempts: 2 });
    const requests = scene.receiver.of(webhook.path);
    expect(requests.map(({ headers }) => headers['webhook-id'])).toEqual([eventId, eventId]);

    const other = await scene.subscribe();
    const elsewhere = `/webhooks/${other.id}/deliveries/${delivery.id}/redeliver`;
    expect((await scene.admin.post<ProblemBody>(elsewhere)).body).toMatchObject({
      code: 'delivery_not_found',
    });

    scene.receiver.answer(webhook.path, { status: 503 });
    await scene.admin.post(path);
    expect((await scene.admin.post<ProblemBody>(path)).body).toMatchObject({ code: 'delivery_pending' });
    await scene.admin.patch(`/webhooks/${webhook.id}`, { active: false });
    expect((await scene.admin.post<ProblemBody>(path)).body).toMatchObject({ code: 'webhook_inactive' });
    await scene.deliveryBecomes(webhook, eventId, { status: 'cancelled' });
  });

  it('can be had for a test', async () => {
    const webhook = await scene.subscribe({ events: ['member_joined'] });
    const asked = await scene.admin.post<DeliveryBody>(`/webhooks/${webhook.id}/test`);
    expect(asked).toMatchObject({ status: 202, body: { type: 'webhook.test' } });
    await scene.deliveryBecomes(webhook, asked.body.event_id, { status: 'delivered' });
    expect(scene.receiver.of(webhook.path)).toHaveLength(1);
  });

  it('that a crash left without a job is found by the sweep', async () => {
    const webhook = await scene.subscribe();
    const eventId = uuidv7();
    const repository = scene.part(WebhookDeliveriesRepository);
    await repository.create([
      { webhook_id: webhook.id, event_id: eventId, type: 'member_joined', body: '{}' },
    ]);
    await scene.part(DeliveryEngine).sweep();
    // Too young: its writer may be about to give it its job.
    expect((await scene.deliveries(webhook))[0]).toMatchObject({ status: 'pending', attempts: 0 });
    const late = new Date(Date.now() - 60_000);
    await scene
      .model<DeliveryDocument>(DELIVERY_MODEL)
      .updateOne({ event_id: eventId }, { $set: { due_at: late } });
    await scene.part(DeliveryEngine).sweep();
    await scene.deliveryBecomes(webhook, eventId, { status: 'delivered', attempts: 1 });
  });
});
