import { createConnection } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { UsersService } from '../../src/features/users/users.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { Browser } from '../support/browser.js';
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

describe('signing in', () => {
  it('asks Discord with state and PKCE, for what the contract names', async () => {
    const { status, location, setCookies } = await browser.get('/auth/discord/login');
    expect(status).toBe(302);
    const page = new URL(location);
    expect(page.origin + page.pathname).toBe(`${discord.env['DISCORD_API_URL'] ?? ''}/oauth2/authorize`);
    expect(Object.fromEntries(page.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: discord.env['DISCORD_CLIENT_ID'],
      scope: 'identify email guilds guilds.members.read',
      redirect_uri: `${app.url}/api/v1/auth/discord/callback`,
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/) as string,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
    });
    expect(setCookies).toEqual([
      expect.stringMatching(/^verselink-sign-in=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
  });

  it('gives a session whose cookie opens the API, and leads to the page that was asked for', async () => {
    const landed = await browser.signIn(ada, '?return_to=/api/docs%3Ftag=events');
    expect([landed.status, landed.location]).toEqual([302, `${app.url}/api/docs?tag=events`]);
    expect(landed.setCookies).toContainEqual(
      expect.stringMatching(/^verselink=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/),
    );
    expect([...browser.cookies.keys()]).toEqual(['verselink']);
    expect(await me(browser)).toMatchObject({
      discord_id: ada,
      handle: 'ada',
      email: 'ada@example.test',
      email_verified: true,
      locale: 'en',
    });
  });

  it('learns which servers the person manages, and no others, to offer them for registration', async () => {
    const own = await discord.guild([], { ownerId: ada });
    await browser.signIn(ada);
    const { body } = await browser.get('/discord/guilds/managed');
    expect(body).toEqual({
      items: [
        {
          guild_id: own.id,
          name: 'Test server',
          bot_is_there: true,
          registered: false,
          invite_url: expect.stringContaining(own.id) as string,
        },
      ],
    });
    const other = new Browser(app.url, discord);
    await other.signIn(grace);
    expect((await other.get('/discord/guilds/managed')).body).toEqual({ items: [] });
    const program = await app.user();
    expect((await program.get('/discord/guilds/managed')).body).toEqual({ items: null });
  });

  it('finds the account of somebody who clicked before', async () => {
    const users = app.verselink.app.get(UsersService, { strict: false });
    const { id } = await users.accountOf({ discord_id: grace, handle: 'grace', discord_locale: null });
    await browser.signIn(grace);
    expect(await me(browser)).toMatchObject({ id, email: 'grace@example.test', email_verified: true });
  });

  it('leaves an address alone that the person gave here', async () => {
    const guild = await discord.guild([{ username: 'joan' }]);
    const [joan = ''] = guild.memberIds;
    await browser.signIn(joan);
    const { id } = await me(browser);
    await app.verselink.app
      .get(UsersService, { strict: false })
      .changeProfile({ user_id: String(id), site_admin: false }, { email: 'joan@elsewhere.test' });
    await browser.signIn(joan);
    expect(await me(browser)).toMatchObject({ email: 'joan@elsewhere.test', email_verified: false });
  });

  it('leads back without a session when the person does not agree', async () => {
    const state = (await browser.begin('?return_to=/api/docs')).searchParams.get('state') ?? '';
    const landed = await browser.get(callback(`error=access_denied&state=${state}`));
    expect([landed.status, landed.location]).toEqual([302, `${app.url}/api/docs?sign_in=denied`]);
    expect([...browser.cookies.keys()]).toEqual([]);
  });

  it('keeps neither the secret of the cookie nor a token of Discord', async () => {
    await browser.signIn(ada);
    const connection = await createConnection(app.databases.mongodbUri).asPromise();
    const collections = await connection.listCollections();
    const everything = await Promise.all(
      collections.map(({ name }) => connection.collection(name).find().toArray()),
    );
    await connection.close();
    const kept = JSON.stringify(everything);
    expect(kept).toContain('secret_digest');
    expect(kept).not.toContain(browser.cookies.get('verselink'));
    expect(kept).not.toMatch(/access_token|refresh_token/);
  });

  it('says that Discord does not answer, and leaves nobody signed in', async () => {
    await discord.faults({ path: '/oauth2/token', status: 500, times: 1 });
    const landed = await browser.signIn(ada);
    expect([landed.status, landed.body['code']]).toEqual([503, 'discord_unavailable']);
    expect(browser.cookies.has('verselink')).toBe(false);
  });

  it('says so where no Discord application is configured', async () => {
    const bare = await startApp({ databases: app.databases });
    const landed = await through(bare.url).get('/auth/discord/login');
    await bare.stop();
    expect([landed.status, landed.body['code']]).toEqual([503, 'unavailable']);
  });
});

describe('a stranger', () => {
  it.each([
    'https://evil.test/',
    '//evil.test',
    '/\\evil.test',
    '/%09/evil.test',
    '/\n/evil.test',
    '\\\\evil.test',
    'javascript:alert(1)',
    'evil.test',
    '',
  ])('cannot have people sent to %j', async (target) => {
    const landed = await browser.get(`/auth/discord/login?return_to=${encodeURIComponent(target)}`);
    if (target === '/%09/evil.test') {
      const done = await browser.get(await browser.agree(new URL(landed.location), ada));
      expect(new URL(done.location).origin).toBe(app.url);
    } else {
      expect([landed.status, landed.location]).toEqual([422, '']);
    }
  });

  it('cannot finish a sign-in with a state that was tampered with, or of another browser', async () => {
    const own = await browser.agree(await browser.begin(), ada);
    const attacker = through(app.url);
    const foreign = await attacker.agree(await attacker.begin(), grace);
    const tampered = own.replace(/state=[^&]+/, 'state=x');
    // Login CSRF: the victim's browser is sent to the attacker's return address.
    for (const address of [foreign, tampered, own.replace(/state=[^&]+&?/, ''), `${own}&state=x`]) {
      const landed = await browser.get(address);
      expect([landed.status, landed.body['code']]).toEqual([403, 'sign_in_invalid']);
    }
    expect(browser.cookies.has('verselink')).toBe(false);
    // What was tried in between does not spoil the person's own sign-in.
    expect((await browser.get(own)).status).toBe(302);
  });

  it('cannot use a code or a state twice', async () => {
    const page = await browser.begin();
    const state = browser.cookies.get('verselink-sign-in') ?? '';
    const address = await browser.agree(page, ada);
    expect((await browser.get(address)).status).toBe(302);
    browser.cookies.set('verselink-sign-in', state);
    for (const again of [address, await browser.agree(page, ada)]) {
      expect((await browser.get(again)).body['code']).toBe('sign_in_invalid');
    }
    // The code alone, in a sign-in of their own.
    const thief = through(app.url);
    const theirs = (await thief.begin()).searchParams.get('state') ?? '';
    const code = new URL(address).searchParams.get('code') ?? '';
    const refused = await thief.get(callback(`code=${code}&state=${theirs}`));
    expect([refused.status, refused.body['code']]).toEqual([403, 'sign_in_refused']);
  });

  it('cannot use a code that was given for another sign-in: PKCE', async () => {
    const stolen = new URL(await browser.agree(await browser.begin(), ada)).searchParams.get('code') ?? '';
    const thief = through(app.url);
    const state = (await thief.begin()).searchParams.get('state') ?? '';
    expect((await thief.get(callback(`code=${stolen}&state=${state}`))).body['code']).toBe('sign_in_refused');
  });

  it('gains nothing by a cookie planted before sign-in, and the former session ends', async () => {
    browser.cookies.set('verselink', 'planted');
    await browser.signIn(ada);
    const first = browser.cookies.get('verselink') ?? '';
    expect(first).not.toBe('planted');
    await browser.signIn(grace);
    const old = through(app.url);
    old.cookies.set('verselink', first);
    expect((await old.get('/users/me')).status).toBe(401);
    expect(await me(browser)).toMatchObject({ discord_id: grace });
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' }],
    ['a subdomain', { 'sec-fetch-site': 'same-site' }],
    ['an older browser on another site', { origin: 'https://evil.test' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['nobody knows where', {}],
  ])('cannot change anything with a cookie from %s', async (_where, headers) => {
    await browser.signIn(ada);
    for (const [method, path] of [
      ['POST', '/auth/refresh'],
      ['POST', '/auth/logout'],
      ['DELETE', '/users/me/sessions'],
      ['POST', '/users/me/tokens'],
      ['PATCH', '/users/me'],
    ] as const) {
      const refused = await browser.send(method, path, headers);
      expect([method, path, refused.status]).toEqual([method, path, 403]);
      expect([refused.body['code'], refused.setCookies]).toEqual(['cross_site_request', []]);
    }
    expect((await browser.get('/users/me')).status).toBe(200);
  });
});
