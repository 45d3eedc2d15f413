import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTERNAL_SECRET, JWT_SECRET, startApp, type TestApp } from '../support/app.js';
import { Client } from '../support/client.js';

const NEW = 'the-next-secret-of-32-characters-or-more';
const WEBHOOK_SECRET = 'webhook-secret-for-tests';

/** One process that still has the old secrets first, and one that has the new ones first already. */
let old: TestApp;
let changed: TestApp;
/** A process that knows nothing of a change. */
let unaware: TestApp;

beforeAll(async () => {
  old = await startApp({
    env: {
      JWT_SECRET_FALLBACK: NEW,
      INTERNAL_API_SECRET_FALLBACK: NEW,
      DISCORD_BOT_WEBHOOK_SECRET: WEBHOOK_SECRET,
      DISCORD_BOT_WEBHOOK_SECRET_FALLBACK: NEW,
    },
  });
  const { databases } = old;
  const env = {
    JWT_SECRET: NEW,
    JWT_SECRET_FALLBACK: JWT_SECRET,
    INTERNAL_API_SECRET: NEW,
    INTERNAL_API_SECRET_FALLBACK: INTERNAL_SECRET,
  };
  changed = await startApp({ databases, env });
  unaware = await startApp({ databases });
});
afterAll(async () => {
  await changed.stop();
  await unaware.stop();
  await old.close();
});

describe('while a secret is being changed', () => {
  it('access tokens of both are good, in each process that knows both', async () => {
    for (const issuer of [old, changed]) {
      const { token } = await issuer.user();
      for (const { url } of [old, changed])
        expect((await new Client(url, token).get('/users/me')).status).toBe(200);
      expect((await new Client(unaware.url, token).get('/users/me')).status).toBe(issuer === old ? 200 : 401);
    }
  });

  it('both internal secrets open the internal API', async () => {
    for (const { url } of [old, changed])
      for (const bearer of [INTERNAL_SECRET, NEW])
        expect((await new Client(url, bearer).get('/internal/health')).status).toBe(200);
    expect((await new Client(unaware.url, NEW).get('/internal/health')).status).toBe(403);
  });

  it('incoming webhooks may be signed with either', async () => {
    for (const [secret, status] of [
      [WEBHOOK_SECRET, 202],
      [NEW, 202],
      ['another-secret-altogether', 401],
    ] as const) {
      const body = JSON.stringify({ type: 'test', secret: secret.length });
      const headers = {
        'content-type': 'application/json',
        'x-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
      };
      const answer = await old.anyone.raw('POST', '/discord/webhooks/incoming', { body, headers });
      expect(answer.status).toBe(status);
    }
  });
});
