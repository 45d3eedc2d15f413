import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const styles = path.resolve(import.meta.dirname, '../../console/src/styles');
/** Loaded with every page, before its own. */
const SHARED = ['base.css', 'layout.css', 'parts.css', 'tokens.css'];

/** The classes that a sheet says something about by themselves, outside of a place of its own. */
function classesOf(sheet: string): string[] {
  const rules = readFileSync(path.join(styles, sheet), 'utf8').replaceAll(/\/\*[^]*?\*\/|\([^()]*\)/g, '');
  return [...rules.matchAll(/(?<=^|[,}{;]\s*)\.([\w-]+)(?=\s*[,{])/g)].map(([, name = '']) => name);
}

it('a class is styled by one sheet of the console: those of pages stay when one goes to another page', () => {
  const sheets = readdirSync(styles);
  const owners = new Map<string, Set<string>>();
  for (const sheet of sheets)
    for (const name of classesOf(sheet)) owners.set(name, (owners.get(name) ?? new Set()).add(sheet));
  const shared = [...owners].filter(
    ([, own]) => [...own].some((sheet) => !SHARED.includes(sheet)) && own.size > 1,
  );
  expect(shared.map(([name, own]) => `${name}: ${[...own].sort().join(', ')}`)).toEqual([]);
});
