import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import type { Language } from './scenes.js';

/** How a picture is taken: in every combination. */
export const SCHEMES = ['light', 'dark'] as const;
export const WIDTHS = [390, 1280] as const;
const HEIGHTS = { 390: 844, 1280: 800 } as const;

const FONTS = path.resolve(import.meta.dirname, '../../node_modules');
/** Where the pages of the pictures find fonts: this address exists nowhere else. */
const FONTS_URL = 'https://fonts.invalid';
const STYLESHEETS = [
  '@fontsource/noto-sans/400.css',
  '@fontsource/noto-sans/600.css',
  '@fontsource/noto-sans/700.css',
  '@fontsource/noto-sans-symbols-2/400.css',
];
const SHIPPED = ['Noto Sans', 'Twemoji', 'Noto Sans Symbols 2', 'Noto Sans Math'];
/** What their own stylesheets leave out: the signs of one, and that arrows in text are not emoji of the other. */
const SIGNS = `@font-face {
  font-family: 'Noto Sans Math';
  src: url(${FONTS_URL}/@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2);
}
@font-face {
  font-family: 'Twemoji';
  src: url(${FONTS_URL}/twemoji-colr-font/twemoji.woff2);
  unicode-range: U+200D, U+20E3, U+231A-27BF, U+2B00-2BFF, U+FE0F, U+1F000-1FAFF;
}`;

/** The look of every page: these fonts alone; nothing in motion. */
const LOOK = `*, *::before, *::after {
  font-family: ${SHIPPED.map((font) => `'${font}'`).join(', ')}, sans-serif !important;
  caret-color: transparent !important; transition: none !important; animation: none !important;
}`;

export interface View {
  readonly language: Language;
  readonly scheme: (typeof SCHEMES)[number];
  readonly width: (typeof WIDTHS)[number];
}

/** A browser window of this size, language and colour, with the fonts that are shipped and a clock that stands still. */
export async function openWindow(browser: Browser, view: View, now: Date): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: view.width, height: HEIGHTS[view.width] },
    colorScheme: view.scheme,
    locale: view.language === 'fr' ? 'fr-FR' : 'en-GB',
    timezoneId: 'Europe/Paris',
    deviceScaleFactor: 1.5,
    reducedMotion: 'reduce',
    // Our own pages allow no foreign font.
    bypassCSP: true,
  });
  await context.clock.setFixedTime(now);
  await context.route(`${FONTS_URL}/**`, (route) =>
    route.fulfill({
      path: path.join(FONTS, new URL(route.request().url()).pathname),
      headers: { 'access-control-allow-origin': '*' },
    }),
  );
  const faces = await Promise.all(
    STYLESHEETS.map(async (sheet) => {
      const text = await readFile(path.join(FONTS, sheet), 'utf8');
      return text.replaceAll('url(./', `url(${FONTS_URL}/${path.dirname(sheet)}/`);
    }),
  );
  const css = JSON.stringify([...faces, SIGNS, LOOK].join('\n'));
  await context.addInitScript({
    content: `addEventListener('DOMContentLoaded', () => {
      document.head.append(Object.assign(document.createElement('style'), { textContent: ${css} }));
    });`,
  });
  return context;
}

/**
 * A still picture of a page or of a part of it, small enough for a page of text.
 * @param from the part that is at the top of it, where that is not the page's own top
 */
export async function takePicture(
  page: Page,
  what: Page | Locator,
  file: string,
  from?: string,
): Promise<void> {
  await page.evaluate('document.fonts.ready');
  await expectShippedFonts(page, what);
  const clip = from === undefined ? undefined : await below(page, from);
  const shot = await what.screenshot({
    animations: 'disabled',
    caret: 'hide',
    ...(clip && { clip, fullPage: true }),
  });
  await sharp(shot).webp({ quality: 70, effort: 4 }).toFile(file);
}

/** What has text in a picture: all of it, but for a field that shows nothing and whose words are the browser's. */
const TEXTS = '[data-pictured] *:not(input[type="file"])';

const MARK = `(part) => {
  document.querySelectorAll('[data-pictured]').forEach((other) => other.removeAttribute('data-pictured'));
  part.setAttribute('data-pictured', '');
}`;

/** A sign that no shipped font has would look different on each machine. @throws with each of them */
async function expectShippedFonts(page: Page, what: Page | Locator): Promise<void> {
  const part = 'goto' in what ? what.locator('body') : what;
  await part.evaluate(MARK);
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: TEXTS });
  const foreign = new Set<string>();
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    const machines = fonts.filter(({ isCustomFont }) => !isCustomFont).map(({ familyName }) => familyName);
    if (machines.length === 0) continue;
    const { outerHTML } = await session.send('DOM.getOuterHTML', { nodeId });
    foreign.add(`${machines.join(', ')} in ${outerHTML}`);
  }
  await session.detach();
  if (foreign.size > 0) throw new Error(`Fonts of the machine are needed:\n${[...foreign].join('\n')}`);
}

/** What is below the top of a part, as far as a screen goes and the page has something. */
async function below(page: Page, selector: string) {
  const part = await page.locator(selector).boundingBox();
  const main = await page.locator('main').boundingBox();
  const screen = page.viewportSize();
  if (part === null || main === null || screen === null) throw new Error(`There is no ${selector}.`);
  const end = Math.min(part.y + screen.height, main.y + main.height);
  return { x: 0, y: part.y, width: screen.width, height: end - part.y };
}

/** A recording, picture by picture, so that it is the same each time. */
export class Recording {
  private readonly frames: Buffer[] = [];
  private readonly delays: number[] = [];

  constructor(private readonly page: Page) {}

  /** What is seen now, and for how long. */
  async frame(milliseconds: number): Promise<void> {
    await this.page.evaluate('document.fonts.ready');
    this.frames.push(await this.page.screenshot({ animations: 'disabled', caret: 'hide' }));
    this.delays.push(milliseconds);
  }

  /** Types as a person does, some letters a picture. */
  async type(field: Locator, text: string): Promise<void> {
    for (let typed = 0; typed < text.length; typed += 5) {
      await field.pressSequentially(text.slice(typed, typed + 5));
      await this.frame(180);
    }
  }

  /** Writes it as an animated WebP. */
  async save(file: string): Promise<void> {
    await sharp(this.frames, { join: { animated: true } })
      .webp({ quality: 60, effort: 4, loop: 0, delay: this.delays, minSize: true })
      .toFile(file);
  }
}
