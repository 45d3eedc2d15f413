import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../../src/index.js';
import { makeGuild } from '../support/http.js';
import { violations } from './axe.js';
import { browserPath, launch, openPage } from './browser.js';

describe.skipIf(browserPath === null)('the page that asks for consent', () => {
  let sandbox: Sandbox;
  let browser: Browser;

  beforeAll(async () => {
    sandbox = await createSandbox({ rateLimits: { enabled: false } });
    await makeGuild(sandbox);
    browser = await launch();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await sandbox.close();
  });

  const address = (): string => {
    const back = `${sandbox.url}/sandbox/guilds`;
    const query = {
      client_id: sandbox.applicationId,
      response_type: 'code',
      redirect_uri: back,
      state: 's1',
    };
    return `${sandbox.url}/oauth2/authorize?${String(new URLSearchParams({ ...query, scope: 'identify email' }))}`;
  };

  it.each(['light', 'dark'] as const)('is accessible at 360 px (%s)', async (colorScheme) => {
    const viewport = { width: 360, height: 640 };
    const { page, troubles, close } = await openPage(browser, address(), { colorScheme, viewport });
    expect(await violations(page)).toEqual([]);
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(360);
    expect(troubles).toEqual([]);
    await close();
  });

  it('lets a person say by keyboard who they are, and authorize', async () => {
    const { page, close } = await openPage(browser, address());
    await page.getByLabel('You are').focus();
    await page.keyboard.type('bob');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/sandbox\/guilds\?/);
    const query = new URL(page.url()).searchParams;
    expect(query.get('state')).toBe('s1');
    const code = sandbox.context.world.codes.get(query.get('code') ?? '');
    expect(sandbox.context.world.users.get(code?.user_id ?? '')?.username).toBe('bob');
    await close();
  });
});
