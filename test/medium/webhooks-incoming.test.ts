import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import {
  DELIVERY_MODEL,
  type DeliveryDocument,
} from '../../src/features/webhooks/webhook-deliveries.schema.js';
import { WebhookTotalsRepository } from '../../src/features/webhooks/webhook-totals.repository.js';
import { startApp, type TestApp } from '../support/app.js';
import type { ProblemBody } from '../support/client.js';

const SECRET = 'webhook-secret-for-tests';
const PATH = '/discord/webhooks/incoming';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ env: { DISCORD_BOT_WEBHOOK_SECRET: SECRET } });
});
afterAll(() => app.close());

const sign = (body: string, secret = SECRET) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

/** Sends a body with its good signature and, on top, other headers; `null` takes one away. */
function send(body: string, headers: Readonly<Record<string, string | null>> = {}, to = app) {
  const all: Record<string, string | null> = {
    'content-type': 'application/json',
    'x-signature-256': sign(body),
    ...headers,
  };
  const sent = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
  return to.anyone.raw<ProblemBody>('POST', PATH, { body, headers: sent });
}

/** What was stored with this body. */
async function stored(body: string) {
  const model = app.verselink.app.get<Model<DeliveryDocument>>(getModelToken(DELIVERY_MODEL), {
    strict: false,
  });
  return model.find({ body }).lean();
}

const received = async () =>
  (await app.verselink.app.get(WebhookTotalsRepository, { strict: false }).read()).received;

let bodies = 0;
const aBody = () => `{"type": "guild.synced",  "n": ${String((bodies += 1))}}`;
const seconds = (offset = 0) => String(Math.floor(Date.now() / 1_000) + offset);

describe('an incoming webhook', () => {
  it('is stored exactly as it came, and counted', async () => {
    const before = await received();
    const body = aBody();
    expect(await send(body)).toMatchObject({ status: 202, body: { received: true } });
    expect(await stored(body)).toMatchObject([
      { direction: 'incoming', type: 'guild.synced', status: 'received', webhook_id: null },
    ]);
    expect(await received()).toBe(before + 1);
  });

  it.each([
    ['of no type', '{}', 'unknown'],
    ['of a type that is no text', '{"type": {"$gt": ""}}', 'unknown'],
    ['of a type nobody knows', '{"event_type": "flying_saucer"}', 'flying_saucer'],
    ['that is a list', '[1, 2]', 'unknown'],
    ['with keys of a database', '{"type": "keys", "$where": "1", "a.b": {"$set": 1}}', 'keys'],
    ['of great depth', `{"type": "deep", "in": ${'['.repeat(5_000)}${']'.repeat(5_000)}}`, 'deep'],
  ])('is taken %s', async (_name, body, type) => {
    expect((await send(body)).status).toBe(202);
    expect(await stored(body)).toMatchObject([{ type }]);
  });

  const body = '{"type":"forged"}';
  const good = sign(body);
  it.each([
    ['no signature', null],
    ['an empty one', ''],
    ['one with another secret', sign(body, 'another-secret-of-ours')],
    ['one of another body', sign(`${body} `)],
    ['another scheme', good.replace('sha256', 'sha1')],
    ['no scheme', good.slice('sha256='.length)],
    ['only the beginning', good.slice(0, -2)],
    ['more than the whole', `${good}00`],
    ['the right one but for its last digit', good.slice(0, -1) + (good.endsWith('0') ? '1' : '0')],
    ['no hexadecimal', `sha256=${'z'.repeat(64)}`],
    ['two of them', `${good}, ${good}`],
  ])('is refused with %s', async (_name, signature) => {
    const refused = await send(body, { 'x-signature-256': signature });
    expect(refused).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(await stored(body)).toEqual([]);
  });

  it('is verified over its raw bytes: the same JSON written otherwise is another body', async () => {
    const refused = await send('{"a":1}', { 'x-signature-256': sign('{ "a": 1 }') });
    expect(refused.status).toBe(401);
  });

  it.each([
    ['ten minutes old', seconds(-600), 401],
    ['from ten minutes ahead', seconds(600), 401],
    ['of no time', 'yesterday', 401],
    ['of a minute ago', seconds(-60), 202],
  ])('with a timestamp %s', async (_name, timestamp, status) => {
    for (const header of ['x-webhook-timestamp', 'webhook-timestamp'])
      expect((await send(aBody(), { [header]: timestamp })).status).toBe(status);
  });

  it.each([
    ['X-Delivery-Id', { 'x-delivery-id': 'delivery-1' }],
    ['webhook-id', { 'webhook-id': 'msg_1' }],
  ])('has no second effect under the same %s', async (_name, headers) => {
    const before = await received();
    const same = aBody();
    const answers = await Promise.all([send(same, headers), send(same, headers), send(same, headers)]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(await stored(same)).toHaveLength(1);
    expect(await received()).toBe(before + 1);
  });

  it('may be signed by Standard Webhooks as well, and then both must be right', async () => {
    const text = aBody();
    const now = new Date();
    const proof = {
      'webhook-id': 'msg_2',
      'webhook-timestamp': seconds(),
      'webhook-signature': new Webhook(SECRET, { format: 'raw' }).sign('msg_2', now, text),
    };
    // The time that is signed is the time that is stated.
    proof['webhook-timestamp'] = String(Math.floor(now.getTime() / 1_000));
    expect((await send(text, { ...proof, 'webhook-id': 'msg_3' })).status).toBe(401);
    expect((await send(text, { ...proof, 'x-signature-256': null })).status).toBe(401);
    expect((await send(text, proof)).status).toBe(202);
  });

  it('is refused by whoever has no secret to verify it with', async () => {
    const unconfigured = await startApp();
    try {
      expect((await send('{}', {}, unconfigured)).status).toBe(401);
      expect((await send('{}', { 'x-signature-256': sign('{}', '') }, unconfigured)).status).toBe(401);
    } finally {
      await unconfigured.close();
    }
  });

  it('that is no JSON, or too large, is refused like any other request', async () => {
    expect((await send('{"type":')).status).toBe(400);
    expect((await send('{"__proto__": {"x": 1}}')).status).toBe(400);
    expect((await send(`"${'x'.repeat(1_100_000)}"`)).status).toBe(413);
  });
});
