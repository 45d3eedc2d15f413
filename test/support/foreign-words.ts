import { readdirSync } from 'node:fs';
import path from 'node:path';
import { textsOf } from './texts.js';

/** Frequent words that are of one language alone: no text of another one has them. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  fr: words(
    'le la les un une des du de et est sont dans pour avec sans sur sous vous votre vos nous notre ce cette ces cet',
    'qui que quoi dont où ne pas au aux par être avoir fait déjà aussi encore ici mais ou si leur leurs il elle ils',
    'événement événements salon salons serveur serveurs membre membres rôle rôles inscription inscriptions inscrit',
  ),
  en: words(
    'the and of to is are was were be been has have had will would your you yours we our they their them it its',
    'this that these those with without for from by in at an not no or but if than then there here who which what',
    'when where why how event events server servers member members signup signups everybody somebody already',
  ),
};

/** A text with words of another language: where it stands, and which they are. */
export interface ForeignText {
  readonly file: string;
  readonly text: string;
  readonly words: readonly string[];
}

/**
 * The texts of the catalogues that hold words of another language, found in the source, so that those within functions are seen too.
 * @param allowed pieces of text that are the same in every language, such as names
 */
export function foreignTexts(root: string, allowed: readonly string[] = []): ForeignText[] {
  return Object.keys(WORDS).flatMap((language) => {
    const foreign = new Set(
      Object.entries(WORDS).flatMap(([other, theirs]) => (other === language ? [] : theirs)),
    );
    const folder = path.join(root, 'src/languages', language);
    return readdirSync(folder).flatMap((file) =>
      textsOf(path.join(folder, file)).flatMap((text) => {
        const found = wordsOf(allowed.reduce((rest, name) => rest.replaceAll(name, ''), text)).filter(
          (word) => foreign.has(word),
        );
        return found.length === 0 ? [] : [{ file: `${language}/${file}`, text, words: found }];
      }),
    );
  });
}

/** But for names of variables and fields, and places of a template to fill in. */
const wordsOf = (text: string): string[] =>
  text
    .replaceAll(/\{\w+\}|\w+_\w+/g, ' ')
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [];

function words(...lines: readonly string[]): string[] {
  return lines.join(' ').split(' ');
}
