import { createHash, createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { WebhookDeliveriesRepository } from '../../src/features/webhooks/webhook-deliveries.repository.js';
import {
  DELIVERY_MODEL,
  type DeliveryDocument,
  WEBHOOK_RECEIPT_MODEL,
  type WebhookReceiptDocument,
} from '../../src/features/webhooks/webhook-deliveries.schema.js';
import { QUEUES, type Queues } from '../../src/queue/queues.js';
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
  (await app.verselink.app.get(WebhookDeliveriesRepository, { strict: false }).readTotals()).received;

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
    ['of an unknown type', '{"event_type": "flying_saucer"}', 'flying_saucer'],
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

  it('that comes again at once has no second effect', async () => {
    const before = await received();
    const same = aBody();
    const answers = await Promise.all([send(same), send(same), send(same)]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(await stored(same)).toHaveLength(1);
    expect(await received()).toBe(before + 1);
  });

  it('is known by its whole body: an id in it may name an order, or a person', async () => {
    for (const type of ['order.created', 'order.paid']) {
      const body = JSON.stringify({ id: 'order-9', type });
      expect((await send(body)).status).toBe(202);
      expect(await stored(body)).toMatchObject([{ type }]);
    }
  });

  it.each(['x-delivery-id', 'webhook-id'])(
    'is no other one under another %s, which is not signed',
    async (id) => {
      const same = aBody();
      for (const value of ['1', '2']) expect((await send(same, { [id]: value })).status).toBe(202);
      expect(await stored(same)).toHaveLength(1);
      const other = aBody();
      expect((await send(other, { [id]: '1' })).status).toBe(202);
      expect(await stored(other)).toHaveLength(1);
    },
  );

  it('may rightly come again after 24 hours', async () => {
    const daily = aBody();
    await send(daily);
    const receipts = app.verselink.app.get<Model<WebhookReceiptDocument>>(
      getModelToken(WEBHOOK_RECEIPT_MODEL),
      { strict: false },
    );
    const _id = createHash('sha256').update(daily).digest('hex');
    const kept = await receipts.findById(_id).orFail().lean();
    expect(Math.abs(kept.expires_at.getTime() - Date.now() - 86_400_000)).toBeLessThan(60_000);
    expect(await receipts.collection.indexes()).toContainEqual(
      expect.objectContaining({ key: { expires_at: 1 }, expireAfterSeconds: 0 }),
    );
    // As MongoDB does it when the time has come.
    await receipts.deleteOne({ _id });
    expect((await send(daily)).status).toBe(202);
    expect(await stored(daily)).toHaveLength(2);
  });

  it('is kept by the next try when the first one died half-way', async () => {
    const body = aBody();
    await app.verselink.app.get(WebhookDeliveriesRepository, { strict: false }).claim(Buffer.from(body));
    expect((await send(body)).status).toBe(202);
    expect(await stored(body)).toHaveLength(1);
  });

  describe('signed by Standard Webhooks', () => {
    const standard = (id: string, body: string, time = new Date()) => ({
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(time.getTime() / 1_000)),
      'webhook-signature': new Webhook(SECRET, { format: 'raw' }).sign(id, time, body),
    });
    const alone = { 'x-signature-256': null };
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

    it('needs no other signature, and an id makes the same body another delivery', async () => {
      const body = aBody();
      for (const id of ['msg_1', 'msg_2', 'msg_1'])
        expect((await send(body, { ...alone, ...standard(id, body) })).status).toBe(202);
      expect(await stored(body)).toMatchObject([{ event_id: 'msg_1' }, { event_id: 'msg_2' }]);
    });

    it('is a repeat also when it is signed anew', async () => {
      const body = aBody();
      for (const time of [new Date(Date.now() - 60_000), new Date()])
        expect((await send(body, { ...alone, ...standard('msg_3', body, time) })).status).toBe(202);
      expect(await stored(body)).toHaveLength(1);
    });

    it('that is 30 days old passes under no other header', async () => {
      const body = aBody();
      const captured = standard('msg_4', body, daysAgo(30));
      const attempts = [
        {},
        { 'webhook-timestamp': seconds() },
        { 'webhook-id': 'msg_5', 'webhook-timestamp': seconds() },
        { 'x-webhook-timestamp': seconds() },
        { 'webhook-signature': null },
      ];
      for (const headers of attempts)
        expect((await send(body, { ...alone, ...captured, ...headers })).status).toBe(401);
      expect(await stored(body)).toEqual([]);
    });

    it('must be right in both ways when it is signed in both', async () => {
      const body = aBody();
      const proof = standard('msg_6', body);
      expect((await send(body, { ...proof, 'webhook-id': 'msg_7' })).status).toBe(401);
      expect((await send(body, { ...proof, 'x-signature-256': sign(body, 'another') })).status).toBe(401);
      expect((await send(body, proof)).status).toBe(202);
      // The recorded request without what Standard Webhooks signs.
      expect((await send(body)).status).toBe(202);
      expect(await stored(body)).toHaveLength(1);
    });
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

describe('the list of what came in', () => {
  it('shows it to site admins, newest first, page by page', async () => {
    const [first, second] = [aBody(), aBody()];
    await send(first);
    await send(second);
    const admin = await app.user({ handle: 'Root', site_admin: true });
    interface List {
      readonly items: { body: string; type: string }[];
      readonly next_cursor: string;
    }
    const page = (await admin.get<List>(`${PATH}?limit=1`)).body;
    expect(page.items).toMatchObject([{ body: second, type: 'guild.synced' }]);
    const next = (await admin.get<List>(`${PATH}?limit=1&cursor=${page.next_cursor}`)).body;
    expect(next.items).toMatchObject([{ body: first }]);
    expect((await (await app.user()).get(PATH)).status).toBe(403);
    expect((await app.anyone.get(PATH)).status).toBe(401);
  });
});

describe('news of a server', () => {
  it('have Discord asked what is true', async () => {
    const queue = app.verselink.app.get<Queues>(QUEUES, { strict: false }).verselink;
    // Earlier tests told of servers too.
    await queue.drain(true);
    const guildId = '123456789012345678';
    const waiting = async () =>
      (await queue.getJobs(['waiting', 'delayed', 'prioritized'])).map(({ name, data }) => ({
        name,
        data: data as unknown,
      }));
    await send(JSON.stringify({ type: 'order.paid', guild_id: guildId, n: 1 }));
    expect(JSON.stringify(await waiting())).not.toContain('read_back');
    await send(JSON.stringify({ type: 'GUILD_SCHEDULED_EVENT_UPDATE', data: { guild_id: guildId } }));
    expect(await waiting()).toContainEqual({
      name: 'read_back_guild',
      data: expect.objectContaining({ guild_id: guildId }) as object,
    });
    await send(JSON.stringify({ type: 'scheduled_event.deleted' }));
    expect((await waiting()).map(({ name }) => name)).toContain('read_back');
  });
});
