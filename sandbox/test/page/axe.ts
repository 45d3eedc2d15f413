import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong on the page as it stands. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(AXE);
  const results = await page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    // What is right as well would take longer.
    return axe.run({ runOnly: tags, resultTypes: ['violations'] });
  }, TAGS);
  return results.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}`),
  );
}

/** Parts that reach beyond the right edge, but for what scrolls by itself: the page clips them, so that it has no scroll bar. */
const WIDER = `[...document.querySelectorAll('main :is(p, button, input, textarea, section, pre), dialog *')]
  .filter((part) => part.getBoundingClientRect().right > innerWidth + 1 && !part.parentElement.closest('pre'))
  .map((part) => part.className || part.tagName)`;

/** What is wrong on a wide light page and on a narrow dark one, as it stands, and what does not fit there. */
export async function violationsInBoth(page: Page): Promise<string[]> {
  const size = page.viewportSize() ?? { width: 1280, height: 860 };
  const wide = await violations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.waitForSelector(':root[data-theme=dark]');
  const narrow = await violations(page);
  const wider = await page.evaluate<string[]>(WIDER);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(size);
  await page.waitForSelector(':root[data-theme=light]');
  return [
    ...wide,
    ...narrow.map((one) => `narrow: ${one}`),
    ...wider.map((one) => `wider than the page: ${one}`),
  ];
}
