import { createConnection } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { Client } from '../support/client.js';
import { type TestDiscord, startDiscord } from '../support/discord.js';

let discord: TestDiscord;
let app: TestApp;
let ada: string;
let grace: string;
let browser: Browser;

beforeAll(async () => {
  discord = await startDiscord({ rateLimits: { enabled: false } });
  const guild = await discord.guild([{ username: 'ada', locale: 'en-GB' }, { username: 'grace' }]);
  [ada = '', grace = ''] = guild.memberIds;
  app = await startApp({ env: discord.env });
});
beforeEach(() => {
  browser = new Browser(app.url, discord);
});
afterAll(async () => {
  await app.close();
  await discord.close();
});

const me = async (who: Browser) => (await who.get('/users/me')).body;
const callback = (query: string) => `/auth/discord/callback?${query}`;

/** Another way to the same application, such as through a proxy. */
const through = (url: string) => new Browser(url, discord);

describe('a session', () => {
  it('gets a bearer token of 15 minutes, from our own pages alone', async () => {
    await browser.signIn(ada);
    const { status, body } = await browser.own('POST', '/auth/refresh');
    expect([status, body]).toEqual([
      200,
      { access_token: expect.any(String) as string, token_type: 'Bearer', expires_in: 900 },
    ]);
    const token = String(body['access_token']);
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
      exp: number;
      iat: number;
    };
    expect(claims.exp - claims.iat).toBe(900);
    expect((await new Client(app.url, token).get('/users/me')).body).toMatchObject({ discord_id: ada });
    const byOrigin = await browser.send('POST', '/auth/refresh', { origin: app.url });
    expect(byOrigin.status).toBe(200);
  });

  it('never counts beside an Authorization header, of whatever kind', async () => {
    await browser.signIn(ada);
    const other = await app.user({ handle: 'other' });
    const shown = (authorization: string) => browser.get('/users/me', { authorization });
    expect((await shown(`Bearer ${other.token}`)).body).toMatchObject({ id: other.id });
    expect((await shown('Bearer bad')).status).toBe(401);
    expect((await shown('Basic YTpi')).status).toBe(401);
    const headers = { authorization: `Bearer ${other.token}` };
    expect((await browser.own('POST', '/auth/refresh', headers)).status).toBe(401);
  });

  it('is listed and ended one by one, by its owner alone', async () => {
    const [here, there, stranger] = [browser, through(app.url), through(app.url)];
    await here.signIn(ada);
    await here.own('DELETE', '/users/me/sessions');
    await here.signIn(ada);
    await there.signIn(ada);
    await stranger.signIn(grace);
    const { items } = (await here.get('/users/me/sessions')).body as {
      items: { id: string; is_current: boolean }[];
    };
    expect(items.map(({ is_current }) => is_current)).toEqual([false, true]);
    const id = items[0]?.id ?? '';
    expect((await stranger.own('DELETE', `/users/me/sessions/${id}`)).body['code']).toBe('session_not_found');
    expect((await there.get('/users/me')).status).toBe(200);
    expect((await here.own('DELETE', `/users/me/sessions/${id}`)).status).toBe(204);
    expect((await there.get('/users/me')).status).toBe(401);
    expect((await here.own('DELETE', `/users/me/sessions/${id}`)).status).toBe(404);
  });

  it('ends everywhere at once, in every process, and its bearer tokens with it', async () => {
    const second = await startApp({ databases: app.databases, env: discord.env });
    const elsewhere = through(second.url);
    await browser.signIn(ada);
    elsewhere.cookies.set('verselink', browser.cookies.get('verselink') ?? '');
    expect((await elsewhere.get('/users/me')).status).toBe(200);
    const bearer = String((await elsewhere.own('POST', '/auth/refresh')).body['access_token']);
    expect((await browser.own('DELETE', '/users/me/sessions')).status).toBe(204);
    expect(browser.cookies.has('verselink')).toBe(false);
    expect((await elsewhere.get('/users/me')).status).toBe(401);
    expect((await new Client(second.url, bearer).get('/users/me')).status).toBe(401);
    await second.stop();
  });

  it('ends by signing out, which another site cannot do', async () => {
    await browser.signIn(ada);
    const secret = browser.cookies.get('verselink') ?? '';
    // A form of another site: the browser keeps a Lax cookie back.
    const foreign = await through(app.url).send('POST', '/auth/logout', { origin: 'https://evil.test' });
    expect([foreign.status, foreign.setCookies]).toEqual([204, []]);
    const out = await browser.own('POST', '/auth/logout');
    expect([out.status, out.setCookies]).toEqual([
      204,
      [expect.stringMatching(/^verselink=; Max-Age=0; Path=\//)],
    ]);
    browser.cookies.set('verselink', secret);
    expect((await browser.get('/users/me')).status).toBe(401);
    expect((await browser.own('POST', '/auth/logout')).status).toBe(204);
  });

  it('ends after 30 days without use, and a use prolongs it', async () => {
    await browser.signIn(ada);
    const connection = await createConnection(app.databases.mongodbUri).asPromise();
    const sessions = connection.collection('sessions');
    const newest = () => sessions.findOne({}, { sort: { _id: -1 } });
    const session = await newest();
    if (session === null) throw new Error('no session');
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
    await sessions.updateOne(
      { _id: session._id },
      { $set: { last_used_at: daysAgo(29), expires_at: daysAgo(-1) } },
    );
    const used = await browser.get('/users/me');
    expect(used.setCookies).toEqual([expect.stringMatching(/^verselink=[\w-]{43}; Max-Age=2592000/)]);
    expect(((await newest())?.['expires_at'] as Date).getTime()).toBeGreaterThan(daysAgo(-29).getTime());
    expect((await browser.get('/users/me')).setCookies).toEqual([]);
    await sessions.updateOne({ _id: session._id }, { $set: { expires_at: daysAgo(0) } });
    expect((await browser.get('/users/me')).status).toBe(401);
    await connection.close();
  });
});

describe('behind a proxy that speaks TLS', () => {
  const PUBLIC_URL = 'https://verselink.test';
  const start = (env: Record<string, string>) =>
    startApp({ databases: app.databases, env: { ...discord.env, ...env } });

  it('has a cookie that browsers take over https alone, and processes that finish what others began', async () => {
    const [one, two] = await Promise.all([start({ PUBLIC_URL }), start({ PUBLIC_URL })]);
    const began = through(one.url);
    const address = new URL(await began.agree(await began.begin(), ada));
    expect(address.origin + address.pathname).toBe(`${PUBLIC_URL}/api/v1/auth/discord/callback`);
    const finished = through(two.url);
    for (const [name, value] of began.cookies) finished.cookies.set(name, value);
    const landed = await finished.get(callback(address.searchParams.toString()));
    expect(landed.location).toBe(`${PUBLIC_URL}/api/docs`);
    expect(landed.setCookies).toContainEqual(
      expect.stringMatching(
        /^__Host-verselink=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    );
    expect(await me(finished)).toMatchObject({ discord_id: ada });
    for (const [origin, status] of [
      [PUBLIC_URL, 200],
      [two.url, 403],
      ['http://verselink.test', 403],
    ] as const) {
      expect((await finished.send('POST', '/auth/refresh', { origin })).status).toBe(status);
    }
    // The name without the prefix is what a subdomain, or anyone between, could plant.
    finished.cookies.set('verselink', finished.cookies.get('__Host-verselink') ?? '');
    finished.cookies.delete('__Host-verselink');
    expect((await finished.get('/users/me')).status).toBe(401);
    await Promise.all([one.stop(), two.stop()]);
  });

  it.each([
    ['the proxy says https', { 'x-forwarded-proto': 'https' }],
    ['the proxy names another host', { 'x-forwarded-host': 'verselink.test' }],
  ])('has a Secure cookie where PUBLIC_URL is not set, too, when %s', async (_when, headers) => {
    const proxied = await start({ TRUST_PROXY: 'loopback' });
    const { setCookies } = await through(proxied.url).get('/auth/discord/login', headers);
    expect(setCookies).toEqual([expect.stringMatching(/^__Host-verselink-sign-in=.*; Secure;/)]);
    await proxied.stop();
  });
});
