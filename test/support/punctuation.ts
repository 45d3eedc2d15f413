import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { textsOf } from './texts.js';

/** A text whose punctuation is not that of its language, and where it stands. */
export interface Unpunctuated {
  readonly file: string;
  readonly text: string;
}

/**
 * French sets a space before these marks and inside its quotes, at which no line breaks; English knows neither, nor those quotes.
 */
const FAULTS: Readonly<Record<string, RegExp>> = {
  fr: /(?:^|[^\s:;!?])[:;!?](?:\s|$)| [:;!?](?:\s|$)|«[^\u00a0\u202f]|[^\u00a0\u202f]»|["“”]|\d ?%/u,
  en: /\s[:;!?](?:\s|$)|[«»]|\d\s%/u,
};
/** What code adds to a text: a mark before or behind a value, whatever the language. */
const ADDED = /^\s?[:;!?»](?:\s|$)|^\s%|[:;«]\s$|[“”]/u;
const QUOTE = /[“”«»]/u;
/** Commands, moments, mentions and addresses have a form of their own, as does a single sign. */
const OF_ITS_OWN = /`[^`]*`|<[^<>]*>|<@?&?[^<>]*$|^[^<>]*>|https?:\S+/gu;

/**
 * The texts of catalogues that are punctuated as another language's.
 * @param catalogues where there is a folder, or a file, for each language
 * @param allowed pieces of text that stand as they are, such as a text that others have prescribed
 */
export function unpunctuatedTexts(catalogues: string, allowed: readonly string[] = []): Unpunctuated[] {
  return Object.entries(FAULTS).flatMap(([language, fault]) => {
    const files = filesIn(catalogues).filter(
      (file) => /^(\w+)/.exec(path.relative(catalogues, file))?.[0] === language,
    );
    return faultsIn(files, catalogues, (text) => {
      const rest = allowed.reduce((left, piece) => left.replaceAll(piece, ''), text);
      return rest.length > 1 && fault.test(rest.replaceAll(OF_ITS_OWN, 'x'));
    });
  });
}

/**
 * Punctuation that code adds to texts of catalogues, where it reads them.
 * @param folder where what people see is put together
 * @param catalogues a part of the path by which code imports them
 */
export function punctuationIn(folder: string, catalogues = '/languages/'): Unpunctuated[] {
  const readers = filesIn(folder).filter(
    (file) => !file.includes(catalogues) && readFileSync(file, 'utf8').includes(catalogues),
  );
  return faultsIn(readers, folder, (text) => (text.length > 1 || QUOTE.test(text)) && ADDED.test(text));
}

function faultsIn(
  files: readonly string[],
  folder: string,
  isFaulty: (text: string) => boolean,
): Unpunctuated[] {
  return files.flatMap((file) =>
    textsOf(file)
      .filter(isFaulty)
      .map((text) => ({ file: path.relative(folder, file), text })),
  );
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile() && /\.[jt]sx?$/.test(file) && !/\.(?:spec|d)\.ts$/.test(file))
    .sort();
}
