import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const PLACES = [
  process.env['CHROMIUM_PATH'],
  // The same engine without a window: a third less work for the processor.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser of this machine; null when there is none. */
export const browserPath = PLACES.find((path) => path !== undefined && existsSync(path)) ?? null;

if (browserPath === null) {
  console.log(
    'Browser tests skipped: no Chromium or Chrome found. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  );
}

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath ?? '', args: FLAGS });
}

/** A fresh page, and all that went wrong in it: errors and warnings of the console, uncaught errors, failed loads. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; troubles: string[]; close: () => Promise<void> }> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    // A look in the middle of a fading colour would find what nobody is ever left with.
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) => {
    // The live stream ends when the page is left.
    // What a page that is left was still loading is not missing.
    const isLeft = request.failure()?.errorText === 'net::ERR_ABORTED';
    if (!isLeft && !request.url().endsWith('/sandbox/live')) troubles.push(`not loaded: ${request.url()}`);
  });
  await page.goto(url);
  return { page, troubles, close: () => context.close() };
}
