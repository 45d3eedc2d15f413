import { Logger } from '@nestjs/common';
import { createConnection, type Connection } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { UsersRepository } from '../../src/features/users/users.repository.js';
import { INTERNAL_SECRET, nextDiscordId, startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';

const MEMBER = '123456789012345678';

let app: TestApp;
let bot: Client;
let database: Connection;

beforeAll(async () => {
  app = await startApp();
  bot = new Client(app.url, INTERNAL_SECRET);
  database = await createConnection(app.databases.mongodbUri).asPromise();
});
afterAll(async () => {
  await database.close();
  await app.close();
});

const notify = (body: unknown, headers: Record<string, string> = {}) =>
  bot.raw<Record<string, unknown>>('POST', '/internal/event/notify', {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
const stored = () => database.collection('bot_events').find().sort({ _id: 1 }).toArray();

beforeEach(() => database.collection('bot_events').deleteMany({}));

describe('POST /internal/user/info', () => {
  it('answers as the examples do when the user is known', async () => {
    const user = await app.user();
    const users = app.verselink.app.get(UsersRepository, { strict: false });
    await users.update(user.id, { email: 'user@example.com' });
    const { status, body } = await bot.post('/internal/user/info', { discord_id: user.discord_id });
    expect(status).toBe(200);
    expect(body).toEqual({
      success: true,
      message: 'User found',
      user_found: true,
      discord_id: user.discord_id,
      email: 'user@example.com',
      email_verified: false,
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
      updated_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
    });
  });

  it('answers as the examples do when the user is not known, and makes none', async () => {
    const discordId = nextDiscordId();
    for (let time = 0; time < 2; time++) {
      const { status, body } = await bot.post('/internal/user/info', { discord_id: discordId });
      expect([status, body]).toEqual([200, { success: false, message: 'User not found', user_found: false }]);
    }
  });

  it.each([[{}], [{ discord_id: { $ne: null } }], [{ discord_id: 42 }], [{ discord_id: MEMBER, more: 1 }]])(
    'refuses %j',
    async (body) => {
      expect(await bot.post('/internal/user/info', body)).toMatchObject({
        status: 422,
        body: { error: 'Validation failed', details: expect.any(Array) as unknown[] },
      });
    },
  );
});

describe('POST /internal/event/notify', () => {
  it.each([
    [
      'member_joined',
      { guild_id: '987654321098765432', guild_name: 'Moddy Server', joined_at: '2024-01-20T15:30:00Z' },
    ],
    [
      'member_joined',
      { guild_id: '1394001780148535387', username: 'JohnDoe#1234', joined_at: '2026-01-07T12:00:00Z' },
    ],
    ['member_left', { guild_id: '987654321098765432', left_at: '2024-01-20T15:30:00Z', reason: 'kick' }],
    ['role_updated', { added_roles: ['1'], removed_roles: [], updated_by: MEMBER }],
    [
      'command_used',
      { command: '/subscription', channel_id: '111222333444555666', timestamp: '2024-01-20T15:45:00Z' },
    ],
    ['command_used', { command: '/profile', success: true }],
    ['message_sent', { channel_id: '111222333444555666', message_length: 12, has_attachments: false }],
  ])('takes the example of %s with %j', async (eventType, metadata) => {
    const { status, body } = await notify({ event_type: eventType, discord_id: MEMBER, metadata });
    expect(status).toBe(200);
    expect(body).toEqual({
      success: true,
      message: `Event ${eventType} processed successfully`,
      event_received: true,
    });
    const [event] = await stored();
    expect(event).toMatchObject({ event_type: eventType, discord_id: MEMBER, metadata });
    expect(event?.['guild_id']).toBe('guild_id' in metadata ? metadata.guild_id : null);
  });

  it('takes an event without metadata', async () => {
    expect((await notify({ event_type: 'member_left', discord_id: MEMBER })).status).toBe(200);
    expect((await notify({ event_type: 'member_left', discord_id: MEMBER, metadata: null })).status).toBe(
      200,
    );
    expect((await stored()).map(({ metadata }) => metadata as unknown)).toEqual([{}, {}]);
  });

  it('keeps fields that look like operators or like members of objects, as data', async () => {
    const metadata = {
      $where: 'sleep(1000)',
      $set: { site_admin: true },
      'a.b': 1,
      '': 2,
      constructor: 'text',
      toString: null,
      hasOwnProperty: [1, { $gt: '' }],
      'zero\0byte': true,
      list: [{ _bsontype: 'ObjectId', id: 1 }],
    };
    expect((await notify({ event_type: 'message_sent', discord_id: MEMBER, metadata })).status).toBe(200);
    const admin = await app.user({ site_admin: true });
    const { body } = await admin.get<{ items: { metadata: unknown }[] }>('/discord/bot-events?limit=1');
    expect(JSON.stringify(body.items[0]?.metadata)).toBe(JSON.stringify(metadata));
  });

  it('stores a whole crowd, also when some of it repeats the same key', async () => {
    const crowd = Array.from({ length: 60 }, (_, index) => ({
      key: index % 2 === 0 ? 'crowd' : `crowd-${String(index)}`,
      body: { event_type: 'member_joined', discord_id: nextDiscordId(), metadata: { index } },
    }));
    const answers = await Promise.all(crowd.map(({ key, body }) => notify(body, { 'idempotency-key': key })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const keys = (await stored()).map((event) => event['idempotency_key'] as string);
    expect(keys).toHaveLength(31);
    expect(new Set(keys)).toEqual(new Set(crowd.map(({ key }) => key)));
  });

  it('has one effect for one Idempotency-Key, however often and however much at once', async () => {
    const body = { event_type: 'member_joined', discord_id: MEMBER };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => notify(body, { 'idempotency-key': 'join-1' })),
    );
    for (const answer of answers) {
      expect([answer.status, answer.body]).toEqual([
        200,
        { success: true, message: 'Event member_joined processed successfully', event_received: true },
      ]);
    }
    expect(await stored()).toHaveLength(1);
    await notify(body, { 'idempotency-key': 'join-2' });
    await notify(body);
    await notify(body);
    expect(await stored()).toHaveLength(4);
  });

  it.each([[''], ['k'.repeat(201)]])('refuses the key "%s"', async (key) => {
    const { status, body } = await notify(
      { event_type: 'member_joined', discord_id: MEMBER },
      { 'idempotency-key': key },
    );
    expect([status, body]).toMatchObject([
      422,
      { error: 'Validation failed', details: [{ field: 'Idempotency-Key' }] },
    ]);
  });

  it.each<[string, unknown, string]>([
    ['no body', null, 'body'],
    ['a list', [], 'body'],
    ['nothing', {}, 'event_type'],
    ['an unknown type', { event_type: 'party', discord_id: MEMBER }, 'event_type'],
    ['a type that is an operator', { event_type: { $ne: 1 }, discord_id: MEMBER }, 'event_type'],
    ['no Discord id', { event_type: 'member_joined' }, 'discord_id'],
    ['a number as Discord id', { event_type: 'member_joined', discord_id: 123456789012345 }, 'discord_id'],
    [
      'metadata that is a text',
      { event_type: 'member_joined', discord_id: MEMBER, metadata: 'x' },
      'metadata',
    ],
    [
      'metadata that is a list',
      { event_type: 'member_joined', discord_id: MEMBER, metadata: [] },
      'metadata',
    ],
    ['a field too many', { event_type: 'member_joined', discord_id: MEMBER, surprise: 1 }, 'surprise'],
    [
      'more than 16 KiB',
      { event_type: 'member_joined', discord_id: MEMBER, metadata: { text: 'x'.repeat(17_000) } },
      'metadata',
    ],
    [
      'seventeen levels',
      { event_type: 'member_joined', discord_id: MEMBER, metadata: nested(17) },
      'metadata',
    ],
  ])('refuses %s', async (_name, sent, field) => {
    const { status, body } = await notify(sent);
    expect(status).toBe(422);
    expect(body).toMatchObject({ error: 'Validation failed' });
    expect((body['details'] as { field: string }[]).map((detail) => detail.field)).toContain(field);
    expect(await stored()).toEqual([]);
  });

  it('takes sixteen levels', async () => {
    const body = { event_type: 'member_joined', discord_id: MEMBER, metadata: nested(16) };
    expect((await notify(body)).status).toBe(200);
  });

  it.each([
    [
      'a prototype key',
      '{"event_type":"member_joined","discord_id":"123456789012345678","metadata":{"__proto__":{"admin":true}}}',
      422,
    ],
    [
      'a hundred thousand levels',
      `{"event_type":"member_joined","discord_id":"123456789012345678","metadata":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
      422,
    ],
    ['no JSON', '{"event_type":', 422],
    ['nothing at all', '', 422],
    [
      '5 MB',
      JSON.stringify({
        event_type: 'member_joined',
        discord_id: MEMBER,
        metadata: { text: 'x'.repeat(5_000_000) },
      }),
      413,
    ],
  ])('refuses %s', async (_name, body, status) => {
    const answer = await bot.raw('POST', '/internal/event/notify', {
      body,
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(status);
  });

  it('says no more than that it failed when the database refuses', async () => {
    // A real refusal of the database.
    const events = database.collection('bot_events');
    const index = await events.createIndex({ event_type: 1 }, { unique: true }, {});
    const body = { event_type: 'member_joined', discord_id: MEMBER };
    const log = vi.spyOn(Logger.prototype, 'error');
    try {
      await notify(body);
      const answer = await notify(body);
      expect([answer.status, answer.body]).toEqual([500, { detail: 'Failed to process event' }]);
      expect(log.mock.calls.flat()).toContainEqual(
        expect.stringMatching(/^❌ Erreur lors du traitement de l'événement: ./),
      );
    } finally {
      log.mockRestore();
      await events.dropIndex(index);
    }
  });
});

/** `levels` objects inside each other. */
function nested(levels: number): unknown {
  return levels === 1 ? {} : { a: nested(levels - 1) };
}
