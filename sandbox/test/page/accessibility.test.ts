import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './axe.js';
import { browserPath } from './browser.js';
import { useStage } from './scene.js';

async function openChannels(page: Page): Promise<void> {
  const menu = page.getByRole('button', { name: 'Servers and channels' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (await menu.isVisible()) await menu.click();
}

/** Ways to stand on the page. */
const VIEWS: Record<string, (page: Page) => Promise<void>> = {
  'a channel': async (page) => {
    await openChannels(page);
    await page.getByRole('button', { name: 'operations' }).click();
    await page.getByRole('button', { name: 'Sign up' }).waitFor();
  },
  'the channel list': openChannels,
  'the events': async (page) => {
    await openChannels(page);
    await page.getByRole('button', { name: /^Events/ }).click();
    await page.getByRole('article').first().waitFor();
  },
  'an ephemeral answer': async (page) => {
    await VIEWS['a channel']?.(page);
    await page.getByRole('combobox', { name: 'Choose a role' }).click();
    await page.getByRole('option', { name: 'Pilot' }).click();
    await page.getByText('Only you can see this').first().waitFor();
  },
  'an open menu': async (page) => {
    await VIEWS['a channel']?.(page);
    await page.getByRole('combobox', { name: 'Choose a role' }).click();
  },
  'a modal': async (page) => {
    await VIEWS['a channel']?.(page);
    await page.getByRole('button', { name: 'Leave a note' }).click();
    await page.getByRole('dialog', { name: 'A note' }).waitFor();
  },
  'a command': async (page) => {
    await VIEWS['a channel']?.(page);
    await page.getByRole('textbox', { name: /^Message as/ }).fill('/event');
    await page.getByRole('option').first().waitFor();
  },
  'a command’s options': async (page) => {
    await VIEWS['a channel']?.(page);
    await page.getByRole('textbox', { name: /^Message as/ }).fill('/event show');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'Red Dawn' }).waitFor();
  },
  members: panel('Members'),
  requests: panel('Requests'),
  faults: panel('Faults'),
};

function panel(name: string): (page: Page) => Promise<void> {
  return async (page) => {
    const button = page.getByRole('button', { name, exact: true });
    await button.waitFor();
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
    await page.getByRole('complementary', { name }).waitFor();
  };
}

describe.skipIf(browserPath === null)('axe finds nothing wrong', { timeout: 30_000 }, () => {
  let page: Page;

  useStage({}, async (stage) => {
    ({ page } = stage);
    const { scene } = stage;
    const guild = await scene.bot.guilds.fetch(scene.guild.id);
    const start = Date.now() + 3_600_000;
    await guild.scheduledEvents.create({
      name: 'Race',
      privacyLevel: 2,
      entityType: 3,
      scheduledStartTime: start,
      scheduledEndTime: start + 3_600_000,
      entityMetadata: { location: 'Yela' },
    });
  });

  it.each(Object.keys(VIEWS))('1280 px, light, and 360 px, dark: %s', async (view) => {
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [360, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 780 });
      await page.emulateMedia({ colorScheme });
      await page.reload();
      await VIEWS[view]?.(page);
      await page.waitForSelector(`:root[data-theme=${colorScheme}]`);
      expect(await violations(page)).toEqual([]);
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      expect(overflow).toBeLessThanOrEqual(0);
    }
  });
});
