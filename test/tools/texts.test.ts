import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { foreignTexts } from '../support/foreign-words.js';
import { conflict, forbidden, invalid, notFound, type DomainError } from '../../src/common/errors.js';
import { refusalText } from '../../src/discord-gateway/refusal-text.js';
import { LOCALES, textsIn } from '../../src/languages/languages.js';
import { punctuationIn, unpunctuatedTexts } from '../support/punctuation.js';
import { textsOf } from '../support/texts.js';
import { unusedTexts } from '../support/unused-texts.js';

const root = path.resolve(import.meta.dirname, '../..');

/** What the founders' documents say word for word, in src/languages/fr/notices.ts and premium.ts. */
const AS_FOUNDED = [
  'Email:',
  'a été activé avec succès !',
  'Votre plan a été amélioré !',
  "Merci d'utiliser Moddy !",
  'Vous avez un abonnement actif !',
];

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

it('punctuates everything as its language does, and adds no punctuation to texts elsewhere', () => {
  const catalogues = ['src/languages', 'console/src/texts', 'packages/discord-view/words'];
  const faults = catalogues.flatMap((place) => unpunctuatedTexts(path.join(root, place), AS_FOUNDED));
  // Behind a plan's name, in the same sentences.
  expect(faults).toEqual([{ file: 'fr/notices.ts', text: ' !' }]);
  const places = ['src/discord-gateway', 'src/features/scheduled-events/rules', 'src/features/series/rules'];
  expect(places.flatMap((place) => punctuationIn(path.join(root, place)))).toEqual([]);
  expect(punctuationIn(path.join(root, 'console/src'), '/texts/')).toEqual([]);
});

it('finds French punctuation in English, and English punctuation and spaces that break the line in French', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'verselink-texts-'));
  const write = (place: string, text: string): void => {
    mkdirSync(path.join(folder, place), { recursive: true });
    writeFileSync(path.join(folder, place, 'a.ts'), text);
  };
  const template = (before: string, after = ''): string =>
    `export const a = (n: number) => \`${before}\${n}${after}\`;`;
  write(
    'src/languages/fr',
    `${template('Durée: ', ' : <t:1:F> «\u00a0oui\u00a0»')} export const b = ['à 10\u202f%', '<t:', '« a »', 'Oui !'];`,
  );
  write('src/languages/en', `${template('Role : ', ': « a »')} export const b = ['10 %', 'At 10%: yes!'];`);
  write('src/code', `import '../languages/a.js'; ${template('', ' : yes')}`);
  expect(unpunctuatedTexts(path.join(folder, 'src/languages')).map(({ text }) => text)).toEqual([
    ...['Durée: ', ' : <t:1:F> «\u00a0oui\u00a0»', '« a »', 'Oui !'],
    ...['Role : ', ': « a »', '10 %'],
  ]);
  expect(punctuationIn(path.join(folder, 'src/code'))).toEqual([{ file: 'a.ts', text: ' : yes' }]);
  rmSync(folder, { recursive: true });
});

it('explains a refusal by its code, an input by its field, and what has no text by its kind', () => {
  const { refusals, faultyFields, refusedKinds } = textsIn('fr');
  const fault = (field: string): DomainError => invalid([{ field, message: 'is wrong' }]);
  const explained: readonly (readonly [DomainError | null, string])[] = [
    [null, refusals.unknown],
    [notFound('series'), refusals.series_not_found],
    [fault('roles.1.name'), faultyFields.roles],
    [fault('reminder_channel_id'), faultyFields.channel_id],
    [fault('owner_id'), faultyFields.other],
    [forbidden('No.'), refusedKinds.forbidden],
    [notFound('thing'), refusedKinds.not_found],
    [conflict('odd', 'No.'), refusedKinds.conflict],
  ];
  for (const [error, text] of explained) expect(refusalText(error, 'fr')).toBe(text);
});

it.each(LOCALES)('says with each refusal what helps, or why, in %s', (locale) => {
  const { refusals, faultyFields, refusedKinds } = textsIn(locale);
  const texts = Object.values({ ...refusals, ...faultyFields, ...refusedKinds });
  const bare = texts.filter((text) => text.startsWith('❌') && !/[.:;,] \p{L}|`\//u.test(text));
  expect(bare).toEqual([]);
});

// Members are answered in their language; the message above speaks the server's.
it.each(LOCALES)('quotes no button of signup messages in answers, in %s', (locale) => {
  const { signUp, withdraw, showList } = textsIn(locale).signupMessage;
  const files = ['answers', 'refusals', 'event-notices'];
  const texts = files.flatMap((file) => textsOf(path.join(root, `src/languages/${locale}/${file}.ts`)));
  const quoted = [signUp, withdraw, showList].flatMap((label) => [
    `« ${label} »`,
    `"${label}"`,
    `“${label}”`,
  ]);
  expect(texts.filter((text) => quoted.some((words) => text.replaceAll('’', "'").includes(words)))).toEqual(
    [],
  );
});
