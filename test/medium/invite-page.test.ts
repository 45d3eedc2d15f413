import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SessionsService } from '../../src/features/sessions/sessions.service.js';
import { startApp, type TestApp, type TestUser } from '../support/app.js';
import { aScene, type Scene } from '../support/scene.js';

let app: TestApp;
let scene: Scene;

beforeAll(async () => {
  app = await startApp();
  scene = await aScene(app);
  await scene.admin.patch('/users/me', { handle: 'Ada & <b>Co</b>' });
});
afterAll(() => app.close());

const invite = async (fields: object = {}): Promise<{ id: string; code: string; url: string }> =>
  (
    await scene.admin.post<{ id: string; code: string; url: string }>(
      `/organizations/${scene.orgId}/invites`,
      fields,
    )
  ).body;

const cookieOf = async ({ id }: TestUser): Promise<string> =>
  `verselink=${await app.verselink.app.get(SessionsService, { strict: false }).start(id, null)}`;

async function visit(code: string, init: RequestInit = {}) {
  const response = await fetch(`${app.url}/invites/${code}`, { redirect: 'manual', ...init });
  return { status: response.status, headers: response.headers, html: await response.text() };
}

/** Sends the page's form, as a browser does. */
const send = (code: string, cookie: string, origin = app.url) =>
  visit(code, {
    method: 'POST',
    body: '',
    headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
  });

const memberIds = async (): Promise<string[]> =>
  (
    await scene.admin.get<{ items: { user_id: string }[] }>(`/organizations/${scene.orgId}/members`)
  ).body.items.map(({ user_id }) => user_id);

describe('the page behind an invitation link', () => {
  it('says who invites to what, and where to sign in first', async () => {
    const { code, url } = await invite();
    expect(new URL(url).pathname).toBe(`/invites/${code}`);
    const { status, headers, html } = await visit(code, { headers: { 'accept-language': 'en-GB,en;q=0.8' } });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('Ada &amp; &lt;b&gt;Co&lt;/b&gt; invites you to join this organization.');
    expect(html).toMatch(/<h1>Join Squadron \d+ \[\w+\]<\/h1>/);
    expect(html).toContain(`href="/api/v1/auth/discord/login?return_to=%2Finvites%2F${code}"`);
    expect(html).not.toContain('<form');
  });

  it('speaks French unless the browser prefers English', async () => {
    const { code } = await invite();
    for (const language of ['fr-FR', 'de-DE', '']) {
      const { html } = await visit(code, { headers: { 'accept-language': language } });
      expect(html).toContain('<html lang="fr">');
      expect(html).toContain('vous invite à rejoindre cette organisation.');
    }
  });

  it('lets nothing be loaded, run, framed or sent elsewhere, and is kept by no cache', async () => {
    const { code } = await invite();
    for (const { headers } of [await visit(code), await visit('nothing')]) {
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none';style-src 'sha256-[^']+';form-action 'self';base-uri 'none';frame-ancestors 'none'$/,
      );
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  it('lets who is signed in accept, by a form that no other site can send', async () => {
    const { code } = await invite();
    const user = await app.user();
    const cookie = await cookieOf(user);
    const { html } = await visit(code, { headers: { cookie } });
    expect(html).toContain(`<form method="post" action="/invites/${code}">`);
    expect((await send(code, cookie, 'https://elsewhere.example')).status).toBe(403);
    expect(await memberIds()).not.toContain(user.id);
    const joined = await send(code, cookie);
    expect(joined.status).toBe(200);
    expect(joined.html).toContain('Vous faites partie de');
    expect(await memberIds()).toContain(user.id);
    expect((await send(code, '')).html).toContain('/api/v1/auth/discord/login');
  });

  it('says so when the invitation is gone, or used up', async () => {
    const gone = await visit('no-such-code');
    expect(gone.status).toBe(404);
    expect(gone.html).toContain('Cette invitation n&#39;est plus valable');
    const { code } = await invite({ max_uses: 1 });
    await send(code, await cookieOf(await app.user()));
    const late = await send(code, await cookieOf(await app.user()));
    expect(late.status).toBe(409);
    expect(late.html).toContain('ont déjà accepté');
  });
});

it('takes forms nowhere else', async () => {
  const answer = await app.anyone.raw('POST', '/organizations', {
    body: '',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Bearer ${scene.admin.token}`,
    },
  });
  expect(answer.status).toBe(415);
});
