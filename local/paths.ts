import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, found from the sources (`local/`) as well as from the build (`dist/local/`). */
export const projectRoot = findUpwards(path.dirname(fileURLToPath(import.meta.url)), 'package-lock.json');

function findUpwards(start: string, fileName: string): string {
  let directory = start;
  while (!existsSync(path.join(directory, fileName))) {
    const parent = path.dirname(directory);
    if (parent === directory) throw new Error(`No ${fileName} above ${start}`);
    directory = parent;
  }
  return directory;
}
