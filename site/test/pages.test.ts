import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOMS } from '../.vitepress/languages.js';
import { BUILT, builtPages, type BuiltPage, writtenPages } from './pages.js';

const MOST_BYTES = 200_000;
const BASE = '/docs/';

const pages = builtPages();
const idsOf = new Map(pages.map(({ address, html }) => [address, idsIn(html)]));

function idsIn(html: string): Set<string> {
  return new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id));
}

/** What a page is made of, in its order. Below its title headings have the same anchors in both languages, so that one can change over. */
function partsOf(html: string): string[] {
  const main = /<main[^>]*>([^]*)<\/main>/.exec(html)?.[1] ?? '';
  return [...main.matchAll(/<(h[1-4]|table|tr|li|img)(?: id="([^"]+)")?[ >]/g)].map(
    ([, tag = '', id = '']) => (tag === 'h1' ? tag : `${tag} ${id}`.trim()),
  );
}

/** Addresses on a page that lead to this site, below it; with what they point at in the page. */
function linksOf({
  address,
  html,
}: BuiltPage): { readonly href: string; readonly file: string; readonly id: string }[] {
  return [...html.matchAll(/<a [^>]*href="([^"]+)"/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter((href) => href.startsWith(BASE) || href.startsWith('#') || href.startsWith('.'))
    .map((href) => {
      const url = new URL(href, `http://site${BASE}${address}`);
      const file = url.pathname.slice(BASE.length).replace(/(^|\/)$/, '$1index.html');
      return { href, file, id: decodeURIComponent(url.hash.slice(1)) };
    });
}

describe('the pages', () => {
  it('lead to no page, picture or heading that there is not', () => {
    expect(pages.length).toBeGreaterThan(80);
    const dead = pages.flatMap((page) =>
      linksOf(page)
        .filter(
          ({ file, id }) =>
            !existsSync(path.join(BUILT, file)) || (id !== '' && idsOf.get(file)?.has(id) === false),
        )
        .map(({ href }) => `${page.address} → ${href}`),
    );
    expect(dead).toEqual([]);
  });

  it('are the same in both languages: the same headings, by their anchors, and as many tables, rows, lists and pictures', () => {
    const shape = (language: string) =>
      pages
        .filter(({ address }) => address.startsWith(`${language}/`))
        .map(({ address, html }) => ({ page: address.slice(3), parts: partsOf(html) }));
    expect(shape('fr')).toEqual(shape('en'));
  });

  it('show the same commands in both languages', () => {
    const commands = (language: string) =>
      writtenPages(language).map(({ file, text }) => ({
        file,
        blocks: [...text.matchAll(/^ *```sh[^]*?^ *```/gm)].map(([block]) => block.replaceAll(/^ +/gm, '')),
      }));
    expect(commands('fr')).toEqual(commands('en'));
  });

  it('are each in the sidebar', () => {
    const listed = ROOMS.flatMap((room) =>
      room.pages.map(([address]) => address.replace(/(^|\/)$/, '$1index')),
    );
    const written = writtenPages('en').map(({ file }) => file.replace(/\.md$/, ''));
    expect(listed.toSorted()).toEqual(written.filter((file) => file !== 'index').toSorted());
  });

  it('say of each cell about another tool where it was read, or that it was not verified', () => {
    for (const { address, html } of pages.filter((page) => page.address.endsWith('/comparison.html'))) {
      const rows = [...html.matchAll(/<tr>([^]*?)<\/tr>/g)].map(([, row = '']) =>
        [...row.matchAll(/<td[^>]*>([^]*?)<\/td>/g)].map(([, cell = '']) => cell),
      );
      const cells = rows.flatMap((row) => row.slice(2));
      expect({ address, cells: cells.length }).toEqual({ address, cells: 17 * 5 });
      expect(cells.filter((cell) => !/^<a href="https:|^not verified$|^non vérifié$/.test(cell))).toEqual([]);
    }
  });

  it('say of each block of commands whether it runs, or why not', () => {
    const blocks = ['en', 'fr'].flatMap((language) =>
      writtenPages(language).flatMap(({ file, text }) =>
        [...text.matchAll(/^ *```(?:sh|bash)(.*)$/gm)].map(([, info = '']) => ({ file, info: info.trim() })),
      ),
    );
    expect(blocks.length).toBeGreaterThan(20);
    expect(blocks.filter(({ info }) => !/^(?:run|start|(?:by-hand|test)=".{5,}")$/.test(info))).toEqual([]);
  });

  it(`weigh at most ${String(MOST_BYTES / 1_000)} kB each as they are sent, without pictures`, () => {
    const sent = (file: string) =>
      statSync(path.join(BUILT, existsSync(path.join(BUILT, `${file}.br`)) ? `${file}.br` : file)).size;
    const heavy = pages.map(({ address, html }) => {
      const loaded = [...html.matchAll(/(?:href|src)="\/docs\/(assets\/[^"]+\.(?:js|css))"/g)].map(
        ([, file = '']) => file,
      );
      return { address, bytes: [address, ...new Set(loaded)].reduce((sum, file) => sum + sent(file), 0) };
    });
    const heaviest = heavy.toSorted((one, other) => other.bytes - one.bytes)[0];
    console.log(
      `The heaviest page: ${heaviest?.address ?? ''}, ${String(Math.round((heaviest?.bytes ?? 0) / 1_000))} kB.`,
    );
    expect(heavy.filter(({ bytes }) => bytes > MOST_BYTES)).toEqual([]);
  });

  it('have the same scripts inside, which the policy of the server names by their hashes', () => {
    const scripts = (html: string) =>
      [...html.matchAll(/<script(?: id="[\w-]+")?>([^]*?)<\/script>/g)].map(([, script]) => script);
    const [first] = pages.filter(({ address }) => address === 'index.html');
    const ofFirst = scripts(first?.html ?? '');
    expect(ofFirst.length).toBeGreaterThan(0);
    expect(
      pages
        .filter(({ html }) => scripts(html).some((script) => !ofFirst.includes(script)))
        .map(({ address }) => address),
    ).toEqual([]);
  });

  it('show the scenes in their own language and in both colours, each with an alternative text', () => {
    const shown = pages.flatMap(({ address, html }) =>
      [...html.matchAll(/<img[^>]* src="([^"]+)"[^>]*>/g)].map(([tag, src = '']) => ({
        address,
        alt: / alt="([^"]*)"/.exec(tag)?.[1] ?? '',
        view: /-(fr|en)(?:-(light|dark)-1280)?\.[\w-]+\.webp$/.exec(src) ?? [],
      })),
    );
    expect(shown.length).toBeGreaterThan(40);
    expect(shown.filter(({ alt }) => alt.length < 10)).toEqual([]);
    expect(
      shown.filter(({ address, view: [, language] }) => !address.startsWith(`${language ?? '?'}/`)),
    ).toEqual([]);
    const inColour = (colour: string) => shown.filter(({ view }) => view[2] === colour).map(({ alt }) => alt);
    expect(inColour('dark')).toEqual(inColour('light'));
    expect(pages.filter(({ html }) => html.includes('recording-rush')).map(({ address }) => address)).toEqual(
      ['en/try-it.html', 'fr/try-it.html'],
    );
  });
});
