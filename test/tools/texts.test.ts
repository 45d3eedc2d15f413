import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { foreignTexts } from '../support/foreign-words.js';
import { unusedTexts } from '../support/unused-texts.js';

const root = path.resolve(import.meta.dirname, '../..');

it('reads every text of the catalogues somewhere', { timeout: 120_000 }, () => {
  expect(unusedTexts(root)).toEqual([]);
});

it('says everything in the language of the catalogue', () => {
  expect(foreignTexts(root, ['VerseLink'])).toEqual([]);
});

it('finds words of another language in texts, and in the parts of templates', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'verselink-texts-'));
  const write = (language: string, text: string): void => {
    mkdirSync(path.join(folder, 'src/languages', language), { recursive: true });
    writeFileSync(path.join(folder, 'src/languages', language, 'a.ts'), text);
  };
  write('fr', "export const a = { the: 'Un événement', b: (n: number) => `${n} of your events` };");
  write('en', "export const a = { le: 'An event for VerseLink', b: ['Les membres'] };");
  expect(foreignTexts(folder, ['VerseLink'])).toEqual([
    { file: 'fr/a.ts', text: ' of your events', words: ['of', 'your', 'events'] },
    { file: 'en/a.ts', text: 'Les membres', words: ['les', 'membres'] },
  ]);
  rmSync(folder, { recursive: true });
});
