import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JWT_SECRET, startApp, type TestApp, type TestUser } from '../support/app.js';
import { Client, type ProblemBody } from '../support/client.js';

let app: TestApp;
let ada: TestUser;

beforeAll(async () => {
  app = await startApp();
  ada = await app.user({ handle: 'Ada' });
});
afterAll(() => app.close());

/** A token made by hand, as an attacker would. */
function forge(header: { alg: string; typ?: string }, payload: object, secret: string | null): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part(header)}.${part(payload)}`;
  const signature =
    secret === null
      ? ''
      : createHmac(header.alg === 'HS512' ? 'sha512' : 'sha256', secret)
          .update(signed)
          .digest('base64url');
  return `${signed}.${signature}`;
}

const later = Math.floor(Date.now() / 1000) + 3600;

describe('access tokens', () => {
  it('open the door', async () => {
    const answer = await ada.get('/users/me');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      id: ada.id,
      handle: 'Ada',
      discord_id: ada.discord_id,
      site_admin: false,
    });
  });

  it('are asked for where there is none', async () => {
    const answer = await app.anyone.get<ProblemBody>('/users/me');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body).toMatchObject({
      type: 'about:blank',
      title: 'Unauthorized',
      status: 401,
      code: 'unauthenticated',
    });
  });

  it('made by hand with our key are good, so that the refusals below are for their own reason', async () => {
    const token = forge({ alg: 'HS256', typ: 'JWT' }, { sub: ada.id, exp: later }, JWT_SECRET);
    expect((await new Client(app.url, token).get('/users/me')).status).toBe(200);
  });

  it.each([
    ['expired', () => forge({ alg: 'HS256' }, { sub: ada.id, exp: later - 7200 }, JWT_SECRET)],
    ['signed with another key', () => forge({ alg: 'HS256' }, { sub: ada.id, exp: later }, 'another-key')],
    ['unsigned (alg none)', () => forge({ alg: 'none' }, { sub: ada.id, exp: later }, null)],
    [
      'unsigned (alg None), with a signature',
      () => forge({ alg: 'None' }, { sub: ada.id, exp: later }, JWT_SECRET),
    ],
    ['of another algorithm', () => forge({ alg: 'HS512' }, { sub: ada.id, exp: later }, JWT_SECRET)],
    ['for nobody', () => forge({ alg: 'HS256' }, { exp: later }, JWT_SECRET)],
    ['for a user who does not exist', () => forge({ alg: 'HS256' }, { sub: 'x', exp: later }, JWT_SECRET)],
    ['for a query operator', () => forge({ alg: 'HS256' }, { sub: { $gt: '' }, exp: later }, JWT_SECRET)],
    ['not a token', () => 'not.a.token'],
  ])('are refused when %s', async (_name, make) => {
    const answer = await new Client(app.url, make()).get<ProblemBody>('/users/me');
    expect(answer.status).toBe(401);
    expect(answer.body.code).toBe('unauthenticated');
    expect(answer.headers.get('www-authenticate')).toContain('invalid_token');
  });

  it.each(['Basic YTpi', 'Bearer', 'Bearer a b', 'Token x'])(
    'are refused in a header like %j',
    async (authorization) => {
      const answer = await app.anyone.raw('GET', '/users/me', { headers: { authorization } });
      expect(answer.status).toBe(401);
    },
  );
});
