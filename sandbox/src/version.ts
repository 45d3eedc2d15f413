import { readFileSync } from 'node:fs';

/** The package's own description lies as far from `src` as from `dist`. */
const description = readFileSync(new URL('../package.json', import.meta.url), 'utf8');

export const VERSION = (JSON.parse(description) as { version: string }).version;
