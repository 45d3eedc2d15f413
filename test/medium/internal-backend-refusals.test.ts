import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTERNAL_SECRET, startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { SeededChance } from '../support/seeded-chance.js';

const MEMBER = '123456789012345678';

let app: TestApp;
let bot: Client;

beforeAll(async () => {
  app = await startApp();
  bot = new Client(app.url, INTERNAL_SECRET);
});
afterAll(() => app.close());

describe('who may call', () => {
  const paths = ['/internal/event/notify', '/internal/user/info'];

  it.each(paths)('refuses a caller of %s without the secret', async (path) => {
    for (const authorization of ['', 'Basic YTpi', 'Bearer', 'bearer ', INTERNAL_SECRET]) {
      const { status, body } = await app.anyone.raw(
        'POST',
        path,
        authorization === '' ? {} : { headers: { authorization } },
      );
      expect([status, body]).toEqual([401, { error: 'Missing Authorization header' }]);
    }
    for (const secret of ['wrong-secret-here', INTERNAL_SECRET.slice(0, -1), `${INTERNAL_SECRET}x`]) {
      const { status, body } = await new Client(app.url, secret).post(path, {});
      expect([status, body]).toEqual([403, { error: 'Invalid internal API secret' }]);
    }
  });

  it.each(paths)('does not serve %s on the private listener', async (path) => {
    const privately = new Client(app.internalUrl, INTERNAL_SECRET);
    const { status, body } = await privately.post(path, { discord_id: MEMBER });
    expect([status, body]).toEqual([404, { error: 'Not found' }]);
  });
});

describe('POST /internal/event/notify', () => {
  it('never fails itself, whatever comes: a thousand random bodies', async () => {
    const chance = new SeededChance(4);
    for (let batch = 0; batch < 50; batch++) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => {
          const body = malformed(chance);
          return bot
            .raw('POST', '/internal/event/notify', { body, headers: { 'content-type': 'application/json' } })
            .then(({ status }) => ({ body, status }));
        }),
      );
      for (const { body, status } of answers) expect(status, body.toString()).toBeLessThan(500);
    }
  });
});

const VALUES = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  'x',
  '\u0000',
  '\ud800',
  MEMBER,
  'member_joined',
  [],
  {},
  [[]],
  { $gt: 1 },
];
const KEYS = [
  'event_type',
  'discord_id',
  'metadata',
  '__proto__',
  'constructor',
  '$set',
  'a.b',
  '_bsontype',
  'toJSON',
  '',
  '\u0000',
];

/** A body that is more or less like a report. */
function malformed(chance: SeededChance): Buffer {
  const pick = <T>(list: readonly T[]): T => list[chance.whole(0, list.length - 1)] as T;
  const value = (depth: number): unknown => {
    if (depth === 0 || chance.next() < 0.5) return pick(VALUES);
    return Object.fromEntries(Array.from({ length: 3 }, () => [pick(KEYS), value(depth - 1)]));
  };
  const whole =
    chance.next() < 0.5 ? { event_type: 'message_sent', discord_id: MEMBER, metadata: value(4) } : value(4);
  const bytes = Buffer.from(JSON.stringify(whole));
  if (chance.next() < 0.5) bytes[Math.floor(chance.next() * bytes.length)] = Math.floor(chance.next() * 256);
  return chance.next() < 0.2 ? bytes.subarray(0, Math.floor(chance.next() * bytes.length)) : bytes;
}
