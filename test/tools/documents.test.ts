import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ORGANIZATION_LIMITS } from '../../src/features/organizations/rules/limits.js';

it('site/en/api/index.md has the limits of the code', async () => {
  const text = await readFile('site/en/api/index.md', 'utf8');
  const rows = [...text.matchAll(/^\| (?!of|---)(.+?) +\| (\d+ in .+?) +\|$/gm)].map(([, what, most]) => [
    what,
    most,
  ]);
  const limits: readonly { max: number; what: string; of?: string }[] = Object.values(ORGANIZATION_LIMITS);
  expect(rows).toEqual(
    limits.map(({ max, what, of = 'An organization' }) => [what, `${String(max)} in a${of.slice(1)}`]),
  );
});

/** Rows of a document's tables, without their heads. */
async function rowsOf(document: string): Promise<string[]> {
  const lines = (await readFile(document, 'utf8')).split('\n').filter((line) => line.startsWith('| '));
  return lines.filter(
    (line, index) => !line.startsWith('| ---') && lines[index + 1]?.startsWith('| ---') !== true,
  );
}

/** Files of tests that a row names, as paths below the repository. */
function testsIn(row: string): string[] {
  return [...row.matchAll(/`([\w./-]+\.(?:test|spec)\.ts)`/g)].map(([, name = '']) =>
    path.dirname(name) === '.' ? `test/medium/${name}` : name,
  );
}

it.each(['docs/founding-documents.md', 'docs/security.md'])(
  'every row of %s names its tests',
  async (document) => {
    const rows = await rowsOf(document);
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.filter((row) => testsIn(row).length === 0 && !/\| issue \d+ \|$/.test(row))).toEqual([]);
    expect(rows.flatMap(testsIn).filter((file) => !existsSync(file))).toEqual([]);
  },
);
