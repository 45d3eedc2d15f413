import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The version of VerseLink, from its package.json (which stands at another height above the compiled code). */
export const VERSION: string = readVersion(path.dirname(fileURLToPath(import.meta.url)));

function readVersion(directory: string): string {
  const parent = path.dirname(directory);
  if (parent === directory) return '0.0.0';
  try {
    const manifest: unknown = JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8'));
    if (isManifest(manifest)) return manifest.version;
  } catch {
    // Not here: look one floor up.
  }
  return readVersion(parent);
}

function isManifest(value: unknown): value is { version: string } {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'name' in value && value.name === 'verselink' && 'version' in value && typeof value.version === 'string'
  );
}
