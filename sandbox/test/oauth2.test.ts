import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView, type Sandbox } from '../src/index.js';
import { control, makeGuild, rest, userNamed } from './support/http.js';

interface Tokens {
  access_token: string;
  refresh_token: string;
  scope: string;
  expires_in: number;
  error?: string;
}
const BACK = 'http://127.0.0.1:5999/callback';
const WEEK_MS = 604_800_000;

describe('OAuth2', () => {
  let now = Date.now();
  let sandbox: Sandbox;
  let guild: GuildView;

  beforeAll(async () => {
    sandbox = await createSandbox({ clock: () => now, rateLimits: { enabled: false }, redirectUris: [BACK] });
  });
  beforeEach(async () => {
    sandbox.reset();
    guild = await makeGuild(sandbox);
  });
  afterAll(async () => {
    await sandbox.close();
  });

  const address = (extra: Record<string, string> = {}): string => {
    const query = {
      client_id: sandbox.applicationId,
      response_type: 'code',
      redirect_uri: BACK,
      scope: 'identify',
      ...extra,
    };
    return `${sandbox.url}/oauth2/authorize?${String(new URLSearchParams(query))}`;
  };
  const post = async (url: string, form: Record<string, string>, headers = {}): Promise<Response> =>
    fetch(url, { method: 'POST', body: new URLSearchParams(form), headers, redirect: 'manual' });
  const code = async (extra: object = {}): Promise<string> => {
    const body = { user_id: userNamed(guild, 'ada'), redirect_uri: BACK, scope: 'identify', ...extra };
    return (await control<{ code: string }>(sandbox, 'POST', '/oauth2/authorize', body)).body.code;
  };
  const secrets = (): Record<string, string> => ({
    client_id: sandbox.applicationId,
    client_secret: sandbox.clientSecret,
  });
  const token = async (form: Record<string, string>, headers = {}): Promise<Tokens & { status: number }> => {
    const response = await post(`${sandbox.apiUrl}/oauth2/token`, { redirect_uri: BACK, ...form }, headers);
    return { ...((await response.json()) as Tokens), status: response.status };
  };
  const exchange = async (extra: object = {}): Promise<Tokens & { status: number }> =>
    token({ ...secrets(), grant_type: 'authorization_code', code: await code(extra) });
  const as = async (access: string, path: string): Promise<{ status: number; body: unknown }> => {
    const headers = { authorization: `Bearer ${access}` };
    const response = await fetch(`${sandbox.apiUrl}/v10${path}`, { headers });
    return { status: response.status, body: await response.json() };
  };

  it('asks on a page, and sends back with a code and the state, or with a refusal', async () => {
    const page = await fetch(address({ state: 's&1"' }));
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain('Access your username');
    expect(html).toContain('value="s&#38;1&#34;"');
    const fields = Object.fromEntries(new URL(address({ state: 's&1"' })).searchParams);
    const userId = userNamed(guild, 'ada');
    const yes = await post(`${sandbox.url}/oauth2/authorize`, {
      ...fields,
      user_id: userId,
      decision: 'authorize',
    });
    const back = new URL(yes.headers.get('location') ?? '');
    expect([yes.status, back.searchParams.get('state')]).toEqual([302, 's&1"']);
    const grantType = 'authorization_code';
    const tokens = await token({
      ...secrets(),
      grant_type: grantType,
      code: back.searchParams.get('code') ?? '',
    });
    expect(tokens).toMatchObject({
      status: 200,
      token_type: 'Bearer',
      scope: 'identify',
      expires_in: 604_800,
    });
    const no = await post(`${sandbox.url}/oauth2/authorize`, {
      ...fields,
      user_id: userId,
      decision: 'cancel',
    });
    expect(new URL(no.headers.get('location') ?? '').searchParams.get('error')).toBe('access_denied');
  });

  it.each([
    [{ redirect_uri: 'http://evil.test/callback' }, 'Invalid OAuth2 redirect_uri'],
    [{ redirect_uri: `${BACK}/../x` }, 'Invalid OAuth2 redirect_uri'],
    [{ client_id: '123' }, 'Unknown Application'],
    [{ scope: 'identify everything' }, 'Invalid scope: everything'],
    [{ code_challenge: 'short', code_challenge_method: 'S256' }, 'Invalid code_challenge'],
  ])('sends nobody anywhere for %j', async (extra: Record<string, string>, reason) => {
    const page = await fetch(address(extra), { redirect: 'manual' });
    expect(page.status).toBe(400);
    expect(await page.text()).toContain(reason);
  });

  it('takes a code once, soon, and only with the secret and the address it was given for', async () => {
    const grantType = 'authorization_code';
    const wrong = { ...secrets(), client_secret: 'wrong', grant_type: grantType };
    expect(await token({ ...wrong, code: await code() })).toMatchObject({
      status: 401,
      error: 'invalid_client',
    });
    const other = { ...secrets(), grant_type: grantType, redirect_uri: 'http://127.0.0.1/other' };
    expect((await token({ ...other, code: await code() })).error).toBe('invalid_grant');
    const first = await code();
    expect((await token({ ...secrets(), grant_type: grantType, code: first })).status).toBe(200);
    expect((await token({ ...secrets(), grant_type: grantType, code: first })).error).toBe('invalid_grant');
    const old = await code();
    now += 11 * 60_000;
    expect((await token({ ...secrets(), grant_type: grantType, code: old })).error).toBe('invalid_grant');
    const basic = Buffer.from(Object.values(secrets()).join(':')).toString('base64');
    const sent = { grant_type: grantType, code: await code() };
    expect((await token(sent, { authorization: `Basic ${basic}` })).status).toBe(200);
    expect((await token({ ...secrets(), grant_type: 'password' })).error).toBe('unsupported_grant_type');
  });

  it('holds a code with PKCE for who knows the verifier', async () => {
    const codeVerifier = randomBytes(32).toString('base64url');
    const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
    const challenge = { code_challenge: codeChallenge, code_challenge_method: 'S256' };
    const form = { ...secrets(), grant_type: 'authorization_code' };
    expect((await token({ ...form, code: await code(challenge) })).error).toBe('invalid_grant');
    const guess = { ...form, code: await code(challenge), code_verifier: codeChallenge };
    expect((await token(guess)).error).toBe('invalid_grant');
    expect((await token({ ...form, code: await code(challenge), code_verifier: codeVerifier })).status).toBe(
      200,
    );
  });

  it('refreshes, revokes and lets access end', async () => {
    const first = await exchange();
    const refresh = { ...secrets(), grant_type: 'refresh_token', refresh_token: first.refresh_token };
    const second = await token(refresh);
    expect((await as(second.access_token, '/users/@me')).status).toBe(200);
    expect((await token(refresh)).error).toBe('invalid_grant');
    now += WEEK_MS + 1;
    expect((await as(second.access_token, '/users/@me')).status).toBe(401);
    const third = await token({ ...refresh, refresh_token: second.refresh_token });
    await post(`${sandbox.apiUrl}/oauth2/token/revoke`, { ...secrets(), token: third.refresh_token });
    expect((await as(third.access_token, '/users/@me')).status).toBe(401);
  });

  it('lets the bot bring in who has said so, and nobody else', async () => {
    const other = await makeGuild(sandbox, { members: [{ username: 'stranger' }] });
    const join = async (accessToken: string): Promise<number> => {
      const path = `/guilds/${other.id}/members/${userNamed(guild, 'ada')}`;
      return (await rest(sandbox, 'PUT', path, { access_token: accessToken })).status;
    };
    expect(await join((await exchange()).access_token)).toBe(401);
    const { access_token } = await exchange({ scope: 'guilds.join' });
    expect([await join(access_token), await join(access_token)]).toEqual([201, 204]);
  });

  it('shows only what the scopes let', async () => {
    const { access_token } = await exchange();
    const me = (await as(access_token, '/users/@me')).body as Record<string, unknown>;
    expect(me['username']).toBe('ada');
    expect(me).not.toHaveProperty('email');
    expect((await as(access_token, '/users/@me/guilds')).status).toBe(401);
    expect((await as(access_token, `/guilds/${guild.id}`)).status).toBe(401);
    const more = await exchange({ scope: 'identify email guilds' });
    expect((await as(more.access_token, '/users/@me')).body).toMatchObject({ email: 'ada@example.test' });
    expect((await as(more.access_token, '/users/@me/guilds')).body).toMatchObject([{ id: guild.id }]);
    const about = (await as(more.access_token, '/oauth2/@me')).body;
    expect(about).toMatchObject({ scopes: ['identify', 'email', 'guilds'], user: { username: 'ada' } });
  });
});
