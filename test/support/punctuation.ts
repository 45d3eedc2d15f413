import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { textsOf } from './texts.js';

/** A text whose punctuation is not that of its language, and where it stands. */
export interface Unpunctuated {
  readonly file: string;
  readonly text: string;
}

/** French sets a space before these marks and inside its quotes; English knows neither, nor those quotes. */
const FAULTS: Readonly<Record<string, RegExp>> = {
  fr: /(?:^|[^\s:;!?])[:;!?](?:\s|$)|«\S|[^\s]»|["“”]|\d%/u,
  en: /\s[:;!?](?:\s|$)|[«»]|\d\s%/u,
};
/** What code adds to a text: a mark before or behind a value, whatever the language. */
const ADDED = /^ ?[:;!?»](?:\s|$)|^ %|[:;«]\s$/u;
/** Commands, moments, mentions and addresses have a form of their own, as does a single sign. */
const OF_ITS_OWN = /`[^`]*`|<[^<>]*>|<@?&?[^<>]*$|^[^<>]*>|https?:\S+/gu;

/**
 * The texts of the catalogues that are punctuated as another language's.
 * @param allowed pieces of text that stand as they are, such as a text that others have prescribed
 */
export function unpunctuatedTexts(root: string, allowed: readonly string[] = []): Unpunctuated[] {
  return Object.entries(FAULTS).flatMap(([language, fault]) => {
    const folder = path.join(root, 'src/languages', language);
    return faultsIn(filesIn(folder), folder, (text) => {
      const rest = allowed.reduce((left, piece) => left.replaceAll(piece, ''), text);
      return rest.length > 1 && fault.test(rest.replaceAll(OF_ITS_OWN, 'x'));
    });
  });
}

/** Punctuation that code adds to texts of the catalogues, where it reads them. @param folder where what members see is put together */
export function punctuationIn(folder: string): Unpunctuated[] {
  const readers = filesIn(folder).filter((file) => readFileSync(file, 'utf8').includes('/languages/'));
  return faultsIn(readers, folder, (text) => text.length > 1 && ADDED.test(text));
}

function faultsIn(
  files: readonly string[],
  folder: string,
  isFaulty: (text: string) => boolean,
): Unpunctuated[] {
  return files.flatMap((file) =>
    textsOf(file)
      .filter(isFaulty)
      .map((text) => ({ file: path.relative(path.dirname(folder), file), text })),
  );
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile() && file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .sort();
}
