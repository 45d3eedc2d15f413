import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../generate/sources.js';

const SITE = path.join(ROOT, 'site');
export const BUILT = path.join(SITE, 'dist');

/** A page as it was built. */
export interface BuiltPage {
  /** Below the site, such as `en/try-it.html`. */
  readonly address: string;
  readonly html: string;
}

/** Every page that was built. */
export function builtPages(): BuiltPage[] {
  return filesIn(BUILT, '.html').map((address) => ({
    address,
    html: readFileSync(path.join(BUILT, address), 'utf8'),
  }));
}

/** Written pages of a language, with what they include of the documents for contributors, by their file below the language. */
export function writtenPages(language: string): { readonly file: string; readonly text: string }[] {
  return filesIn(path.join(SITE, language), '.md')
    .filter((file) => !file.startsWith('api/operations/'))
    .map((file) => ({ file, text: written(path.join(SITE, language, file)) }));
}

function written(file: string): string {
  return readFileSync(file, 'utf8').replaceAll(
    /<!--@include: (\S+\.md)(?:\{2,\})?-->/g,
    (mark, included: string) => {
      const source = path.resolve(path.dirname(file), included);
      return source.includes('.generated') ? mark : readFileSync(source, 'utf8').replace(/^.*\n/, '');
    },
  );
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .toSorted();
}

/** The text of a page: its own part, without markup. */
export function textOf({ html }: BuiltPage): string {
  const main = /<main[^>]*>([^]*)<\/main>/.exec(html)?.[1] ?? html;
  return main
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
