import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, launch } from '../../sandbox/test/page/browser.js';
import { ConsoleStage } from '../support/console-stage.js';

// What a browser loads before it shows a page of the console for the first time. How long that takes, bench/console.ts measures.

/** What was promised: scripts, style sheets and the like, compressed. */
const LIMIT = 150_000;

/** Loaded when the page is there already: what staff drag people with, and plots. */
const LATER = /\/(?:roster-board|time-plot)-/;

const PAGES = [
  ['/app/events', 'Night raid'],
  ['/app/events?view=agenda', 'Today'],
  ['/app/events/{event}', 'Nobody'],
  ['/app/events/new', 'Description'],
  ['/app/organizations', 'Escadrille Aurore'],
  ['/app/servers/{guild}', '#events'],
  ['/app/me/settings', 'Linked Discord account'],
  ['/app/admin/health', 'VerseLink'],
] as const;

interface Loaded {
  readonly path: string;
  readonly from: number;
  readonly bytes: number;
}

describe.skipIf(browserPath === null)('the first load of the console', { timeout: 120_000 }, () => {
  let stage: ConsoleStage;
  let browser: Browser;
  let eventId: string;
  beforeAll(async () => {
    [stage, browser] = await Promise.all([ConsoleStage.open(), launch()]);
    eventId = (await stage.scene.event({ title: 'Night raid' })).id;
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  const enter = async (locale: 'fr' | 'en', address: string, shows: string) => {
    const person = address.startsWith('/app/admin') ? stage.people.Root : stage.people.Ada;
    await person.patch('/users/me', { locale });
    const at = address.replace('{event}', eventId).replace('{guild}', stage.guild.id);
    const { page, troubles, close } = await stage.enter(browser, person, at);
    await page.getByText(shows).filter({ visible: true }).first().waitFor();
    const loaded = await loadedBy(page);
    expect(troubles).toEqual([]);
    await close();
    return loaded;
  };

  it.each(PAGES)('stays within its limit at %s', async (address, shows) => {
    const files = (await enter('en', address, shows)).filter(
      ({ path }) => path.startsWith('/app/') && !LATER.test(path),
    );
    expect(files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(LIMIT);
  });

  it.each(['fr', 'en'] as const)(
    'loads one language, asks who is there at once, and once for the events: %s',
    async (locale) => {
      const loaded = await enter(locale, '/app/events', 'Night raid');
      const languages = loaded.filter(({ path }) => /\/(?:fr|en)-[^/]+\.js$/.test(path));
      expect(languages.map(({ path }) => path.slice('/app/assets/'.length, 14))).toEqual([locale]);
      const startOf = (path: RegExp) => loaded.find((one) => path.test(one.path))?.from;
      expect(startOf(/^\/api\/v1\/users\/me$/)).toBeLessThanOrEqual(startOf(/\/index-[^/]+\.js$/) ?? 0);
      expect(loaded.filter(({ path }) => path === '/api/v1/events')).toHaveLength(1);
    },
  );
});

const loadedBy = (page: Page): Promise<Loaded[]> =>
  page.evaluate<Loaded[]>(
    `performance.getEntriesByType('resource').map(({ name, startTime: from, encodedBodySize: bytes }) =>
      ({ path: new URL(name).pathname, from, bytes }))`,
  );
