import { expect, it } from 'vitest';
import { builtPages, type BuiltPage, writtenPages } from './pages.js';

/** Words that may stand twice. */
const TWICE = new Set(['nous', 'vous', 'that', 'had']);

/** Sentences of a page, without code and without what is quoted in the other language. */
function proseOf({ html }: BuiltPage): string[] {
  const main = /<main[^>]*>([^]*)<\/main>/.exec(html)?.[1] ?? '';
  return main
    .replaceAll(/<(pre|code|blockquote|script)[ >][^]*?<\/\1>/g, '`')
    .split(
      /<\/?(?:p|li|ul|ol|h\d|td|th|tr|table|div|summary|nav|aside|a class="[^"]*(?:outline|pager))[^>]*>/,
    )
    .map((block) =>
      block
        .replaceAll(/<[^>]+>/g, '')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&')
        .replaceAll('\n', ' '),
    );
}

/** Where the sentences of the pages in a language have something. */
function found(language: string, pattern: RegExp): string[] {
  const written = new Set(
    writtenPages(language).map(({ file }) => `${language}/${file.replace('.md', '.html')}`),
  );
  return builtPages()
    .filter(({ address }) => written.has(address))
    .flatMap((page) =>
      proseOf(page).flatMap((block) =>
        [...block.matchAll(pattern)].map(({ 0: text }) => `${page.address}: ${text}`),
      ),
    );
}

it.each([
  ['a space that may break before « : ; ? ! » or inside of guillemets', /\S* (?:[;:?!»](?=\s|$))|« \S*/g],
  ['a straight apostrophe or quotation mark', /\p{L}*'\p{L}+|"[^"]*"/gu],
  ['three points for one sign', /\S*\.\.\./g],
  ['a mark without the space before it', /\p{L}{2,}[;?!](?=\s|$)/gu],
])('French is set as print wants it: without %s', (_what, pattern) => {
  expect(found('fr', pattern)).toEqual([]);
});

it.each(['fr', 'en'])('no word stands twice: %s', (language) => {
  const twice = found(language, /(?<![\p{L}-])(\p{L}{2,}) \1(?![\p{L}-])/giu);
  expect(twice.filter((one) => !TWICE.has(one.split(' ').at(-1)?.toLowerCase() ?? ''))).toEqual([]);
});
