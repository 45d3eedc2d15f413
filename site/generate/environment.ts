import { ALIASES, environment, type EnvironmentVariable } from '../../src/config/environment.js';
import { VARIABLES_IN_FRENCH } from '../texts/environment.js';
import { type Language, table } from './markdown.js';
import { readSource } from './sources.js';

interface Section {
  readonly title: string;
  readonly variables: { readonly name: string; readonly value: string; readonly about: string }[];
}

const SECTIONS_IN_FRENCH: Readonly<Record<string, string>> = {
  'What this process does': 'Ce que fait ce processus',
  'Where it listens, and where it finds itself': 'Où il écoute, et où il se trouve lui-même',
  Secrets: 'Secrets',
  'The Discord application (https://discord.com/developers/applications)': "L'application Discord",
  'The databases': 'Les bases de données',
  'The local stack alone (npm start)': 'La pile locale seule (npm start)',
};

/** Every variable that VerseLink reads, by the sections of `.env.example`, which is what English readers get. */
export function environmentPart(language: Language): string {
  return sections()
    .flatMap(({ title, variables }, index) => [
      `## ${language === 'fr' ? (SECTIONS_IN_FRENCH[title] ?? title) : title.replace(/ \(https.*\)/, '')} {#section-${String(index + 1)}}`,
      table(
        language === 'fr'
          ? ['variable', 'sinon', 'ce qu’elle dit']
          : ['variable', 'otherwise', 'what it says'],
        variables.map(({ name, value, about }) => [
          `\`${name}\`${aliasOf(name, language)}`,
          value === '' ? '–' : `\`${value}\``,
          language === 'fr' ? (VARIABLES_IN_FRENCH[name] ?? escaped(about)) : escaped(about),
        ]),
      ),
    ])
    .join('\n\n');
}

/** Names of variables in `.env.example`, and of those that the schema of the environment knows. */
export function variables(): { readonly described: readonly string[]; readonly known: readonly string[] } {
  return {
    described: sections().flatMap((section) => section.variables.map(({ name }) => name)),
    known: [...Object.keys(environment.shape), ...Object.values(ALIASES)],
  };
}

function aliasOf(name: string, language: Language): string {
  const alias = ALIASES[name as EnvironmentVariable];
  if (alias === undefined) return '';
  return language === 'fr' ? ` (aussi \`${alias}\`)` : ` (also \`${alias}\`)`;
}

function sections(): Section[] {
  const found: Section[] = [];
  let about: string[] = [];
  let isFresh = true;
  for (const line of readSource('.env.example').split('\n')) {
    const title = /^# --- (.+?) -+$/.exec(line)?.[1];
    const [, name, value = ''] = /^#?([A-Z][A-Z0-9_]+)=(.*)$/.exec(line) ?? [];
    if (title !== undefined) found.push({ title, variables: [] });
    else if (name !== undefined) found.at(-1)?.variables.push({ name, value, about: about.join(' ') });
    else if (line.startsWith('# ')) about = isFresh ? [line.slice(2)] : [...about, line.slice(2)];
    // Variables that follow one another share the comment above them; a comment after them begins anew.
    isFresh = !line.startsWith('# ') || title !== undefined;
  }
  return found;
}

function escaped(text: string): string {
  return text
    .replaceAll('|', String.raw`\|`)
    .replaceAll('<', '&lt;')
    .replaceAll('**', '')
    .replaceAll('_FALLBACK', '\\_FALLBACK');
}
