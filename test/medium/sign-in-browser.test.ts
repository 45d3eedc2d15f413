import type { Browser as Chromium, BrowserContext, Page } from 'playwright-core';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserPath, launch } from '../../sandbox/test/page/browser.js';
import { decideOn } from '../support/consent-page.js';
import { startApp, type TestApp } from '../support/app.js';
import { type TestDiscord, startDiscord } from '../support/discord.js';

/** What a page's own script gets for an answer. */
interface Fetched {
  readonly status: number;
  readonly body: Record<string, unknown> | null;
}

describe.skipIf(browserPath === null)('signing in with a browser', { timeout: 60_000 }, () => {
  let discord: TestDiscord;
  let app: TestApp;
  let chromium: Chromium;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    discord = await startDiscord({ rateLimits: { enabled: false } });
    await discord.guild([{ username: 'ada' }, { username: 'bob' }]);
    app = await startApp({ env: discord.env });
    chromium = await launch();
  }, 60_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
    await discord.close();
  }, 60_000);
  beforeEach(async () => {
    context = await chromium.newContext();
    page = await context.newPage();
  });
  afterEach(() => context.close());

  const login = () => `${app.url}/api/v1/auth/discord/login?return_to=/api/docs`;

  /** On Discord's page: somebody says who they are, and decides. */
  async function decide(on: Page, name: string, decision: 'Authorize' | 'Cancel'): Promise<void> {
    await on.goto(login());
    await decideOn(on, name, decision);
    await on.waitForURL(/\/api\/docs/);
  }

  /** A request by the script of the page that is shown. */
  const fetched = (on: Page, method: string, path: string): Promise<Fetched> =>
    on.evaluate(
      async ([url, how]) => {
        const response = await fetch(url ?? '', { method: how ?? 'GET', credentials: 'include' });
        const text = await response.text();
        return { status: response.status, body: text === '' ? null : (JSON.parse(text) as never) };
      },
      [`${app.url}/api/v1${path}`, method],
    );

  const cookieNames = async () => (await context.cookies()).map(({ name }) => name);

  it('signs in who agrees; scripts never see the cookie, and get a token for it', async () => {
    await decide(page, 'ada', 'Authorize');
    expect(page.url()).toBe(`${app.url}/api/docs`);
    expect(await context.cookies(app.url)).toMatchObject([
      { name: 'verselink', httpOnly: true, sameSite: 'Lax', path: '/' },
    ]);
    expect(await page.evaluate('document.cookie')).toBe('');
    expect((await fetched(page, 'GET', '/users/me')).body).toMatchObject({ handle: 'ada' });
    expect(await fetched(page, 'POST', '/auth/refresh')).toMatchObject({
      status: 200,
      body: { token_type: 'Bearer', expires_in: 900 },
    });
  });

  it('leads back who does not agree, signed in nowhere', async () => {
    await decide(page, 'ada', 'Cancel');
    expect(page.url()).toBe(`${app.url}/api/docs?sign_in=denied`);
    expect(await cookieNames()).toEqual([]);
    expect((await fetched(page, 'GET', '/users/me')).status).toBe(401);
  });

  it('refuses a return that came before, or whose state was changed', async () => {
    const returns: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/discord/callback')) returns.push(request.url());
    });
    await decide(page, 'ada', 'Authorize');
    const [address = ''] = returns;
    await context.clearCookies();
    for (const again of [address, address.replace(/state=[^&]+/, 'state=changed')]) {
      await page.goto(login());
      const answer = await page.goto(again);
      expect([answer?.status(), ((await answer?.json()) as { code: string }).code]).toEqual([
        403,
        'sign_in_invalid',
      ]);
    }
    expect(await cookieNames()).not.toContain('verselink');
  });

  it("cannot be finished in another's browser: login CSRF", async () => {
    const attacker = await (await chromium.newContext()).newPage();
    await attacker.goto(login());
    // The attacker agrees, and keeps their own return address for the victim.
    const option = attacker.getByRole('option', { name: 'bob' });
    const form = {
      ...Object.fromEntries(new URL(attacker.url()).searchParams),
      user_id: (await option.getAttribute('value')) ?? '',
      decision: 'authorize',
    };
    const address = new URL('/oauth2/authorize', attacker.url()).href;
    const agreed = await attacker.context().request.post(address, { form, maxRedirects: 0 });
    const kept = agreed.headers()['location'] ?? '';
    expect(kept).toContain('code=');
    await page.goto(login());
    expect((await page.goto(kept))?.status()).toBe(403);
    expect(await cookieNames()).not.toContain('verselink');
    await attacker.context().close();
  });

  it("is of no use to another site's pages", async () => {
    await decide(page, 'ada', 'Authorize');
    const evil = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html').end(`<form method="post" id="out"
        action="${app.url}/api/v1/auth/logout"><button>Win a ship</button></form>`);
    });
    await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
    // By another name of this machine: another site, to a browser.
    await page.goto(`http://localhost:${String((evil.address() as AddressInfo).port)}/`);
    for (const [method, path] of [
      ['GET', '/users/me'],
      ['POST', '/auth/refresh'],
      ['DELETE', '/users/me/sessions'],
    ] as const) {
      await expect(fetched(page, method, path)).rejects.toThrow('Failed to fetch');
    }
    const answered = page.waitForResponse(/logout/);
    await page.getByRole('button', { name: 'Win a ship' }).click();
    await answered;
    evil.close();
    await page.goto(`${app.url}/api/docs`);
    expect((await fetched(page, 'GET', '/users/me')).status).toBe(200);
  });

  it('ends everywhere when the person says so in one place', async () => {
    await decide(page, 'ada', 'Authorize');
    const elsewhere = await (await chromium.newContext()).newPage();
    await decide(elsewhere, 'ada', 'Authorize');
    expect((await fetched(elsewhere, 'GET', '/users/me')).status).toBe(200);
    expect((await fetched(page, 'DELETE', '/users/me/sessions')).status).toBe(204);
    expect(await cookieNames()).toEqual([]);
    expect((await fetched(elsewhere, 'GET', '/users/me')).status).toBe(401);
    await elsewhere.context().close();
  });
});
