import fastify, { type FastifyInstance } from 'fastify';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from '../../sandbox/test/page/browser.js';
import { violations } from '../../sandbox/test/page/axe.js';
import { setSecurityHeaders } from '../../src/bootstrap/security-headers.js';
import { serveDocs } from '../../src/bootstrap/serve-docs.js';
import { loadConfig } from '../../src/config/load-config.js';

/** One page of each kind. */
const PAGES = [
  'index',
  'try-it',
  'members',
  'organizers/console',
  'admins/operations',
  'permissions',
  'troubleshooting/errors',
  'api/operations/plans',
  'comparison',
];

let server: FastifyInstance;
let browser: Browser;
let url: string;

beforeAll(async () => {
  const config = loadConfig(
    { MONGODB_URI: 'mongodb://127.0.0.1/unused', JWT_SECRET: 'x'.repeat(32) },
    'token',
  );
  server = fastify();
  await setSecurityHeaders(server, config);
  await serveDocs(server);
  url = await server.listen({ port: 0, host: '127.0.0.1' });
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Both colours and both widths: each page has two of the four in a language, and the other two in the other. */
const VIEWS = {
  fr: [
    { width: 390, colorScheme: 'dark' },
    { width: 1280, colorScheme: 'light' },
  ],
  en: [
    { width: 390, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
  ],
} as const;

it.each((['fr', 'en'] as const).flatMap((language) => PAGES.map((page) => [language, page] as const)))(
  '%s/%s is whole under the strict policy, and axe finds nothing',
  async (language, page) => {
    const context = await browser.newContext();
    const tab = await context.newPage();
    const faults: string[] = [];
    tab.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    tab.on('pageerror', (error) => faults.push(error.message));
    for (const { width, colorScheme } of VIEWS[language]) {
      await tab.setViewportSize({ width, height: 844 });
      await tab.emulateMedia({ colorScheme });
      await tab.goto(`${url}/docs/${language}/${page}.html`);
      await expect
        .poll(() => tab.evaluate<boolean>(`'__vue_app__' in document.querySelector('#app')`))
        .toBe(true);
      expect(await violations(tab)).toEqual([]);
      expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const shown = await tab.evaluate(() =>
        [...document.querySelectorAll('.scene')]
          .filter((scene) => scene.checkVisibility())
          .map(({ className }) => className),
      );
      expect(shown.filter((classes) => !classes.includes(`only-${colorScheme}`))).toEqual([]);
    }
    expect(faults).toEqual([]);
    await context.close();
  },
);

it('finds an error code by the search, and shows a page of its own for what there is not', async () => {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await tab.goto(`${url}/docs/fr/index.html`);
  await tab.keyboard.press('Control+k');
  await tab.locator('#localsearch-input').fill('waitlist_full');
  await tab.locator('.result').first().waitFor();
  expect(await tab.locator('.result').first().textContent()).toContain('waitlist_full');
  const missing = await tab.goto(`${url}/docs/fr/nothing.html`);
  expect(missing?.status()).toBe(404);
  await tab.getByText('PAGE NOT FOUND').or(tab.getByText('Cette page n’existe pas')).first().waitFor();
  await tab.close();
});

it('is at /docs, and lets its files be kept for good', async () => {
  const first = await server.inject('/docs');
  expect([first.statusCode, first.headers.location]).toEqual([302, '/docs/']);
  const page = await server.inject('/docs/');
  expect(page.headers['cache-control']).toBe('no-cache');
  const [asset = ''] = /\/docs\/assets\/[^"]+\.css/.exec(page.body) ?? [];
  expect((await server.inject(asset)).headers['cache-control']).toContain('immutable');
});
