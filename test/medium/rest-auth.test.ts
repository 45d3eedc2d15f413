import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuthenticationService } from '../../src/features/sessions/authentication.service.js';
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

/** What a good token says, and with what changes it is none. */
const HEADER = { alg: 'HS256', typ: 'at+jwt' };
const claims = (changes: object = {}) => ({
  iss: 'verselink',
  aud: 'verselink-api',
  sub: ada.id,
  exp: later,
  jti: 'x',
  ...changes,
});

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
    const token = forge(HEADER, claims(), JWT_SECRET);
    expect((await new Client(app.url, token).get('/users/me')).status).toBe(200);
  });

  it.each([
    ['expired', () => forge(HEADER, claims({ exp: later - 7200 }), JWT_SECRET)],
    ['without an end', () => forge(HEADER, claims({ exp: undefined }), JWT_SECRET)],
    ['without an id', () => forge(HEADER, claims({ jti: undefined }), JWT_SECRET)],
    ['of another issuer', () => forge(HEADER, claims({ iss: 'elsewhere' }), JWT_SECRET)],
    ['of no issuer', () => forge(HEADER, claims({ iss: undefined }), JWT_SECRET)],
    ['for another audience', () => forge(HEADER, claims({ aud: 'mailer' }), JWT_SECRET)],
    ['for no audience', () => forge(HEADER, claims({ aud: undefined }), JWT_SECRET)],
    ['of another kind', () => forge({ ...HEADER, typ: 'JWT' }, claims(), JWT_SECRET)],
    ['of no kind', () => forge({ alg: 'HS256' }, claims(), JWT_SECRET)],
    ['signed with another key', () => forge(HEADER, claims(), 'another-key')],
    ['signed with an empty key', () => forge(HEADER, claims(), '')],
    ['unsigned (alg none)', () => forge({ ...HEADER, alg: 'none' }, claims(), null)],
    ['unsigned (alg None), with a signature', () => forge({ ...HEADER, alg: 'None' }, claims(), JWT_SECRET)],
    ['of another algorithm', () => forge({ ...HEADER, alg: 'HS512' }, claims(), JWT_SECRET)],
    ['for nobody', () => forge(HEADER, claims({ sub: undefined }), JWT_SECRET)],
    ['for a user who does not exist', () => forge(HEADER, claims({ sub: 'x' }), JWT_SECRET)],
    ['for a query operator', () => forge(HEADER, claims({ sub: { $gt: '' } }), JWT_SECRET)],
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

  it('lose what is taken from their user at once', async () => {
    const admin = await app.user({ site_admin: true });
    expect((await admin.get('/discord/jobs')).status).toBe(200);
    const authentication = app.verselink.app.get(AuthenticationService, { strict: false });
    await authentication.issueToken({ discord_id: admin.discord_id, handle: 'tester', site_admin: false });
    expect((await admin.get('/discord/jobs')).status).toBe(403);
    expect((await admin.get('/users/me')).body).toMatchObject({ site_admin: false });
  });
});
