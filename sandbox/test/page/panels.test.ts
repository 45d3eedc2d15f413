import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsInBoth } from './axe.js';
import { browserPath } from './browser.js';
import { call, useStage, type Scene } from './scene.js';

describe.skipIf(browserPath === null)('the panels of requests and faults', { timeout: 30_000 }, () => {
  let scene: Scene;
  let page: Page;

  useStage({}, (stage) => {
    ({ scene, page } = stage);
  });

  const open = async (name: string): Promise<void> => {
    const button = page.getByRole('button', { name, exact: true });
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
  };
  const requests = (): ReturnType<Page['locator']> =>
    page.getByRole('complementary', { name: 'Requests' }).locator('.request');

  it('show what a bot sent, why it was refused, and how its bucket stands, as it happens', async () => {
    await open('Requests');
    const channel = await scene.channel('general');
    await channel.send('Seen in the log');
    await expect(channel.send('')).rejects.toThrow();
    const refused = requests().filter({ hasText: 'Cannot send an empty message' }).first();
    await refused.waitFor();
    await page.getByLabel('Find').fill('post messages 200');
    await expect.poll(() => refused.count()).toBe(0);
    await requests().first().locator('summary').click();
    await page.getByLabel('What was sent').getByText('Seen in the log').waitFor();
    await page.getByText(/^DiscordBot/).waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
    await page.getByLabel('Find').fill('');
    await page.getByLabel('Show').selectOption('Refused or cut');
    await expect.poll(() => requests().count()).toBe(1);
    await page.getByLabel('Find').fill('nothing of the kind');
    await page.getByText('No such request.').waitFor();
    await page.getByLabel('Find').fill('');
  });

  it('make the next call of the same route fail, and take faults away one by one', async () => {
    await open('Requests');
    await requests().first().locator('summary').click();
    await page.getByRole('button', { name: 'Let it fail next time' }).click();
    const path = page.getByLabel('Path');
    await expect.poll(() => path.inputValue()).toBe('/channels/{channel_id}/messages');
    await page.getByRole('button', { name: '503', exact: true }).click();
    await page.getByLabel('Times').fill('1');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('answers 503').waitFor();
    await page.getByRole('button', { name: 'Slow' }).click();
    await path.fill('/users/*');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('waits 3000 ms').waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
    await page.getByRole('button', { name: /^Take away: any \/users/ }).click();
    await expect.poll(() => page.getByText('waits 3000 ms').count()).toBe(0);
    const left = await call<object[]>(scene.sandbox, 'GET', '/sandbox/faults');
    expect(left).toMatchObject([{ method: 'POST', path: '/channels/{channel_id}/messages', status: 503 }]);
    // discord.js tries again: the second time it works, and the fault is used up.
    await (await scene.channel('general')).send('Through in the end');
    await page.getByText('None: everything works.').waitFor();
  });

  it('cut the gateway, and say to how many bots it was done', async () => {
    await open('Faults');
    const back = new Promise((resolve) => scene.bot.once('shardResume', resolve));
    await page.getByRole('button', { name: 'Ask to reconnect' }).click();
    await page.getByText('Ask to reconnect: done to 1 bot.').waitFor();
    await back;
  });
});
