import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DeliveryEngine } from '../../src/features/webhooks/delivery-engine.js';
import { WEBHOOK_MODEL, type WebhookDocument } from '../../src/features/webhooks/webhooks.schema.js';
import { startWebhooks, type WebhookBody, type WebhookScene } from '../support/webhooks.js';

let scene: WebhookScene;
beforeAll(async () => {
  scene = await startWebhooks();
});
afterAll(() => scene.close());

const hmac = (secret: string, text: string) => createHmac('sha256', secret).update(text);

describe('the secret of a subscription', () => {
  it('is valid for a day besides a new one', async () => {
    const webhook = await scene.subscribe();
    const rotated = await scene.admin.post<WebhookBody>(`/webhooks/${webhook.id}/rotate-secret`);
    expect(rotated.status).toBe(200);
    expect(rotated.body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(rotated.body.secret).not.toBe(webhook.secret);
    const { previous_secret_until: until } = rotated.body as WebhookBody & { previous_secret_until: string };
    expect(Date.parse(until) - Date.now()).toBeGreaterThan(86_000_000);
    expect(JSON.stringify(rotated.body)).not.toContain(webhook.secret);

    const both = [rotated.body.secret, webhook.secret];
    await scene.deliveryBecomes(webhook, await scene.publish(), { status: 'delivered' });
    const { headers, body } = scene.receiver.first(webhook.path);
    const proof = headers as Record<string, string>;
    for (const secret of both) expect(new Webhook(secret).verify(body, proof)).toBeDefined();
    expect([headers['x-signature-256'], headers['x-signature-256-previous']]).toEqual(
      both.map((secret) => `sha256=${hmac(secret, body).digest('hex')}`),
    );

    const model = scene.model<WebhookDocument>(WEBHOOK_MODEL);
    await model.updateOne({ _id: webhook.id }, { $set: { previous_secret_until: new Date() } });
    const eventId = await scene.publish();
    await scene.deliveryBecomes(webhook, eventId, { status: 'delivered' });
    const after = scene.receiver.of(webhook.path).at(-1)?.headers as Record<string, string>;
    expect(() => new Webhook(webhook.secret).verify(body, after)).toThrow();
    expect(after).not.toHaveProperty('x-signature-256-previous');
  });

  it('is kept encrypted, also one that was kept in the clear before', async () => {
    const webhook = await scene.subscribe({ secret: 'a-secret-that-an-admin-chose' });
    const model = scene.model<WebhookDocument>(WEBHOOK_MODEL);
    const kept = async () => (await model.findById(webhook.id).lean())?.secret ?? '';
    expect(await kept()).toMatch(/^sealed:/);
    await model.updateOne({ _id: webhook.id }, { $set: { secret: webhook.secret } });
    await scene.part(DeliveryEngine).sweep();
    expect(await kept()).toMatch(/^sealed:/);
    await scene.deliveryBecomes(webhook, await scene.publish(), { status: 'delivered' });
    const { headers, body } = scene.receiver.first(webhook.path);
    expect(headers['x-signature-256']).toBe(`sha256=${hmac(webhook.secret, body).digest('hex')}`);
  });

  it('that cannot be decrypted any more costs its deliveries alone, until it gets a new one', async () => {
    const webhook = await scene.subscribe();
    const model = scene.model<WebhookDocument>(WEBHOOK_MODEL);
    await model.updateOne({ _id: webhook.id }, { $set: { secret: 'sealed:00000000:eyJ' } });
    await scene.deliveryBecomes(webhook, await scene.publish(), { status: 'failed' });
    expect((await scene.admin.get(`/webhooks/${webhook.id}`)).status).toBe(200);
    await scene.admin.post(`/webhooks/${webhook.id}/rotate-secret`);
    await scene.deliveryBecomes(webhook, await scene.publish(), { status: 'delivered' });
  });
});
