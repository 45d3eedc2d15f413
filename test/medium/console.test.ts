import type { Browser as Chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, launch } from '../../sandbox/test/page/browser.js';
import { ConsoleStage, expectUsable } from '../support/console-stage.js';

let stage: ConsoleStage;
beforeAll(async () => {
  stage = await ConsoleStage.open();
  await stage.scene.event({ title: 'Raid on Jumptown', visibility: 'public', max_participants: 12 });
});
afterAll(() => stage.close());

describe.skipIf(browserPath === null)('the console in a browser', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await launch();
  });
  afterAll(() => chromium.close());

  it.each([
    { width: 1280, colorScheme: 'light' },
    { width: 390, colorScheme: 'dark' },
  ] as const)(
    'signs a newcomer in and shows the events in both languages ($width px, $colorScheme)',
    async ({ width, colorScheme }) => {
      const viewport = { width, height: 860 };
      const { page, troubles, close } = await stage.visit(chromium, 'Eve', '/app', { viewport, colorScheme });
      const event = page.getByRole('listitem').filter({ hasText: 'Raid on Jumptown' });
      for (const [language, title, seats] of [
        ['en', 'Events', '0/12 signed up'],
        ['fr', 'Événements', '0/12 inscrit'],
      ] as const) {
        await page.getByRole('button', { name: /Eve$/ }).click();
        await page.getByLabel(/^Lang/).selectOption(language);
        await page.keyboard.press('Escape');
        await page.getByRole('heading', { level: 1, name: title }).waitFor();
        await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(language);
        await event.getByText(seats).waitFor();
        expect(await page.title()).toBe(`${title} · VerseLink`);
        await expectUsable(page);
      }
      expect(new URL(page.url()).pathname).toBe('/app/events');
      // The choice is kept with the person, not in the browser.
      await page.reload();
      await page.getByRole('heading', { level: 1, name: 'Événements' }).waitFor();

      await page.getByRole('button', { name: 'Compte de Eve' }).click();
      await page.getByRole('button', { name: 'Se déconnecter' }).click();
      await page.getByRole('link', { name: 'Sign in with Discord' }).waitFor();
      expect(troubles.filter((trouble) => !trouble.includes('401'))).toEqual([]);
      await close();
    },
  );

  it('keeps filters in the address, says when nothing matches, and leads back to all', async () => {
    const { page, troubles, close } = await stage.visit(chromium, 'Zoe', '/app/events?type=mining');
    await page.getByRole('heading', { name: /^(?:No event matches|Aucun événement pour)/ }).waitFor();
    await expectUsable(page);
    expect(new URL(page.url()).search).toBe('?type=mining');
    await page.getByRole('button', { name: /filt/ }).click();
    await page.getByText('Raid on Jumptown').waitFor();
    expect(new URL(page.url()).search).toBe('');
    await page.goBack();
    await expect.poll(() => page.getByText('Raid on Jumptown').count()).toBe(0);
    expect(troubles).toEqual([]);
    await close();
  });

  it('walks a month by the arrow keys, keeps the day in the address, and leads to its events', async () => {
    const start = '2027-03-10T12:00:00.000Z';
    await stage.scene.event({ title: 'Race at Yela', visibility: 'public', start_at_utc: start });
    const address = '/app/events?view=month&month=2027-03&day=2027-03-03';
    const { page, troubles, close } = await stage.visit(chromium, 'Zoe', address);
    await page
      .getByRole('grid')
      .getByRole('button', { name: /^(?:mercredi 3 mars|Wednesday,? 3 March)/ })
      .focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('listitem').getByRole('heading', { name: 'Race at Yela' }).waitFor();
    expect(new URL(page.url()).searchParams.get('day')).toBe('2027-03-10');
    await expect.poll(() => page.evaluate('document.activeElement?.textContent')).toBe('10');
    await page.keyboard.press('PageDown');
    await expect.poll(() => new URL(page.url()).searchParams.get('month')).toBe('2027-04');
    await page.goBack();
    await page
      .getByRole('grid')
      .getByRole('link', { name: /Race at Yela/ })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Race at Yela' }).waitFor();
    expect(troubles).toEqual([]);
    await close();
  });

  it('says what went wrong, and by which number to ask about it', async () => {
    const { page, close } = await stage.visit(chromium, 'Zoe', '/app/events?org=none');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.locator('code').textContent()).toMatch(/^[\da-f-]{36}$/);
    await expectUsable(page);
    await close();
  });
});

describe('the files of the console', () => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(stage.app.url + path, { headers: { 'accept-encoding': 'br', ...headers } });

  it('are kept for good and sent compressed; the page that names them is asked for each time', async () => {
    const page = await get('/app/events/anything');
    expect(page.status).toBe(200);
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'cache-control': 'no-cache',
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
    const [, script = ''] = /src="(\/app\/assets\/[^"]+\.js)"/.exec(await page.text()) ?? [];
    const file = await get(script);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
    });
  });

  it.each(['/app/assets/index-missing.js', '/app/assets/', '/app/favicon.ico', '/application'])(
    'are missing where there is none, and never the page: %s',
    async (path) => {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    },
  );
});
