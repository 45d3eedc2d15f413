import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const TESTS = path.resolve(import.meta.dirname, '..');

/** What the tests of the whole application say, their support included: to see what they use. */
export async function sourcesOfTests(): Promise<string> {
  const files = await Promise.all(
    ['medium', 'faults', 'support'].map(async (folder) =>
      (await readdir(path.join(TESTS, folder)))
        .filter((file) => file.endsWith('.ts') && file !== 'sources.ts')
        .map((file) => path.join(TESTS, folder, file)),
    ),
  );
  return (await Promise.all(files.flat().map((file) => readFile(file, 'utf8')))).join('\n');
}
