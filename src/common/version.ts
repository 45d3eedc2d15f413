import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const home = findHome(path.dirname(fileURLToPath(import.meta.url)));

/** The folder of VerseLink's package.json, which stands at another height above the compiled code. */
export const ROOT: string = home.folder;

/** The version of VerseLink, from its package.json. */
export const VERSION: string = home.version;

function findHome(folder: string): { folder: string; version: string } {
  const parent = path.dirname(folder);
  if (parent === folder) return { folder, version: '0.0.0' };
  try {
    const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    if (isManifest(manifest)) return { folder, version: manifest.version };
  } catch {
    // Not here: look one floor up.
  }
  return findHome(parent);
}

function isManifest(value: unknown): value is { version: string } {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'name' in value && value.name === 'verselink' && 'version' in value && typeof value.version === 'string'
  );
}
